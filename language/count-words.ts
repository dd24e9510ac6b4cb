import { lexiconOf } from './lexicon.ts';

/**
 * Words of a plain text, as Unicode's word boundaries see them (`Intl.Segmenter`): numbers count, punctuation does
 * not, `don't` is one word and `step-by-step` three. Languages without spaces are cut by a dictionary. Of a Japanese
 * text single Hiragana (particles and endings: の, を, に) do not count: what is left, about one for every two and a
 * half characters, is near what translators reckon as an English word.
 */
export function countWords(text: string, language: string): number {
  const words = lexiconOf(language).words(text.normalize('NFC'));
  return words.filter((word) => !/^\p{Script=Hiragana}$/u.test(word)).length;
}
