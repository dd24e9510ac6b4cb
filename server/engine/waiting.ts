import { createHash } from 'node:crypto';
import {
  type Collection,
  type CreateIndexesOptions,
  type Filter,
  MongoServerError,
  type ObjectId,
} from 'mongodb';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import type { Database } from '../db/database.ts';
import type { Registry } from './registry.ts';
import type { AnyStage } from './stage.ts';

/** Which of a stage's waiting items are meant. */
export interface WaitingScope {
  readonly site: ObjectId;
  /** Only ids above. */
  readonly after?: ObjectId;
  /** Only ids up to, this one included. */
  readonly upTo?: ObjectId;
  /** Only these. */
  readonly items?: readonly ObjectId[];
}

/** The filter of a stage's waiting items: what the stage says, of the site, neither failed nor disabled. */
export function waitingFilter(stage: AnyStage, scope: WaitingScope): Filter<PipelineItem> {
  const { after, upTo, items } = scope;
  const range = {
    ...(after && { $gt: after }),
    ...(upTo && { $lte: upTo }),
    ...(items && { $in: [...items] }),
  };
  return {
    site: scope.site,
    ...stage.waiting,
    failure: null,
    disabled: false,
    ...(Object.keys(range).length > 0 && { _id: range }),
  };
}

/** The collection of a stage's items. */
export function itemsOf(database: Database, stage: AnyStage): Collection<PipelineItem> {
  return database.of<PipelineItem>(stage.item);
}

/**
 * Makes for every stage the index that its selection reads: by site and id, of waiting items only, so that neither
 * finished nor disabled items cost anything. Doing it again changes nothing.
 */
export async function ensureStageIndexes(database: Database, registry: Registry): Promise<void> {
  for (const stage of registry.sequence) {
    const filter = { ...indexable(stage.waiting), failure: null, disabled: false };
    const name = `waiting_${stage.key}_${fingerprint(filter)}`;
    const options: CreateIndexesOptions = { name, partialFilterExpression: filter };
    await itemsOf(database, stage).createIndex({ site: 1, _id: 1 }, options).catch(unlessShared);
  }
}

/** Another stage may select by the same filter: its index, of another name, serves both. */
function unlessShared(error: unknown): void {
  const isShared = error instanceof MongoServerError && error.codeName === 'IndexOptionsConflict';
  if (!isShared) throw error;
}

/** True when the stage's `waiting` is by equality alone, so that it can be checked on an item at hand. */
export function isPlain(stage: AnyStage): boolean {
  return Object.values(stage.waiting).every(isEquality);
}

/** True when an item at hand surely waits no longer for a stage whose `waiting` is plain. */
export function isSettled(stage: AnyStage, item: PipelineItem): boolean {
  return (
    isPlain(stage) && Object.entries(stage.waiting).some(([path, value]) => valueAt(item, path) !== value)
  );
}

/** Null where there is none, as the database has it. */
function valueAt(item: object, path: string): unknown {
  const found = path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value instanceof Object ? (value as Record<string, unknown>)[key] : undefined),
      item,
    );
  return found ?? null;
}

function isEquality(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}

/** What of a filter a partial index can hold: equality. The rest is checked on the items found. */
function indexable(filter: Filter<PipelineItem>): Filter<PipelineItem> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => isEquality(value)));
}

function fingerprint(filter: Filter<PipelineItem>): string {
  return createHash('sha256').update(JSON.stringify(filter)).digest('hex').slice(0, 8);
}
