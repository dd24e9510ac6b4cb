import { lexiconOf, normaliseText } from '../../language/lexicon.ts';

/**
 * Words as a title of their language: every word that matters capitalised in English and German, the first alone
 * elsewhere; Japanese as it is. Capitals that are there stay.
 */
export function titled(words: string, language: string): string {
  const { code, stopWords } = lexiconOf(language);
  if (code !== 'en' && code !== 'de') return capitalised(words);
  return words
    .split(' ')
    .map((word, index) => (index > 0 && stopWords.has(normaliseText(word)) ? word : capitalised(word)))
    .join(' ');
}

/** Words without a vowel are abbreviations: TV, PVC. */
function capitalised(word: string): string {
  if (/^[bcdfghjklmnpqrstvwxz]{2,4}$/u.test(word)) return word.toUpperCase();
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('');
}
