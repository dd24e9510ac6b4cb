/** The clean-up of old runs: their history and log files go; the run itself, the ledger and what was made stay. */
import type { ObjectId } from 'mongodb';
import { Activity } from '../../schema/activity.ts';
import { AutomationRun } from '../../schema/automation-run.ts';
import type { Database } from '../db/database.ts';
import { dayMs } from '../durations.ts';
import { type EndedRun, endedRuns } from './ended-runs.ts';
import type { Engine } from './engine.ts';
import { removeRunLogs } from './run-log/folders.ts';

/** Days after its start for which an ended run keeps its history. */
export const keptDays = 90;

const rowsAtOnce = 1_000;

type Cleaning = Pick<Engine, 'database' | 'logFolder' | 'log' | 'now'>;

/** Runs that a clean-up would trim now, the eldest first. */
export function oldRuns({ database, now }: Pick<Cleaning, 'database' | 'now'>): AsyncGenerator<EndedRun> {
  const before = new Date(now().getTime() - keptDays * dayMs);
  return endedRuns(database, 'startedAt', before, { trimmedAt: null });
}

/**
 * Trims all old runs; returns how many, and how many lines their histories had. Cut off, done twice or in two
 * processes at once, it does what is left to do. A run whose folder cannot be removed is tried again the next time.
 */
export async function cleanUp(engine: Cleaning): Promise<{ runs: number; rows: number }> {
  const done = { runs: 0, rows: 0 };
  for await (const run of oldRuns(engine)) {
    done.rows += await removeRows(engine.database, run);
    if (await trim(engine, run)) done.runs += 1;
  }
  return done;
}

async function trim({ database, logFolder, log, now }: Cleaning, run: EndedRun): Promise<boolean> {
  const { _id, account, site, runId } = run;
  const folder = { account: account.toHexString(), site: site.toHexString(), runId };
  const [left] = await removeRunLogs(logFolder, [folder]);
  if (left) {
    log.warn({ run: runId, reason: left.reason }, 'old log files could not be removed');
    return false;
  }
  // A failed run may just have been resumed: its new history stays, and a later clean-up takes it.
  const { matchedCount } = await database
    .of(AutomationRun)
    .updateOne({ _id, active: false, trimmedAt: null }, { $set: { trimmedAt: now() } });
  return matchedCount > 0;
}

/** Removes the rows that the run had when it was looked at, in pages; returns how many. */
async function removeRows(database: Database, { _id: run, seq }: EndedRun): Promise<number> {
  const activities = database.of(Activity);
  for (let removed = 0; ; ) {
    const page = await activities
      .find({ run, seq: { $lte: seq } }, { sort: { seq: 1 }, limit: rowsAtOnce, projection: { _id: 1 } })
      .toArray();
    if (page.length === 0) return removed;
    const { deletedCount } = await activities.deleteMany({ _id: { $in: page.map(({ _id }) => _id) } });
    removed += deletedCount;
  }
}

/** How many lines the run's history has. */
export async function rowCount(database: Database, run: ObjectId): Promise<number> {
  return database.of(Activity).countDocuments({ run });
}
