import type { Intent } from '../../../language/intent.ts';
import { lexiconOf } from '../../../language/lexicon.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ru } from './ru.ts';

/**
 * How a language words ideas, by what the searcher wants. {phrase} is a search phrase or a topic, in whatever form
 * it was typed: it stands before a colon in a title, in quotation marks in a brief.
 */
export interface TitleBook {
  readonly titles: Readonly<Record<Intent, readonly string[]>>;
  readonly briefs: Readonly<Record<Intent, string>>;
}

const books: Readonly<Record<string, TitleBook>> = { de, en, es, fr, ja, ru };

/** The titles of a language; English ones where there are none. */
export function titleBookOf(language: string): TitleBook {
  return books[lexiconOf(language).code] ?? en;
}
