import type { Reader } from '#stage';
import { lexiconOf } from '../../language/lexicon.ts';
import type { Cluster } from '../../schema/cluster.ts';
import type { Idea } from '../../schema/idea.ts';
import { nearness } from './idea-draft.ts';

/** Titles that a call is shown: enough to avoid repetition, at a price that does not grow with the site. */
const shown = 50;
/** Latest ideas among which the nearest are looked for, besides those of the cluster itself. */
const looked = 200;

/**
 * The titles nearest to a cluster, nearest first: of its own ideas (a cluster may come a second time) and of the
 * site's latest. Both reads are bounded, by the cluster and by `_id`.
 */
export async function nearTitles(
  cluster: Cluster,
  phrases: readonly string[],
  language: string,
  ideas: Reader<Idea>,
): Promise<string[]> {
  const [own, latest] = await Promise.all([
    ideas.find({ cluster: cluster._id }, { sort: { _id: -1 }, limit: looked }),
    ideas.find({}, { sort: { _id: -1 }, limit: looked }),
  ]);
  const titles = [...new Set([...own, ...latest].map(({ title }) => title))];
  return nearest(titles, [cluster.name, ...phrases].join(' '), language);
}

/** The 50 of the titles that have most in common with a text; ties in their order. */
export function nearest(titles: readonly string[], text: string, language: string): string[] {
  if (titles.length <= shown) return [...titles];
  const wanted = beginnings(text, language);
  return titles
    .map((title) => ({ title, near: nearness(wanted, beginnings(title, language)) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, shown)
    .map(({ title }) => title);
}

/** How a text's words begin: a seventh of the price of stems, and as good for an order. */
function beginnings(text: string, language: string): Set<string> {
  return new Set(
    lexiconOf(language)
      .words(text)
      .map((word) => word.toLowerCase().slice(0, 5)),
  );
}
