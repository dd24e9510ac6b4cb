import type { ClientSession, ObjectId } from 'mongodb';
import { clusterTerms } from '../../language/topic-terms.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Content } from '../../schema/content.ts';
import { Idea } from '../../schema/idea.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import type { BulkChange } from '../../schema/left-out.ts';
import type { Site } from '../../schema/site.ts';
import { Task } from '../../schema/task.ts';
import { transaction } from '../db/database.ts';
import { touchSite } from '../db/touch-site.ts';
import { errors } from '../errors.ts';
import { changeMany, ofThese, type Wanted } from './change-many.ts';
import { changeOne } from './change-one.ts';
import type { Desk } from './desk.ts';
import { recount } from './recount.ts';
import { inUse } from './refusals.ts';

export type ClusterEdit = Partial<Pick<Cluster, 'name' | 'description' | 'disabled'>>;

const touched = { $currentDate: { updatedAt: true } } as const;

/** Makes a cluster, with these keywords of the site in it. Throws NAME_TAKEN, NOT_FOUND. */
export function makeCluster(
  { database }: Desk,
  site: Site,
  fields: Pick<Cluster, 'name' | 'description'>,
  keywords: { readonly ids: readonly ObjectId[]; readonly from?: ObjectId },
): Promise<Cluster> {
  const cluster = Object.assign(new Cluster(), fields, {
    account: site.account,
    site: site._id,
    terms: clusterTerms(fields.name, [], site.language),
  });
  return transaction(database.client, async (session) => {
    // Two at once meet at the site: names are unique by this alone.
    await touchSite(database, site, session);
    await proveFree(database, site, fields.name, session);
    await database.of(Cluster).insertOne(cluster, { session });
    const of = { site: site._id, ...(keywords.from && { cluster: keywords.from }) };
    const filter = { ...of, _id: { $in: [...keywords.ids] } };
    const taken = await database.of(Keyword).find(filter, { session }).toArray();
    const there = new Set(taken.map(({ _id }) => _id.toHexString()));
    const missing = keywords.ids.find((id) => !there.has(id.toHexString()));
    if (missing) throw errors.notFound({ kind: 'keyword', id: missing.toHexString() });
    const change = {
      $set: { cluster: cluster._id, status: KeywordStatus.Mapped, failure: null },
      ...touched,
    };
    await database.of(Keyword).updateMany(ofThese(taken), change, { session });
    await recount(database, site, [cluster._id, ...taken.map((keyword) => keyword.cluster)], session);
    return (await database.of(Cluster).findOne({ _id: cluster._id }, { session })) ?? cluster;
  });
}

/** Throws NAME_TAKEN, NOT_FOUND. */
export function editCluster(desk: Desk, site: Site, id: ObjectId, edit: ClusterEdit): Promise<Cluster> {
  return changeOne(desk, {
    kind: Cluster,
    id,
    refusal: () => null,
    async apply(cluster, session) {
      const isRenamed = edit.name !== undefined && edit.name !== cluster.name;
      if (isRenamed) await touchSite(desk.database, site, session);
      if (isRenamed) await proveFree(desk.database, site, edit.name ?? '', session);
      await desk.database.of(Cluster).updateOne({ _id: id }, { $set: edit, ...touched }, { session });
      if (isRenamed) await recount(desk.database, site, [id], session);
    },
  });
}

/** Moves all that the others hold, and what was made of it, into one cluster, and deletes them. Throws NOT_FOUND. */
export function mergeClusters(
  { database }: Desk,
  site: Site,
  into: ObjectId,
  others: readonly ObjectId[],
): Promise<Cluster> {
  const gone = { site: site._id, _id: { $in: others.filter((id) => !id.equals(into)) } };
  return transaction(database.client, async (session) => {
    const there = await database
      .of(Cluster)
      .find(gone, { session, projection: { _id: 1 } })
      .toArray();
    const isThere = (id: ObjectId) => id.equals(into) || there.some(({ _id }) => _id.equals(id));
    const missing = others.find((id) => !isThere(id));
    if (missing) throw errors.notFound({ kind: 'cluster', id: missing.toHexString() });
    const held = { cluster: { $in: there.map(({ _id }) => _id) } };
    for (const kind of [Keyword, Idea, Task]) {
      await database
        .of<{ cluster: ObjectId | null; updatedAt: Date }>(kind)
        .updateMany(held, { $set: { cluster: into }, ...touched }, { session });
    }
    // Not touched: whoever reads or publishes a draft does so as it was, for its text is as it was.
    await database.of(Content).updateMany(held, { $set: { cluster: into } }, { session });
    await database.of(Cluster).deleteMany(gone, { session });
    await recount(database, site, [into], session);
    const merged = await database.of(Cluster).findOne({ _id: into, site: site._id }, { session });
    if (!merged) throw errors.notFound({ kind: 'cluster', id: into.toHexString() });
    return merged;
  });
}

/** Deletes clusters of which nothing was made; their keywords wait for another. */
export function deleteClusters({ database, now }: Desk, site: Site, wanted: Wanted): Promise<BulkChange> {
  return changeMany({ database, now }, { account: site.account, site: site._id }, wanted, {
    kind: Cluster,
    async refusal({ _id }, session) {
      const ideas = await database.of(Idea).countDocuments({ cluster: _id }, { session });
      return ideas > 0 ? inUse(ideas, 'idea', 'ideas') : null;
    },
    async apply(clusters, session) {
      const held = { cluster: { $in: clusters.map(({ _id }) => _id) } };
      const freed = { $set: { cluster: null, status: KeywordStatus.New }, ...touched };
      await database.of(Keyword).updateMany(held, freed, { session });
      await database.of(Cluster).deleteMany(ofThese(clusters), { session });
    },
  });
}

async function proveFree(
  database: Desk['database'],
  site: Site,
  name: string,
  session: ClientSession,
): Promise<void> {
  const taken = await database.of(Cluster).findOne({ site: site._id, name }, { session });
  if (taken) throw errors.nameTaken({ kind: 'cluster', name });
}
