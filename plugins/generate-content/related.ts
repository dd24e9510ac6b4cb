import type { Batch, WorkContext } from '#stage';
import { nearestTo, nearness } from '../../language/nearness.ts';
import { terms } from '../../language/terms.ts';
import { articleHref } from '../../schema/article-links.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Task } from '../../schema/task.ts';
import type { OfferedLink } from './html.ts';

/** Titles on the same topic that an outline is shown: at a price that does not grow with the site. */
export const shownArticles = 50;
/** Articles that a section may point at. It has two links at most, and every section of an article pays for the list. */
export const offeredLinks = 20;
/** Clusters that share a term, the latest first, among which the nearest are looked for. */
const lookedAtClusters = 200;
/** Terms that clusters are looked up by: the server merges so many scans of its index in order, and no more than 200. */
const lookedUpTerms = 150;
const nearClusters = 20;
const lookedAtTasks = 300;

/** The site's other articles, written or asked for, as far as an article has to do with them. */
export interface Related {
  /** Titles of those on the same topic, the latest first. */
  readonly siblings: readonly string[];
  /** Those that it may point at, the nearest first. */
  readonly links: readonly OfferedLink[];
}

export async function relatedTo(
  task: Task,
  cluster: Cluster | null,
  { upTo }: Pick<Batch<Task>, 'upTo'>,
  context: Pick<WorkContext<unknown>, 'site' | 'read'>,
): Promise<Related> {
  const { language } = context.site;
  const clusters = [task.cluster, ...(cluster ? await clustersLike(cluster, context) : [])];
  const tasks = await context
    .read(Task)
    .find({ cluster: { $in: clusters } }, { sort: { _id: -1 }, limit: lookedAtTasks });
  // What is asked for while the stage is at work is left out: a restart must ask the same of the AI again.
  const others = tasks.filter(
    ({ _id }) => !_id.equals(task._id) && (!upTo || _id.toHexString() <= upTo.toHexString()),
  );
  const wanted = others.filter(({ disabled, failure }) => !disabled && failure === null);
  const about = [task.title, ...task.keywords].join(' ');
  return {
    siblings: others
      .filter((other) => other.cluster.equals(task.cluster))
      .slice(0, shownArticles)
      .map(({ title }) => title),
    links: nearestTo(wanted, about, { language, limit: offeredLinks }).map(({ _id, title }, at) => ({
      ref: refOf(at),
      title,
      href: articleHref(_id.toHexString()),
    })),
  };
}

/** By which a reply names the article at this place of those offered. */
export function refOf(index: number): string {
  return `A${index + 1}`;
}

async function clustersLike(cluster: Cluster, { site, read }: Pick<WorkContext<unknown>, 'site' | 'read'>) {
  // A cluster that a person made has no terms yet.
  const own = cluster.terms.length > 0 ? cluster.terms : terms(cluster.name, site.language);
  const like = await read(Cluster).find(
    { terms: { $in: own.slice(0, lookedUpTerms) }, disabled: false },
    { sort: { _id: -1 }, limit: lookedAtClusters },
  );
  const wanted = new Set(own);
  return like
    .filter(({ _id }) => !_id.equals(cluster._id))
    .map(({ _id, terms: its }) => ({ _id, near: nearness(wanted, new Set(its)) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, nearClusters)
    .map(({ _id }) => _id);
}
