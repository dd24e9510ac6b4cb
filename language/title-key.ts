import { normaliseText } from './lexicon.ts';
import { terms } from './terms.ts';

/** Two titles with the same key are the same idea: stems without stop words, each once, in any order. */
export function titleKeyOf(title: string, language: string): string {
  return [...new Set(terms(title, language))].sort().join(' ') || normaliseText(title).trim();
}
