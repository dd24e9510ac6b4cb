import { clipColumns } from '../../language/clip.ts';
import { lexiconOf, normaliseText } from '../../language/lexicon.ts';

/**
 * The beginning of a phrase, in at most `limit` columns, to be gone on with in a title: where it is cut it ends
 * before the small words that lead to what was cut off (an espresso machine, not: for a small), and without an ellipsis.
 */
export function shortSubject(phrase: string, limit: number, language: string): string {
  const clipped = clipColumns(phrase, limit);
  if (!clipped.endsWith('…')) return clipped;
  const { stopWords } = lexiconOf(language);
  const isSmall = (word = '') => stopWords.has(normaliseText(word));
  const words = clipped.slice(0, -1).split(' ');
  const next = phrase.replace(/\s+/gu, ' ').trim().split(' ')[words.length];
  if (isSmall(next) && !isSmall(words.at(-1))) return words.join(' ');
  const end = words.findLastIndex((word, at) => isSmall(word) && !isSmall(words[at - 1]));
  const cut = words.slice(0, end).join(' ');
  return end > 0 && cut.length > limit / 2 ? cut : words.join(' ');
}
