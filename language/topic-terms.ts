import { isIntentWord } from './intent.ts';
import { terms } from './terms.ts';

/** The terms that find a cluster again are capped: a broad one would grow without end. */
export const maxClusterTerms = 200;

/** What a phrase is about: its terms without words of intent, or all of them where nothing else is left. */
export function topicTerms(phrase: string, language: string): string[] {
  const all = terms(phrase, language);
  const topical = all.filter((term) => !isIntentWord(term, language));
  if (topical.length > 0) return topical;
  return all.length > 0 ? all : [phrase.toLowerCase()];
}

/** The terms by which new keywords find a cluster of this name and these keywords, each once. */
export function clusterTerms(name: string, phrases: readonly string[], language: string): string[] {
  const found = [name, ...phrases].flatMap((text) => topicTerms(text, language));
  return [...new Set(found)].slice(0, maxClusterTerms);
}
