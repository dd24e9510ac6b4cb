import { setTimeout as pause } from 'node:timers/promises';
import { MongoError, type ObjectId } from 'mongodb';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import type { Database } from '../db/database.ts';
import { rowsAfter } from '../engine/find-run.ts';
import { isGone, localPid } from '../engine/owner.ts';
import { errors } from '../errors.ts';
import type { RunView } from './run-views.ts';

const lookEveryMs = 150;
/** A database that is silent for longer will hardly come back by itself. */
const silentMs = 60_000;

export interface Watching {
  readonly view: RunView;
  /** Rows up to this number have been shown before. */
  readonly after: number;
  /** Ends the watching, whatever the run does. */
  readonly signal: AbortSignal;
  /** What the person is told besides what the run itself shows; '' for nothing. */
  notice(): string;
}

/** Shows the run until nobody works on it any more, and returns it. Throws RUN_NOT_FOUND, DATABASE_UNREACHABLE. */
export async function watchRun(database: Database, id: ObjectId, watching: Watching): Promise<AutomationRun> {
  try {
    return await showUntilSettled(database, id, watching);
  } finally {
    watching.view.close();
  }
}

async function showUntilSettled(
  database: Database,
  id: ObjectId,
  watching: Watching,
): Promise<AutomationRun> {
  const { view, signal, notice } = watching;
  let shown = watching.after;
  let run: AutomationRun | undefined;
  let answeredAt = performance.now();
  for (;;) {
    try {
      run = (await database.of(AutomationRun).findOne({ _id: id })) ?? undefined;
      if (!run) throw errors.runNotFound({ runId: id.toHexString() });
      // Read after the run: its last rows are among them.
      const rows = await rowsAfter(database, id, shown);
      shown = rows.at(-1)?.seq ?? shown;
      answeredAt = performance.now();
      view.show(run, rows, notice() || leaseNotice(run, new Date()));
      if (signal.aborted || isSettled(run, new Date())) return run;
    } catch (error) {
      if (!(error instanceof MongoError)) throw error;
      if (signal.aborted || performance.now() - answeredAt > silentMs)
        throw errors.databaseUnreachable({ reason: error.message });
      if (run) view.show(run, [], 'The database is not responding. Waiting for it.');
    }
    await pause(lookEveryMs);
  }
}

/** True when the run has ended or is paused, and the batch that was in flight has too. */
function isSettled({ status, lease }: AutomationRun, now: Date): boolean {
  if (status === RunStatus.Running) return false;
  return lease.owner === null || lease.until < now || isGone(lease.owner);
}

/** Why nothing moves, or who else moves it; '' where this process works on the run. */
function leaseNotice({ status, lease }: AutomationRun, now: Date): string {
  if (status !== RunStatus.Running || lease.owner === null) return '';
  const pid = localPid(lease.owner);
  if (pid === process.pid) return '';
  if (pid !== null && !isGone(lease.owner)) return `Process ${pid} is working on this run.`;
  const seconds = Math.max(0, Math.ceil((lease.until.getTime() - now.getTime()) / 1000));
  return `Another process holds this run; it continues here if that one stays silent for ${seconds} s.`;
}
