/** The loop over a run's stages and their batches, for as long as this worker holds the run. */

import { RunStatus, StageStatus } from '../../schema/automation-run.ts';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import { Site } from '../../schema/site.ts';
import { errors } from '../errors.ts';
import { providersFor } from './answered-by.ts';
import { runBatch } from './batch/run-batch.ts';
import { type StageWork, stateOf } from './batch/stage-work.ts';
import { completeRun } from './end-run.ts';
import { checkFailures } from './failures.ts';
import { passGate } from './gate.ts';
import type { LeasedRun } from './leased-run.ts';
import { ratesOf } from './rates.ts';
import { type PageReader, type Selected, Selection } from './selection.ts';
import { parseSettings } from './settings.ts';
import type { AnyStage } from './stage.ts';
import { beginStage, completeStage } from './stage-steps.ts';
import { isPlain, itemsOf, scopeOf, waitingFilter } from './waiting.ts';

/**
 * Takes the run as far as it goes: to its end, or until it is paused or to be left. Throws what stops it: see
 * `slot.ts` (`stopFor`) for what becomes of that.
 */
export async function advance(leased: LeasedRun): Promise<void> {
  const { engine, run } = leased;
  const site = await engine.database.of(Site).findOne({ _id: run.site });
  if (!site) throw errors.siteNotFound({ site: run.site.toHexString() });
  for (const key of run.sequence) {
    const status = leased.run.stages[key]?.status;
    if (status === StageStatus.Completed || status === StageStatus.Skipped) continue;
    const stage = engine.registry.get(key);
    if (!(await runStage(leased, stage, site))) return;
  }
  if (!mayGoOn(leased)) return;
  await completeRun(leased);
}

function mayGoOn(leased: LeasedRun): boolean {
  return !leased.isLeaving && leased.run.status === RunStatus.Running;
}

/** Returns true when the stage is done, false when the run is to be left before that. */
async function runStage(leased: LeasedRun, stage: AnyStage, site: Site): Promise<boolean> {
  if (!mayGoOn(leased)) return false;
  const state = stateOf({ leased, stage });
  const work: StageWork = {
    leased,
    stage,
    site,
    settings: parseSettings(stage, state.settings),
    providers: await providersFor(leased),
    rates: await ratesOf(leased.engine.database, site._id),
    reserved: new Set(),
    index: state.batches,
    begun: state.processed + state.failed,
    isGuardable: isPlain(stage),
  };
  if (stage.kind === 'gate') {
    await passGate(work);
    return true;
  }
  if (state.status !== StageStatus.Running && !(await beginStage(work))) return true;
  if (!(await drain(work))) return false;
  await completeStage(work);
  return true;
}

/** Works batch by batch until nothing waits (true), or the run is to be left (false). */
async function drain(work: StageWork): Promise<boolean> {
  const { leased } = work;
  const { freshMs } = leased.engine.timing;
  const selection = new Selection({ stage: work.stage.key, read: pageReader(work), freshMs });
  const inFlight = new Set<Promise<void>>();
  let isDrained = false;
  let stop: { error?: unknown } | undefined;
  const begin = (selected: Selected<PipelineItem>) => {
    const batch: Promise<void> = runBatch(work, selected)
      .then((result) => {
        if (result === 'halve') selection.halve(selected);
        else selection.ended(selected, result !== 'short');
        if (result === 'short') stop ??= {};
        if (result === 'failed') checkFailures(work);
      })
      .catch((error: unknown) => {
        stop = { error };
      })
      .finally(() => inFlight.delete(batch));
    inFlight.add(batch);
  };
  // The worker before this one may have died before it looked.
  checkFailures(work);
  try {
    while (!stop && !isDrained && mayGoOn(leased)) {
      while (inFlight.size < work.settings.parallel) {
        const selected = await selection.next(work.settings.batchSize);
        // A batch may have ended the stage meanwhile.
        if (stop || selected.items.length === 0) break;
        begin(selected);
      }
      if (inFlight.size > 0) await Promise.race(inFlight);
      else isDrained = true;
    }
  } finally {
    // Whatever stops the stage: batches in flight may still commit what has been paid for.
    await Promise.all(inFlight);
  }
  if (stop && 'error' in stop) throw stop.error;
  return isDrained && !stop;
}

function pageReader({ leased, stage }: StageWork): PageReader<PipelineItem> {
  const items = itemsOf(leased.engine.database, stage);
  return (after, limit) => {
    const { run } = leased;
    const { upTo } = stateOf({ leased, stage });
    const scope = {
      ...scopeOf(run),
      ...(after && { after }),
      ...(upTo && { upTo }),
    };
    return items.find(waitingFilter(stage, scope), { sort: { _id: 1 }, limit }).toArray();
  };
}
