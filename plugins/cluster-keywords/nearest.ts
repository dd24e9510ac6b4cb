import { phraseCounts } from './topic.ts';

/** Anything with the terms it is known by. */
interface Known {
  readonly terms: readonly string[];
}

/**
 * The terms by which a batch's clusters are looked up: those that tell its phrases apart. A term that most of them
 * share would find every cluster of the site; it is used only where there is nothing else. At most `limit`.
 */
export function lookupTerms(phrases: readonly (readonly string[])[], limit = 150): string[] {
  const counts = phraseCounts(phrases);
  const telling = [...counts].filter(([, count]) => count <= Math.max(2, phrases.length / 2));
  const chosen = telling.length > 0 ? telling : [...counts];
  return chosen
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([term]) => term);
}

/** The `limit` clusters that share most with the batch; a term that fewer of them have tells more. Ties keep their order. */
export function nearestOf<Cluster extends Known>(
  clusters: readonly Cluster[],
  batchTerms: ReadonlySet<string>,
  limit: number,
): Cluster[] {
  const counts = phraseCounts(clusters.map(({ terms }) => terms));
  const nearness = ({ terms }: Known) =>
    [...new Set(terms)]
      .filter((term) => batchTerms.has(term))
      .reduce((sum, term) => sum + 1 / (counts.get(term) ?? 1), 0);
  return clusters
    .map((cluster) => ({ cluster, nearness: nearness(cluster) }))
    .filter(({ nearness }) => nearness > 0)
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, limit)
    .map(({ cluster }) => cluster);
}
