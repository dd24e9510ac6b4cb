import { type SampleLanguage, sampleLanguageOf } from '../../../language/sample-language.ts';
import { de } from './de/book.ts';
import { en } from './en/book.ts';
import { es } from './es/book.ts';
import { fr } from './fr/book.ts';
import { ja } from './ja/book.ts';
import type { Phrasebook } from './phrasebook.ts';
import { ru } from './ru/book.ts';

const books: Readonly<Record<SampleLanguage, Phrasebook>> = { de, en, es, fr, ja, ru };

/** The sample text of a language; English where there is none. */
export function phrasebookOf(language: string): Phrasebook {
  return books[sampleLanguageOf(language)];
}
