import type { Batch, WorkContext } from '#stage';
import { topicTerms } from '../../language/topic-terms.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Keyword } from '../../schema/keyword.ts';
import { lookupTerms, nearestOf } from './nearest.ts';

/** More would be quadratic in the site's size, and too much to read for a model. */
const offeredClusters = 50;
/** Clusters looked at, the latest first, to find the nearest among them. */
const lookedAtClusters = 500;
export const phrasesPerCluster = 12;

/** A cluster with some of its keywords' phrases, the oldest first. */
export interface ClusterWithPhrases {
  readonly cluster: Cluster;
  readonly phrases: readonly string[];
}

/** The site's clusters nearest to a batch: at most 50, and none that shares no word with it. */
export async function clustersNear(
  batch: Batch<Keyword>,
  context: Pick<WorkContext<unknown>, 'site' | 'read'>,
): Promise<ClusterWithPhrases[]> {
  const phrases = batch.items.map(({ phrase }) => topicTerms(phrase, context.site.language));
  const terms = lookupTerms(phrases);
  const found = await context
    .read(Cluster)
    .find({ terms: { $in: terms }, disabled: false }, { sort: { _id: -1 }, limit: lookedAtClusters });
  const nearest = nearestOf(found, new Set(phrases.flat()), offeredClusters);
  return Promise.all(
    nearest.map(async (cluster) => {
      const members = await context
        .read(Keyword)
        .find({ cluster: cluster._id }, { sort: { _id: 1 }, limit: phrasesPerCluster });
      return { cluster, phrases: members.map(({ phrase }) => phrase) };
    }),
  );
}

/** By which a reply names the cluster at this place of those offered. */
export function refOf(index: number): string {
  return `C${index + 1}`;
}
