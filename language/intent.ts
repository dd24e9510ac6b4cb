import { lexiconOf, normaliseText } from './lexicon.ts';
import type { Intent } from './word-lists.ts';

export type { Intent };

/** What a searcher wants by a phrase; `guide` where nothing gives it away. */
export function intentOf(phrase: string, language: string): Intent {
  const lexicon = lexiconOf(language);
  const text = normaliseText(phrase);
  // Spaces at both ends make a search for ' or ' a search for whole words.
  const spaced = lexicon.code === 'ja' ? text : ` ${lexicon.words(text).join(' ')} `;
  for (const [intent, phrases] of lexicon.intentPhrases) {
    const gives = (known: string) =>
      spaced.includes(lexicon.code === 'ja' ? known : ` ${lexicon.words(known).join(' ')} `);
    if (phrases.some(gives)) return intent;
  }
  return 'guide';
}

/**
 * Whether a word, as written or as `terms` gives it, tells what is wanted and not what about: best, price, easy.
 * Years are such words too.
 */
export function isIntentWord(term: string, language: string): boolean {
  return /^(19|20)\d\d年?$/u.test(term) || lexiconOf(language).topicless.has(normaliseText(term));
}

/** Whether a word, as written or as `terms` gives it, is one that any topic may have: small, kit, cleaning, 800. */
export function isModifier(term: string, language: string): boolean {
  return /^[\d.,]+$/u.test(term) || lexiconOf(language).modifiers.has(normaliseText(term));
}
