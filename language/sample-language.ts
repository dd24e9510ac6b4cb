import { nameOfLanguage } from './language-name.ts';
import { lexiconOf } from './lexicon.ts';

/** The languages that sample texts are there in, by their two letters. */
const sampleLanguages = ['de', 'en', 'es', 'fr', 'ja', 'ru'] as const;
export type SampleLanguage = (typeof sampleLanguages)[number];

/** In which language a site's sample texts are: its own, or English where there are none in it. */
export function sampleLanguageOf(language: string): SampleLanguage {
  const { code } = lexiconOf(language);
  return sampleLanguages.find((one) => one === code) ?? 'en';
}

/** What the reader of a sample must know of its language, in a sentence; null where it is the site's own. */
export function foreignSampleNotice(language: string): string | null {
  if (sampleLanguageOf(language) === lexiconOf(language).code) return null;
  return `Sample text is in English: there is none in ${nameOfLanguage(language) ?? `the language "${language}"`}.`;
}
