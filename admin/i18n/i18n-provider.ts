import polyglot from 'ra-i18n-polyglot';
import { english } from './en/index.ts';

/** A language is a catalogue of the same form as the English one, added here. */
export const i18nProvider = polyglot(() => english, 'en', [{ locale: 'en', name: 'English' }]);
