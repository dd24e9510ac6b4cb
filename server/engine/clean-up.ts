/** The clean-up of old runs: their history and log files go; the run itself, the ledger and what was made stay. */
import type { ObjectId } from 'mongodb';
import { Activity } from '../../schema/activity.ts';
import { AutomationRun } from '../../schema/automation-run.ts';
import type { Database } from '../db/database.ts';
import type { Engine } from './engine.ts';
import { removeRunLogs } from './run-log/folders.ts';

const dayMs = 86_400_000;
/** Days after its start for which an ended run keeps its history. */
export const keptDays = 90;

const runsAtOnce = 100;
const rowsAtOnce = 1_000;

/** An ended run that is old enough. */
export type OldRun = Pick<AutomationRun, '_id' | 'account' | 'site' | 'runId' | 'seq' | 'startedAt'>;

type Cleaning = Pick<Engine, 'database' | 'logFolder' | 'log' | 'now'>;

/** Runs that a clean-up would trim now, the eldest first. */
export async function* oldRuns({
  database,
  now,
}: Pick<Cleaning, 'database' | 'now'>): AsyncGenerator<OldRun> {
  const before = new Date(now().getTime() - keptDays * dayMs);
  const old = { active: false, trimmedAt: null, startedAt: { $lt: before } };
  for (let last: OldRun | undefined; ; ) {
    const beyond = last && {
      $or: [{ startedAt: { $gt: last.startedAt } }, { startedAt: last.startedAt, _id: { $gt: last._id } }],
    };
    const page: OldRun[] = await database
      .of(AutomationRun)
      .find({ ...old, ...beyond }, { sort: { startedAt: 1, _id: 1 }, limit: runsAtOnce })
      .project<OldRun>({ account: 1, site: 1, runId: 1, seq: 1, startedAt: 1 })
      .toArray();
    yield* page;
    last = page.at(-1);
    if (page.length < runsAtOnce) return;
  }
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

async function trim({ database, logFolder, log, now }: Cleaning, run: OldRun): Promise<boolean> {
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
async function removeRows(database: Database, { _id: run, seq }: OldRun): Promise<number> {
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
