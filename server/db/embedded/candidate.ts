/** What a place has to offer: the path of a mongod, or why there is none. */
export type Candidate = { readonly path: string } | { readonly missing: string };

/** The last line of a program's complaint, which says the most. */
export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
