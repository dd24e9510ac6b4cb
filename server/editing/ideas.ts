import type { ObjectId } from 'mongodb';
import { titleKeyOf } from '../../language/title-key.ts';
import type { Cluster } from '../../schema/cluster.ts';
import { Idea } from '../../schema/idea.ts';
import type { BulkChange } from '../../schema/left-out.ts';
import type { Site } from '../../schema/site.ts';
import { Task } from '../../schema/task.ts';
import { transaction } from '../db/database.ts';
import { isDuplicateKey } from '../db/duplicate-key.ts';
import { errors } from '../errors.ts';
import { changeMany, ofThese, type Wanted } from './change-many.ts';
import { setOne } from './change-one.ts';
import type { Desk } from './desk.ts';
import { recount } from './recount.ts';
import { ideaRefusal, inUse } from './refusals.ts';

export type IdeaFields = Pick<Idea, 'title' | 'brief'> &
  Partial<Pick<Idea, 'articleKind' | 'keywords' | 'wordTarget'>>;

/**
 * Adds an idea of a person's own to a cluster. Throws NAME_TAKEN where an idea of the site says the same, NOT_FOUND
 * where the cluster has just been deleted.
 */
export function makeIdea(
  { database }: Desk,
  site: Site,
  cluster: Cluster,
  fields: IdeaFields,
): Promise<Idea> {
  const { account, _id } = site;
  const titleKey = titleKeyOf(fields.title, site.language);
  const idea = Object.assign(new Idea(), fields, { account, site: _id, cluster: cluster._id, titleKey });
  const made = transaction(database.client, async (session) => {
    await database.of(Idea).insertOne(idea, { session });
    const counted = await recount(database, site, [cluster._id], session);
    if (counted === 0) throw errors.notFound({ kind: 'cluster', id: cluster._id.toHexString() });
    return idea;
  });
  return made.catch(saidAlready(fields.title));
}

/**
 * Changes an idea that waits; what is undefined stays. Throws NOT_FOUND, EDIT_REFUSED, and NAME_TAKEN where another idea
 * of the site says what the new title says.
 */
export function changeIdea(
  desk: Desk,
  site: Site,
  id: ObjectId,
  values: Partial<IdeaFields & Pick<Idea, 'disabled'>>,
): Promise<Idea> {
  const { title } = values;
  const keyed = title === undefined ? values : { ...values, titleKey: titleKeyOf(title, site.language) };
  return setOne(desk, Idea, id, keyed, ideaRefusal).catch(saidAlready(title ?? ''));
}

/** Titles in whatever form are told apart by the database's index alone: two people may write at the same moment. */
function saidAlready(title: string): (error: unknown) => never {
  return (error) => {
    throw isDuplicateKey(error) ? errors.nameTaken({ kind: 'idea', name: title }) : error;
  };
}

/** Deletes ideas of which no task was made. */
export function deleteIdeas(desk: Desk, site: Site, wanted: Wanted): Promise<BulkChange> {
  const { database } = desk;
  return changeMany(desk, { account: site.account, site: site._id }, wanted, {
    kind: Idea,
    async refusal({ _id }, session) {
      const tasks = await database.of(Task).countDocuments({ idea: _id }, { session });
      return tasks > 0 ? inUse(tasks, 'task', 'tasks') : null;
    },
    async apply(ideas, session) {
      await database.of(Idea).deleteMany(ofThese(ideas), { session });
      const clusters: ObjectId[] = ideas.map(({ cluster }) => cluster);
      await recount(database, site, clusters, session);
    },
  });
}
