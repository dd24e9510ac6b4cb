import { openSocket } from '../../support/socket.ts';

/** What became of an operation: the code of its error, or `allowed`, and all that came with it as text. */
export interface Outcome {
  readonly outcome: string;
  readonly text: string;
}

/** More changes than any subscription may let pass without a word. */
const stirsAtMost = 200;

/** What comes first of a subscription. While nothing comes, `stir` changes what it might tell of. */
export async function firstEvent(
  url: string,
  headers: Record<string, string>,
  { document, variables, stir }: { document: string; variables: object; stir: () => Promise<void> },
): Promise<Outcome> {
  const socket = await openSocket(url, headers);
  if (!socket.isOpen) {
    return { outcome: (await socket.closed) === 4401 ? 'UNAUTHENTICATED' : 'closed', text: '' };
  }
  try {
    let isThere = false;
    const first = socket
      .subscribe(document, variables)
      .next()
      .finally(() => {
        isThere = true;
      });
    for (let nth = 1; nth <= stirsAtMost && !isThere; nth += 1) await stir();
    if (!isThere) return { outcome: 'silent', text: '' };
    const { value } = await first;
    const errors = value?.type === 'error' ? value.payload : value?.payload?.errors;
    const outcome = errors?.[0]?.extensions.code ?? (value ? 'allowed' : 'closed');
    return { outcome, text: JSON.stringify(value?.payload.data ?? null) };
  } finally {
    socket.close();
  }
}
