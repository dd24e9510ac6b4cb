import { isIntentWord } from '../../language/intent.ts';
import { terms } from '../../language/terms.ts';

/** What a phrase is about: its terms without words of intent, or all of them where nothing else is left. */
export function topicTerms(phrase: string, language: string): string[] {
  const all = terms(phrase, language);
  const topical = all.filter((term) => !isIntentWord(term, language));
  if (topical.length > 0) return topical;
  return all.length > 0 ? all : [phrase.toLowerCase()];
}

/** How many phrases have each term; a phrase that has it twice counts once. */
export function phraseCounts(phrases: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const phrase of phrases)
    for (const term of new Set(phrase)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
