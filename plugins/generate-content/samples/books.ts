import { lexiconOf } from '../../../language/lexicon.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { Phrasebook } from './phrasebook.ts';
import { ru } from './ru.ts';

const books: Readonly<Record<string, Phrasebook>> = { de, en, es, fr, ja, ru };

/** The sample text of a language; English where there is none. */
export function phrasebookOf(language: string): Phrasebook {
  return books[lexiconOf(language).code] ?? en;
}
