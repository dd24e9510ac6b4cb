type Fetch = typeof fetch;

/** Shorter ones are words that turn up by themselves. */
const minLength = 6;

/**
 * A `fetch` whose failures do not tell the secrets that it sent: hosts there are that repeat a key which they do not
 * accept, and what a host says of a failure is logged, stored and shown.
 */
export function createHidingFetch(fetch: Fetch, secrets: readonly string[]): Fetch {
  const hidden = secrets.filter((secret) => secret.length >= minLength);
  const without = (text: string) => hidden.reduce((all, secret) => all.replaceAll(secret, '[hidden]'), text);
  return async (input, init) => {
    const response = await fetch(input, init).catch((error: unknown) => {
      throw withoutIn(error, without);
    });
    if (response.ok || hidden.length === 0) return response;
    const { status, statusText, headers } = response;
    const shown = [...headers].map(([name, value]) => [name, without(value)] as [string, string]);
    // It is no longer compressed, nor as long as it was.
    const kept = shown.filter(([name]) => !['content-encoding', 'content-length'].includes(name));
    const body = status === 304 ? null : without(await response.text());
    return new Response(body, { status, statusText: without(statusText), headers: kept });
  };
}

/** An invalid header is told with its value. */
function withoutIn(error: unknown, without: (text: string) => string): unknown {
  if (!(error instanceof Error) || without(error.message) === error.message) return error;
  return Object.assign(error, { message: without(error.message), stack: without(error.stack ?? '') });
}
