import type { WorkContext } from '#stage';
import { nearestTo, nearness } from '../../language/nearness.ts';
import { terms } from '../../language/terms.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Idea } from '../../schema/idea.ts';

/** Titles that a call is shown: enough to avoid repetition, at a price that does not grow with the site. */
export const shownTitles = 50;
/** Clusters that share a term, the latest first, among which the nearest are looked for. */
const lookedAtClusters = 200;
/** Terms that clusters are looked up by: the server merges so many scans of its index in order, and no more than 200. */
const lookedUpTerms = 150;
const nearClusters = 30;
const lookedAtIdeas = 300;

/** The titles of the site that are nearest to a cluster: of its own ideas, and of those of clusters like it. */
export async function nearTitles(
  cluster: Cluster,
  text: string,
  context: Pick<WorkContext<unknown>, 'site' | 'read'>,
): Promise<string[]> {
  const { language } = context.site;
  // A cluster that a person made has no terms yet.
  const own = cluster.terms.length > 0 ? cluster.terms : terms(cluster.name, language);
  const like = await context
    .read(Cluster)
    .find(
      { terms: { $in: own.slice(0, lookedUpTerms) }, disabled: false },
      { sort: { _id: -1 }, limit: lookedAtClusters },
    );
  const wanted = new Set(own);
  const nearestFirst = like
    .filter(({ ideaCount }) => ideaCount > 0)
    .map(({ _id, terms: its }) => ({ _id, near: nearness(wanted, new Set(its)) }))
    .sort((a, b) => b.near - a.near);
  const clusters = [cluster, ...nearestFirst.slice(0, nearClusters)].map(({ _id }) => _id);
  const ideas = await context
    .read(Idea)
    .find({ cluster: { $in: clusters } }, { sort: { _id: -1 }, limit: lookedAtIdeas });
  return nearest([...new Set(ideas.map(({ title }) => title))], text, language);
}

/** The 50 of the titles that have most in common with a text; ties in their order. */
export function nearest(titles: readonly string[], text: string, language: string): string[] {
  if (titles.length <= shownTitles) return [...titles];
  const named = titles.map((title) => ({ title }));
  return nearestTo(named, text, { language, limit: shownTitles }).map(({ title }) => title);
}
