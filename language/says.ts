import { lexiconOf, normaliseText } from './lexicon.ts';

/** Languages whose words nothing parts: what is looked for may stand within others. */
const unparted = new Set(['ja', 'ko', 'lo', 'my', 'km', 'th', 'zh']);

/** Whether a text has a word or phrase in it, in whatever case; as whole words where the language parts them. */
export function says(text: string, phrase: string, language: string): boolean {
  const wanted = normaliseText(phrase).trim();
  if (wanted === '') return false;
  const said = normaliseText(text);
  if (unparted.has(lexiconOf(language).code)) return said.includes(wanted);
  const words = wanted.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${words}(?![\\p{L}\\p{M}\\p{N}])`, 'u').test(said);
}

/** What is wrong with texts that have one of a site's words to avoid in them; undefined where none has. */
export function avoidedFault(
  texts: readonly string[],
  { avoidWords, language }: { readonly avoidWords: readonly string[]; readonly language: string },
): string | undefined {
  if (avoidWords.length === 0) return undefined;
  const text = texts.join('\n');
  const found = avoidWords.filter((word) => says(text, word, language));
  if (found.length === 0) return undefined;
  const named = found.slice(0, 5).map((word) => `"${word}"`);
  return `The website avoids ${named.join(', ')}; say it another way.`;
}
