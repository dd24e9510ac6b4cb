import type { I18nProvider } from 'ra-core';
import polyglot from 'ra-i18n-polyglot';
import { english } from './en/index.ts';

/** A language is a catalogue of the same form as the English one, added here. */
const locales = [{ locale: 'en', name: 'English' }];

let known = polyglot(() => english, 'en', locales);

export const i18nProvider: I18nProvider = {
  ...known,
  translate: (key, options) => known.translate(key, options),
};

let loading: Promise<void> | undefined;

/** Resolves when the words of pages are known, too: no page is shown before. */
export function loadPageWords(): Promise<void> {
  loading ??= import('./en/pages.ts').then(
    ({ pageWords }) => {
      known = polyglot(() => ({ ...english, galley: { ...english.galley, ...pageWords } }), 'en', locales);
    },
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
