import { BSON, type Collection, type Document, type Filter, type ObjectId } from 'mongodb';
import type { AutomationRun } from '../../schema/automation-run.ts';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import type { Database } from '../db/database.ts';
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
  /** Only what this filter of the database finds. */
  readonly matching?: Document;
}

/** What a run takes: all that waits on its site, or what was chosen of that. */
export function scopeOf({ site, items, matching }: Chosen): WaitingScope {
  return { site, ...(items && { items }), ...(matching && { matching: BSON.EJSON.parse(matching) }) };
}

type Chosen = Pick<AutomationRun, 'site' | 'items' | 'matching'>;

/** True of a run that takes what was chosen alone: it passes over all else that waits. */
export function isOfChosen({ items, matching }: Omit<Chosen, 'site'>): boolean {
  return Boolean(items ?? matching);
}

/** The filter of a stage's waiting items: what the stage says, of the site, neither failed nor disabled. */
export function waitingFilter(stage: AnyStage, scope: WaitingScope): Filter<PipelineItem> {
  const { after, upTo, items, matching } = scope;
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
    // What the stage says stays at the top, where the index of what waits is told by it.
    ...(matching && { $and: [...(stage.waiting.$and ?? []), matching] }),
  };
}

/** The collection of a stage's items. */
export function itemsOf(database: Database, stage: AnyStage): Collection<PipelineItem> {
  return database.of<PipelineItem>(stage.item);
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

/** Of a filter's values: what an index can be restricted to, and an item at hand be compared with. */
export function isEquality(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}
