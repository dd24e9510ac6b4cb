import type { ClientSession, ObjectId } from 'mongodb';
import type { BatchName } from '../../../schema/activity.ts';
import { CreditEntry } from '../../../schema/credit-entry.ts';
import type { PipelineItem } from '../../../schema/pipeline-item.ts';
import type { BatchJournal } from '../../ai/journal.ts';
import { chargeEntry } from '../../credits/ledger.ts';
import { priceOf } from '../../credits/prices.ts';
import { errors, type GalleyError } from '../../errors.ts';
import type { Commit } from '../leased-run.ts';
import type { Batch, Summary } from '../stage.ts';
import { itemsOf, waitingFilter } from '../waiting.ts';
import { phaseText, saveContext } from './contexts.ts';
import { guardedContext, Unguarded } from './guarded.ts';
import { type StageWork, stateOf, statePath } from './stage-work.ts';

/** A batch on its way to its commit. */
export interface OpenBatch {
  readonly batch: Batch<PipelineItem>;
  readonly name: BatchName;
  readonly journal: BatchJournal;
  /** Which try of these items this is, from 1. */
  readonly attempt: number;
}

/** What came of a batch's transaction. */
export type BatchOutcome = 'saved' | 'dropped' | 'failed';

/**
 * The fast half, within the batch's transaction: saves the output for those items that still wait, and records
 * batch, charge and answers. Items that a person changed meanwhile are dropped (if they still wait, another batch
 * takes them as they are now); none left = nothing saved, nothing charged. Throws STAGE_STALLED where the stage leaves an item waiting.
 */
export async function saveBatch(
  work: StageWork,
  open: OpenBatch,
  output: unknown,
  session: ClientSession,
): Promise<Commit<BatchOutcome>> {
  const { stage } = work;
  const items = unchanged(open.batch, await stillWaiting(work, open.batch, session));
  if (items.length === 0) return dropped(work, open, session);
  const batch = { ...open.batch, items };
  const { database } = work.leased.engine;
  const summary = await stage.save(output, batch, saveContext({ ...work, database }, session));
  const left = await stillWaiting(work, batch, session);
  if (left.length > 0) {
    throw errors.stageStalled({ stage: stage.key, items: left.map((item) => item._id.toHexString()) });
  }
  return saved(work, open, items.length, summary, session);
}

/**
 * As `saveBatch`, for a batch of one, without a look at the item before and after the save. Throws Unguarded where
 * the item is not as it was read, or the save does not show what became of it: `saveBatch` knows what to do then.
 */
export async function saveOne(
  work: StageWork,
  open: OpenBatch,
  output: unknown,
  session: ClientSession,
): Promise<Commit<BatchOutcome>> {
  const [item] = open.batch.items;
  if (!item) throw new Unguarded();
  const { context, hasLeft } = guardedContext(work, item, session);
  const summary = await work.stage.save(output, open.batch, context);
  if (!hasLeft()) {
    work.isGuardable = false;
    throw new Unguarded();
  }
  return saved(work, open, 1, summary, session);
}

/** Records what was saved: the charge, the answers, the counters. */
async function saved(
  work: StageWork,
  open: OpenBatch,
  processed: number,
  summary: Summary,
  session: ClientSession,
): Promise<Commit<BatchOutcome>> {
  const { stage } = work;
  const cost = priceOf(summary.usage ?? [], work.leased.run.prices);
  await record(work, open, cost, session);
  return {
    change: { ...counted(work, summary, processed, cost), cost },
    events: [
      {
        stage: stage.key,
        event: {
          type: 'batch.completed',
          batch: open.name,
          saving: phaseText(work, 'SAVE'),
          message: summary.message,
          closing: summary.closing ?? null,
          notes: [...(summary.notes ?? [])],
          creditsUsed: cost,
        },
      },
    ],
    result: 'saved',
  };
}

/** Marks a batch's one item as failed, in a transaction like any batch's. */
export async function failItem(
  work: StageWork,
  open: OpenBatch,
  error: GalleyError,
  session: ClientSession,
): Promise<Commit<BatchOutcome>> {
  const { leased, stage } = work;
  const [item] = unchanged(open.batch, await stillWaiting(work, open.batch, session));
  if (!item) return dropped(work, open, session);
  const { code, message } = error;
  const at = leased.engine.now();
  const failure = { stage: stage.key, code, message, at, run: leased.run._id };
  await itemsOf(leased.engine.database, stage).updateOne(
    { _id: item._id },
    { $set: { failure, updatedAt: at } },
    { session },
  );
  await stage.failed?.(item, saveContext({ ...work, database: work.leased.engine.database }, session));
  await record(work, open, 0, session);
  return {
    change: {
      set: { [statePath(stage, 'lastFailure')]: message },
      add: { [statePath(stage, 'failed')]: 1, [statePath(stage, 'failedInARow')]: 1 },
    },
    events: [
      {
        stage: stage.key,
        event: {
          type: 'item.failed',
          batch: open.name,
          label: stage.label(item),
          item: item._id.toHexString(),
          code,
          message,
        },
      },
    ],
    result: 'failed',
  };
}

/** The batch's items as they are now, of those that still wait. */
async function stillWaiting(
  { leased, stage }: StageWork,
  batch: Batch<PipelineItem>,
  session: ClientSession,
): Promise<PipelineItem[]> {
  const items: ObjectId[] = batch.items.map((item) => item._id);
  return itemsOf(leased.engine.database, stage)
    .find(waitingFilter(stage, { site: leased.run.site, items }), {
      session,
      sort: { _id: 1 },
      hint: { _id: 1 },
    })
    .toArray();
}

/** Those that nobody has edited since they were read: what was made of the others may not fit them any more. */
function unchanged(batch: Batch<PipelineItem>, now: readonly PipelineItem[]): PipelineItem[] {
  const readAt = new Map(batch.items.map((item) => [item._id.toHexString(), item.updatedAt.getTime()]));
  return now.filter((item) => readAt.get(item._id.toHexString()) === item.updatedAt.getTime());
}

async function dropped(
  { stage }: StageWork,
  { name, journal }: OpenBatch,
  session: ClientSession,
): Promise<Commit<BatchOutcome>> {
  await journal.storePending(session);
  const message = 'Its items were changed meanwhile: nothing saved, nothing charged';
  return {
    change: {},
    events: [{ stage: stage.key, event: { type: 'batch.dropped', batch: name, message } }],
    result: 'dropped',
  };
}

async function record(
  { leased, stage }: StageWork,
  { batch, attempt, journal }: OpenBatch,
  cost: number,
  session: ClientSession,
): Promise<void> {
  const { database } = leased.engine;
  const entry = chargeEntry(leased.run, { stage: stage.key, key: batch.key, attempt }, cost);
  await database.of(CreditEntry).insertOne(entry, { session });
  await journal.storePending(session);
}

function counted(work: StageWork, summary: Summary, processed: number, cost: number) {
  const path = (field: string) => statePath(work.stage, field);
  const lists = Object.entries(summary.ids ?? {}).map(([name, ids]) => [path(`ids.${name}`), ids]);
  // Set as they come the first time, and counted up from then on: the database would sort new fields by name.
  const isFirst = Object.keys(stateOf(work).counters).length === 0;
  const counters = Object.entries(summary.counters).map(([name, by]) => [path(`counters.${name}`), by]);
  return {
    add: {
      [path('processed')]: processed,
      [path('batches')]: 1,
      [path('creditsUsed')]: cost,
      ...(!isFirst && Object.fromEntries(counters)),
    },
    set: { [path('failedInARow')]: 0, ...(isFirst && { [path('counters')]: summary.counters }) },
    append: Object.fromEntries(lists),
  };
}
