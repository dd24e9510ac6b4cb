import { lexiconOf, normaliseText } from './lexicon.ts';

/** Fewer words tell nothing: a heading may well be all names. */
const leastWords = 40;
/** Shares of a text's words or letters, from 0 to 1. */
const leastStopWords = 0.12;
const leastOwnLetters = 0.15;
/** Spanish and French share many small words: a text in one has three fifths as many of the other's. */
const farMore = 1.5;

const latin = ['de', 'en', 'es', 'fr'];
const scripts: Readonly<Record<string, RegExp>> = {
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu,
  ru: /\p{Script=Cyrillic}/gu,
};

/**
 * Whether a text is plainly not in a language: by its letters, or by the small words, of which another language must
 * have far more in it. False wherever that cannot be told: of short texts and of languages without lists.
 */
export function isForeignTo(language: string, text: string): boolean {
  const { code, words } = lexiconOf(language);
  const own = scripts[code];
  if (own === undefined && !latin.includes(code)) return false;
  const found = words(normaliseText(text));
  if (found.length < leastWords) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const shareOf = (script: RegExp) => (text.match(script)?.length ?? 0) / Math.max(1, letters);
  if (own !== undefined) return shareOf(own) < leastOwnLetters;
  if (Object.values(scripts).some((script) => shareOf(script) > 0.5)) return true;
  const smallWords = (of: string) => {
    const { stopWords } = lexiconOf(of);
    return found.filter((word) => stopWords.has(word)).length / found.length;
  };
  const ours = smallWords(code);
  return latin.some((of) => of !== code && smallWords(of) > Math.max(leastStopWords, ours * farMore));
}
