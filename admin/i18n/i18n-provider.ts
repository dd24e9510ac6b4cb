import type { I18nProvider } from 'ra-core';
import polyglot from 'ra-i18n-polyglot';
import { english } from './en/index.ts';

/** A language is a catalogue of the same form as the English one, added here. */
const locales = [{ locale: 'en', name: 'English' }];

const figures = new Intl.NumberFormat('en');

type Told = (token: string, name: string) => unknown;

/** Polyglot's own way to put values into words, but that figures come as the language writes them, such as `1,500`. */
const withFigures = {
  replace(this: string, tokens: RegExp, told: Told): string {
    return this.replace(tokens, (token, name) => {
      const value = told(token, name);
      return typeof value === 'number' ? figures.format(value) : String(value);
    });
  },
};

const speak = (words: object) => polyglot(() => words as typeof english, 'en', locales, withFigures);

let known = speak(english);

export const i18nProvider: I18nProvider = {
  ...known,
  translate: (key, options) => known.translate(key, options),
};

let loading: Promise<void> | undefined;

/** Resolves when the words of pages are known, too: no page is shown before. */
export function loadPageWords(): Promise<void> {
  loading ??= import('./en/pages.ts').then(
    ({ pageWords }) => {
      known = speak({ ...english, galley: { ...english.galley, ...pageWords } });
    },
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
