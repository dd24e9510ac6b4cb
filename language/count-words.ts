import { lexiconOf } from './lexicon.ts';

/**
 * Words of a plain text, as Unicode's word boundaries see them (`Intl.Segmenter`): numbers count, punctuation does
 * not, `don't` is one word and `step-by-step` three. In Japanese, Chinese and Thai, which are written without
 * spaces, the segments of the dictionary count, particles included: a Japanese segment has about two characters,
 * near the two to two and a half that translators reckon as one English word.
 */
export function countWords(text: string, language: string): number {
  return lexiconOf(language).words(text.normalize('NFC')).length;
}
