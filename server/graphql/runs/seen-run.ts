/** Runs with all that their progress is told from, for many runs in as many reads as for one. */
import type { ObjectId } from 'mongodb';
import { Activity } from '../../../schema/activity.ts';
import { type AutomationRun, RunStatus } from '../../../schema/automation-run.ts';
import type { Engine } from '../../engine/engine.ts';
import { currentBatch, telling } from '../../engine/progress/current-batch.ts';
import { measuredPaces } from '../../engine/progress/measured.ts';
import type { Seen } from '../../engine/progress/outlook.ts';
import type { Context } from '../context.ts';
import type { AccountDocuments } from '../documents.ts';

/** How many rows a run shows of its history. */
const recentRows = 50;

export function seenRun(context: Context, run: AutomationRun): Promise<Seen> {
  return context.documents.loaders
    .forgetful('seen run', versionOf, (runs: readonly AutomationRun[]) => seeRuns(context, runs))
    .load(run);
}

/** The latest rows of the run, in order. */
export function recentActivity(documents: AccountDocuments, run: AutomationRun): Promise<Activity[]> {
  return documents.loaders
    .forgetful('recent rows', versionOf, async (runs: readonly AutomationRun[]) => {
      const rows = await lastRows(documents, runs, recentRows);
      return runs.map((one) => rows.get(one._id.toHexString()) ?? []);
    })
    .load(run);
}

function versionOf({ _id, seq, status }: AutomationRun): string {
  return `${_id} ${seq} ${status}`;
}

async function seeRuns({ documents, engine }: Context, runs: readonly AutomationRun[]): Promise<Seen[]> {
  // Only who is at work has a batch, and who has come to the end needs no pace.
  const atWork = runs.filter(({ status }) => status === RunStatus.Running);
  const open = runs.filter(({ status }) => status !== RunStatus.Completed);
  const [rows, paces, isOffline] = await Promise.all([
    lastRows(documents, atWork, telling),
    open.length > 0 ? measuredPaces(engine, sitesOf(open)) : new Map<string, Seen['paces']>(),
    isOfflineFor(engine, runs),
  ]);
  return runs.map((run) => ({
    run,
    paces: paces.get(run.site.toHexString()) ?? new Map(),
    isOffline,
    batch: currentBatch(rows.get(run._id.toHexString()) ?? [], run.current),
    now: engine.now(),
  }));
}

/** Whether their account's texts are samples: the runs of one list are of one account. */
async function isOfflineFor(engine: Engine, [run]: readonly AutomationRun[]): Promise<boolean> {
  return run !== undefined && (await engine.providers.of(run.account)).text.isOffline;
}

function sitesOf(runs: readonly AutomationRun[]): ObjectId[] {
  return [...new Map(runs.map(({ site }) => [site.toHexString(), site])).values()];
}

/** The last rows of each of the runs, in order, by run id (hex): their numbers have no gaps. */
async function lastRows(
  documents: AccountDocuments,
  runs: readonly AutomationRun[],
  count: number,
): Promise<Map<string, Activity[]>> {
  if (runs.length === 0) return new Map();
  const parts = runs.map(({ _id, seq }) => ({ run: _id, seq: { $gt: seq - count, $lte: seq } }));
  const rows = await documents.of(Activity).find({ $or: parts }, { sort: { run: 1, seq: 1 } });
  return Map.groupBy(rows, ({ run }) => run.toHexString());
}
