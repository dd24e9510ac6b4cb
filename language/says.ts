import { lexiconOf, normaliseText } from './lexicon.ts';

/** Languages whose words nothing parts: what is looked for may stand within others. */
const unparted = new Set(['ja', 'ko', 'lo', 'my', 'km', 'th', 'yue', 'zh']);

/** Of words in spaces; in languages without, Latin letters and digits alone end a word where they end. */
const wordCharacter = String.raw`[\p{L}\p{M}\p{N}]`;
const latinCharacter = String.raw`[\p{Script=Latin}\p{N}]`;

/**
 * Whether a text has a word or phrase in it, in whatever case: as whole words where the language parts them, and of
 * Latin letters everywhere, so that Mailchimp does not say AI.
 */
export function says(text: string, phrase: string, language: string): boolean {
  const wanted = normaliseText(phrase).trim();
  if (wanted === '') return false;
  const one = unparted.has(lexiconOf(language).code) ? latinCharacter : wordCharacter;
  const isOne = new RegExp(one, 'u');
  const before = isOne.test(wanted[0] ?? '') ? `(?<!${one})` : '';
  const after = isOne.test(wanted.at(-1) ?? '') ? `(?!${one})` : '';
  const words = wanted.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+');
  return new RegExp(`${before}${words}${after}`, 'u').test(normaliseText(text));
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
