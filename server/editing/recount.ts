import type { ClientSession, ObjectId } from 'mongodb';
import { clusterTerms } from '../../language/topic-terms.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Idea } from '../../schema/idea.ts';
import { Keyword } from '../../schema/keyword.ts';
import type { Site } from '../../schema/site.ts';
import type { Database } from '../db/database.ts';

/**
 * Counts clusters' keywords and ideas anew, and their terms, from what they hold in this transaction. Whoever puts
 * something in or takes it out writes the cluster, so that two of them at once conflict instead of miscounting.
 * Clusters that are gone are passed over. Returns how many there are.
 */
export async function recount(
  database: Database,
  { _id: site, language }: Pick<Site, '_id' | 'language'>,
  ids: readonly (ObjectId | null)[],
  session: ClientSession,
): Promise<number> {
  const each = new Map(ids.flatMap((id) => (id ? [[id.toHexString(), id]] : [])));
  let counted = 0;
  // In one order everywhere: two that share clusters meet at the first, not crosswise.
  for (const [, _id] of [...each].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const cluster = await database.of(Cluster).findOne({ _id, site }, { session });
    if (!cluster) continue;
    const keywords = await database
      .of(Keyword)
      .find({ cluster: _id }, { session, sort: { _id: 1 }, projection: { phrase: 1 } })
      .toArray();
    const ideaCount = await database.of(Idea).countDocuments({ cluster: _id }, { session });
    const phrases = keywords.map(({ phrase }) => phrase);
    const terms = clusterTerms(cluster.name, phrases, language);
    const counts = { keywordCount: keywords.length, ideaCount, terms };
    await database
      .of(Cluster)
      .updateOne({ _id }, { $set: counts, $currentDate: { updatedAt: true } }, { session });
    counted += 1;
  }
  return counted;
}
