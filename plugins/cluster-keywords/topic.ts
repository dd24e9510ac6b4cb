/** How many phrases have each term; a phrase that has it twice counts once. */
export function phraseCounts(phrases: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const phrase of phrases)
    for (const term of new Set(phrase)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
