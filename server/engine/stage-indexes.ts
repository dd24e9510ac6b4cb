/** The indexes that follow from the stages: one for the queue of each. They come and go with what `waiting` says. */
import { createHash } from 'node:crypto';
import { type Collection, type Document, type Filter, MongoServerError } from 'mongodb';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import type { Database } from '../db/database.ts';
import { underLock } from '../db/lock.ts';
import { shapeLock, shapeLockMs } from '../db/migrate.ts';
import { untimed } from '../db/untimed.ts';
import type { Registry } from './registry.ts';
import type { AnyStage } from './stage.ts';
import { isEquality, itemsOf } from './waiting.ts';

/** For so long after a process found no use for it, an index stays for processes of the version before. */
const graceMs = 7 * 86_400_000;

interface StageIndex {
  /** Key of the stage that it was made for. */
  readonly stage: string;
  readonly items: Collection<PipelineItem>;
  readonly name: string;
  readonly filter: Filter<PipelineItem>;
}

/** A queue's index that no stage here selects by any more. */
interface StaleIndex {
  _id: string;
  since: Date;
}

/** What there is to do. */
interface Findings {
  readonly missing: readonly StageIndex[];
  /** Noticed for the first time that nobody here needs them. */
  readonly unused: readonly StageIndex[];
  /** Not needed for longer than the grace. */
  readonly over: readonly StageIndex[];
  /** Needed again: ids of their notes. */
  readonly revived: readonly string[];
}

/**
 * Makes for every stage the index that its selection reads: by site and id, of waiting items only, so that neither
 * finished nor disabled items cost anything. Drops those of an earlier `waiting` of these stages a week after that
 * was first noticed; those of a stage that is not known here may be another process's. Where there is nothing to do,
 * nothing is locked; else it is done under the migrations' lock.
 */
export async function ensureStageIndexes(
  database: Database,
  registry: Registry,
  now: () => Date = () => new Date(),
): Promise<void> {
  const wanted = registry.sequence.map((stage) => indexOf(database, stage));
  const stale = database.db.collection<StaleIndex>('stale_indexes');
  const look = async () => compare(wanted, await existing(wanted), await stale.find().toArray(), now());
  const first = await look();
  if (Object.values(first).every((list) => list.length === 0)) return;
  await underLock(database.db, shapeLock, shapeLockMs, async () => {
    const { missing, unused, over, revived } = await look();
    for (const index of missing) await make(index);
    for (const index of unused) await stale.insertOne({ _id: idOf(index), since: now() });
    for (const { items, name } of over) await items.dropIndex(name);
    await stale.deleteMany({ _id: { $in: [...revived, ...over.map(idOf)] } });
  });
}

function compare(
  wanted: readonly StageIndex[],
  found: readonly StageIndex[],
  notes: readonly StaleIndex[],
  now: Date,
): Findings {
  const known = new Set(wanted.map(({ stage }) => stage));
  const isWanted = (index: StageIndex) => wanted.some((one) => isSame(one, index));
  const noteOf = (index: StageIndex) => notes.find(({ _id }) => _id === idOf(index));
  const isOver = ({ since }: StaleIndex) => now.getTime() - since.getTime() >= graceMs;
  const unneeded = found.filter((index) => known.has(index.stage) && !isWanted(index));
  return {
    missing: wanted.filter((index) => !found.some((one) => isSame(one, index))),
    unused: unneeded.filter((index) => !noteOf(index)),
    over: unneeded.filter((index) => notes.some((note) => note._id === idOf(index) && isOver(note))),
    revived: found.filter((index) => isWanted(index) && noteOf(index)).map(idOf),
  };
}

function indexOf(database: Database, stage: AnyStage): StageIndex {
  const filter = { ...indexable(stage.waiting), failure: null, disabled: false };
  const name = `waiting_${stage.key}_${fingerprint(filter)}`;
  return { stage: stage.key, items: itemsOf(database, stage), name, filter };
}

/** The queues' indexes that there are, of any stage. */
async function existing(wanted: readonly StageIndex[]): Promise<StageIndex[]> {
  const collections = new Map(wanted.map(({ items }) => [items.collectionName, items]));
  const lists = [...collections.values()].map(async (items) => {
    const indexes: Document[] = await items.indexes();
    return indexes.flatMap(({ name, partialFilterExpression: filter }) => {
      const stage = /^waiting_([a-z0-9-]+)_[0-9a-f]{8}$/.exec(name)?.[1];
      return stage === undefined ? [] : [{ stage, items, name, filter }];
    });
  });
  return (await Promise.all(lists)).flat();
}

/** Two stages that select by the same filter share one index, whatever it is called. */
function isSame(one: StageIndex, other: StageIndex): boolean {
  const isThere = one.items.collectionName === other.items.collectionName;
  return isThere && fingerprint(one.filter) === fingerprint(other.filter);
}

function idOf({ items, name }: StageIndex): string {
  return `${items.collectionName}.${name}`;
}

async function make({ items, name, filter }: StageIndex): Promise<void> {
  try {
    const options = { ...untimed, name, partialFilterExpression: filter };
    await items.createIndex({ site: 1, _id: 1 }, options);
  } catch (error) {
    // Another stage of this very boot selects by the same filter: its index serves both.
    if (!(error instanceof MongoServerError && error.codeName === 'IndexOptionsConflict')) throw error;
  }
}

/** What of a filter a partial index can hold: equality. The rest is checked on the items found. */
function indexable(filter: Filter<PipelineItem>): Filter<PipelineItem> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => isEquality(value)));
}

function fingerprint(filter: Filter<PipelineItem>): string {
  return createHash('sha256').update(JSON.stringify(filter)).digest('hex').slice(0, 8);
}
