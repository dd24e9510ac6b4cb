import { japaneseTerms } from './japanese.ts';
import { lexiconOf, normaliseText } from './lexicon.ts';

/**
 * What a text is about, as stems in its order and as often as they occur, without stop words. Words of intent are
 * among them (see `isIntentWord`). Stems are for comparison, not for reading.
 */
export function terms(text: string, language: string): string[] {
  const lexicon = lexiconOf(language);
  const normalised = normaliseText(text);
  if (lexicon.code === 'ja') return japaneseTerms(normalised, lexicon);
  return lexicon.words(normalised).flatMap((word) => {
    // English possessives (`dog's`) and French elisions (`d'eau`) stand for their noun.
    const noun = word.replace(/'s$/u, '').replace(/^(?:[cdjlmnst]|qu)'/u, '');
    return lexicon.stopWords.has(word) || lexicon.stopWords.has(noun) ? [] : [lexicon.stem(noun)];
  });
}
