import type { ClientSession, Collection, Document, Filter, ObjectId, UpdateFilter } from 'mongodb';
import { Content } from '../../schema/content.ts';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import type { Database } from '../db/database.ts';
import type { FindOptions, ItemClass, Reader, Writer } from './stage.ts';
import { stageChange, stageDraft } from './stage-draft.ts';

/** Whose items a plugin sees. */
export interface Owner {
  readonly account: ObjectId;
  readonly site: ObjectId;
}

/** Reads of one kind of item within one site: a plugin cannot reach another's. */
export function readerOf<Item extends PipelineItem>(
  database: Database,
  kind: ItemClass<Item>,
  owner: Owner,
  session?: ClientSession,
): Reader<Item> {
  const collection = itemsOf(database, kind);
  const inSession = session ? { session } : {};
  const scoped = scopeOf(owner);
  return {
    async find(filter, options: FindOptions = {}) {
      // Where it is known how many may come, they come at once, not the first hundred alone.
      const atOnce = options.limit === undefined ? {} : { batchSize: options.limit };
      const found = collection.find(scoped(filter), { ...options, ...atOnce, ...inSession });
      return (await found.toArray()) as Item[];
    },
    async findOne(filter) {
      return (await collection.findOne(scoped(filter), inSession)) as Item | null;
    },
    count: (filter) => collection.countDocuments(scoped(filter), inSession),
  };
}

/** Writes of one kind of item within one site and one transaction. */
export function writerOf<Item extends PipelineItem>(
  database: Database,
  kind: ItemClass<Item>,
  owner: Owner,
  session: ClientSession,
): Writer<Item> {
  const collection = itemsOf(database, kind);
  const scoped = scopeOf(owner);
  const isDraft = (kind as ItemClass<PipelineItem>) === Content;
  const touched = (change: object) => withTime(isDraft ? stageChange(change) : change);
  return {
    ...readerOf(database, kind, owner, session),
    async insert(items) {
      const made = items.map((item) => Object.assign(new kind(), isDraft ? stageDraft(item) : item, owner));
      if (made.length > 0) await collection.insertMany(made, { session });
      return made;
    },
    async update(filter, change) {
      return (await collection.updateMany(scoped(filter), touched(change), { session })).matchedCount;
    },
    async updateOne(filter, change, fields) {
      const projection = fields && Object.fromEntries(fields.map((field) => [field, 1]));
      const after = { session, returnDocument: 'after', ...(projection && { projection }) } as const;
      return (await collection.findOneAndUpdate(scoped(filter), touched(change), after)) as Item | null;
    },
  };
}

/**
 * The collection of a kind, its documents typed as the base of all kinds: the driver's own types of a filter
 * cannot be carried through a type parameter.
 */
function itemsOf<Item extends PipelineItem>(
  database: Database,
  kind: ItemClass<Item>,
): Collection<PipelineItem> {
  return database.of<PipelineItem>(kind);
}

/** Narrows any filter to the owner's site. */
function scopeOf(owner: Owner) {
  return (filter: object): Filter<PipelineItem> => ({ ...filter, site: owner.site });
}

/** Every change of an item shows in `updatedAt`. */
function withTime(change: object): UpdateFilter<PipelineItem> | Document[] {
  if (Array.isArray(change)) return [...change, { $set: { updatedAt: '$$NOW' } }];
  return { ...change, $currentDate: { updatedAt: true } };
}
