/** Words in a row that nobody writes by chance, and that a model which tells its instructions soon repeats. */
const telling = 8;

/** Of the system prompt that was last looked at: the calls of an article all have the same. */
let latest: { readonly system: string; readonly runs: ReadonlySet<string> } | undefined;

/**
 * What is wrong with a reply that repeats its system prompt, which is nobody's business but the writer's; undefined
 * where it does not.
 */
export function leakFault(reply: unknown, system: string): string | undefined {
  if (latest?.system !== system) latest = { system, runs: new Set(runsOf(system)) };
  const { runs } = latest;
  return textsIn(reply).some((text) => runsOf(text).some((run) => runs.has(run)))
    ? 'The answer repeats its instructions; give nothing but what they ask for.'
    : undefined;
}

/** Every `telling` words in a row, whatever their case, punctuation and mark-up. */
function runsOf(text: string): string[] {
  const words = text
    .replace(/<[^<>]*>/gu, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  if (words === null || words.length < telling) return [];
  return words.slice(telling - 1).map((_, start) => words.slice(start, start + telling).join(' '));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
