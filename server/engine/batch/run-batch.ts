/** One batch from its ids to its commit: the slow half outside any transaction, then one transaction. */
import { createHash } from 'node:crypto';
import type { BatchName } from '../../../schema/activity.ts';
import { AiCall } from '../../../schema/ai-call.ts';
import type { PipelineItem } from '../../../schema/pipeline-item.ts';
import { BatchJournal } from '../../ai/journal.ts';
import { isChargedAlready } from '../../credits/ledger.ts';
import { priceOf } from '../../credits/prices.ts';
import { GalleyError, isError } from '../../errors.ts';
import { unlessAborted } from '../../unless-aborted.ts';
import type { BatchEnd } from '../observer.ts';
import type { Selected } from '../selection.ts';
import type { AnyStage, Batch } from '../stage.ts';
import { currentOf, openingOf } from './batch-words.ts';
import { phaseText, workContext } from './contexts.ts';
import { coverCost } from './cover.ts';
import { Unguarded } from './guarded.ts';
import { type BatchOutcome, failItem, type OpenBatch, saveBatch, saveOne } from './save-batch.ts';
import { type Reservation, type StageWork, stateOf } from './stage-work.ts';

/**
 * `saved`, `failed` and `dropped`: the items wait no longer. `halve`: some item of several cannot be processed.
 * `short`: the run is paused for credits, the items wait as before.
 */
export type BatchResult = BatchOutcome | 'halve' | 'short';

/**
 * Works on the items and commits. Throws what ends the run: LEASE_LOST, a critical error, a fault of the stage.
 * A batch that was cut off before is taken up where its journal ends.
 */
export async function runBatch(work: StageWork, selected: Selected<PipelineItem>): Promise<BatchResult> {
  const { leased, stage } = work;
  const { items } = selected;
  const batch = openBatch(work, items);
  const { usage } = stage.forecast(items.length, work.settings, work.rates);
  const reservation = { cost: priceOf(usage, leased.run.prices) };
  // Before anything is waited for: the next batch must see it, to come after it.
  work.reserved.add(reservation);
  const startedAt = performance.now();
  let end: BatchEnd = 'error';
  try {
    if (!(await coverCost(leased, () => reservedUpTo(work, reservation)))) {
      end = 'short';
      return end;
    }
    noteStart(work, batch);
    const isNew = !selected.isRepeat && !leased.begunBefore.has(batch.key);
    const attempt = 1 + items.reduce((sum, item) => sum + item.retries, 0);
    const result = await tryBatch(work, batch, { attempt, isNew });
    end = result;
    // They begin again, as two batches.
    if (result === 'halve') work.begun -= items.length;
    return result;
  } finally {
    work.reserved.delete(reservation);
    leased.engine.observe.batchEnded(stage.key, end, (performance.now() - startedAt) / 1_000);
  }
}

/** `isNew`: no start of this batch has been cut off before, so its journal is empty. */
interface Try {
  readonly attempt: number;
  readonly isNew: boolean;
}

async function tryBatch(
  work: StageWork,
  batch: Batch<PipelineItem>,
  { attempt, isNew }: Try,
): Promise<BatchResult> {
  const { leased, stage } = work;
  const { run, engine } = leased;
  const scope = {
    account: run.account,
    site: run.site,
    run: run._id,
    stage: stage.key,
    batchKey: batch.key,
    attempt,
  };
  const journal = new BatchJournal(engine.database.of(AiCall), scope, { isNew });
  const open: OpenBatch = { batch, name: nameOf(batch), journal, attempt };
  try {
    return await workOnce(work, open);
  } catch (error) {
    // These very items are on record already: someone put them back since, by hand. That is another try.
    if (isChargedAlready(error) && !leased.signal.aborted) {
      return await tryBatch(work, batch, { attempt: attempt + 1, isNew: false });
    }
    throw error;
  } finally {
    // What was paid and not committed with a batch is kept for the next start.
    await journal.flush();
  }
}

async function workOnce(work: StageWork, open: OpenBatch): Promise<BatchResult> {
  const { leased, stage } = work;
  try {
    // Work that goes on all the same is left alone: its slot is wanted for other runs.
    const output = await unlessAborted(leased.signal, () =>
      stage.work(open.batch, workContext(work, open.name, open.journal)),
    );
    return await commitBatch(work, open, output);
  } catch (error) {
    if (error instanceof GalleyError && error.scope === 'item') return await giveUp(work, open, error);
    throw error;
  }
}

/** Commits; where the output costs more than is held, grows the hold and commits again. */
async function commitBatch(work: StageWork, open: OpenBatch, output: unknown): Promise<BatchResult> {
  let save = open.batch.items.length === 1 && work.isGuardable ? saveOne : saveBatch;
  for (;;) {
    try {
      const outcome = await work.leased.commit((session) => save(work, open, output, session));
      open.journal.committed();
      return outcome;
    } catch (error) {
      if (error instanceof Unguarded) {
        save = saveBatch;
        continue;
      }
      if (!isError(error, 'HOLD_SHORT')) throw error;
      if (!(await coverCost(work.leased, () => Number(error.details.needed)))) return 'short';
    }
  }
}

/** An item that cannot be processed: of several, the halves are tried, so that the others do not go down with it. */
async function giveUp(work: StageWork, open: OpenBatch, error: GalleyError): Promise<BatchResult> {
  if (open.batch.items.length > 1) return 'halve';
  const outcome = await work.leased.commit((session) => failItem(work, open, error, session));
  open.journal.committed();
  return outcome;
}

/** What the hold must cover for a batch to begin: it and those in flight that began before it. */
function reservedUpTo({ reserved }: StageWork, last: Reservation): number {
  const all = [...reserved];
  return all.slice(0, all.indexOf(last) + 1).reduce((sum, { cost }) => sum + cost, 0);
}

function openBatch(work: StageWork, items: readonly PipelineItem[]): Batch<PipelineItem> {
  const { total, upTo } = stateOf(work);
  work.index += 1;
  const first = work.begun + 1;
  work.begun += items.length;
  const left = Math.max(0, total - work.begun);
  return {
    key: batchKeyOf(work.stage, items),
    index: work.index,
    count: work.index + Math.ceil(left / work.settings.batchSize),
    first,
    total: Math.max(total, work.begun),
    items,
    ...(upTo && { upTo }),
  };
}

/** The same stage and items make the same key, in every start of the run. */
function batchKeyOf(stage: AnyStage, items: readonly PipelineItem[]): string {
  const hash = createHash('sha256').update(stage.key);
  for (const { _id } of items) hash.update(_id.id);
  return hash.digest('hex').slice(0, 24);
}

function nameOf({ index, count, first, total, items }: Batch<PipelineItem>): BatchName {
  return { index, count, first, last: first + items.length - 1, total };
}

function noteStart(work: StageWork, batch: Batch<PipelineItem>): void {
  const { leased, stage } = work;
  const { items, key } = batch;
  const [first] = items;
  leased.note(stage.key, {
    type: 'batch.started',
    batch: nameOf(batch),
    opening: openingOf(stage, batch),
    preparing: phaseText(work, 'PREP'),
    current: currentOf(stage, batch),
    label: first ? stage.label(first) : '',
    one: stage.nouns.one,
    ids: items.map((item) => item._id.toHexString()),
    stageKey: stage.key,
    batchKey: key,
  });
}
