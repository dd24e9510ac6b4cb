/**
 * The fence: the one update by which a lease holder changes its run. It matches only while the lease is the
 * holder's, the run is active and what the change costs is held; so whoever was overtaken, cancelled or left
 * without credits cannot commit, whatever else its transaction wrote.
 */
import type { ClientSession, Collection, Document, ObjectId } from 'mongodb';
import type { AutomationRun } from '../../schema/automation-run.ts';
import { errors } from '../errors.ts';
import { activeStatuses } from './run-state.ts';

/** Who claims to hold a run's lease. */
export interface Holder {
  readonly owner: string;
  readonly token: number;
  readonly leaseMs: number;
}

/** A change of the run document. Paths are dotted, as in `stages.queue-tasks.processed`. */
export interface RunChange {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly add?: Readonly<Record<string, number>>;
  /** Appended to lists, which keep their first 1,000. */
  readonly append?: Readonly<Record<string, readonly string[]>>;
  /** Activity rows that the same transaction inserts: `seq` grows by so many. */
  readonly rows?: number;
  /** Milli-credits taken from what the run holds. */
  readonly cost?: number;
  /** Renews the lease by so many milliseconds. */
  readonly leaseMs?: number;
}

const listLimit = 1_000;

/** The change as an aggregation pipeline, which can count in the database's own time. */
export function changePipeline(change: RunChange): Document[] {
  const set: Document = {};
  for (const [path, value] of Object.entries(change.set ?? {})) set[path] = { $literal: value };
  for (const [path, by] of Object.entries({ ...change.add, seq: change.rows ?? 0 })) {
    set[path] = { $add: [{ $ifNull: [`$${path}`, 0] }, by] };
  }
  for (const [path, ids] of Object.entries(change.append ?? {})) {
    const whole = { $concatArrays: [{ $ifNull: [`$${path}`, []] }, [...ids]] };
    set[path] = { $slice: [whole, listLimit] };
  }
  const cost = change.cost ?? 0;
  if (cost > 0) {
    set.creditsLeft = { $subtract: ['$creditsLeft', cost] };
    set.creditsUsed = { $add: ['$creditsUsed', cost] };
  }
  if (change.leaseMs !== undefined) set['lease.until'] = { $add: ['$$NOW', change.leaseMs] };
  return [{ $set: set }];
}

/**
 * Applies the change and returns the run as it is then. Throws LEASE_LOST or HOLD_SHORT with
 * nothing changed.
 */
export async function changeFenced(
  runs: Collection<AutomationRun>,
  run: Pick<AutomationRun, '_id' | 'runId'>,
  holder: Holder,
  change: RunChange,
  session?: ClientSession,
): Promise<AutomationRun> {
  const cost = change.cost ?? 0;
  const options = session ? { session } : {};
  const changed = await runs.findOneAndUpdate(
    { ...held(run._id, holder), creditsLeft: { $gte: cost } },
    changePipeline(change),
    { ...options, returnDocument: 'after' },
  );
  if (changed) return changed;
  const now = await runs.findOne(held(run._id, holder), options);
  if (now) throw errors.holdShort({ needed: cost, left: now.creditsLeft });
  throw errors.leaseLost({ runId: run.runId });
}

function held(_id: ObjectId, holder: Holder) {
  return {
    _id,
    status: { $in: [...activeStatuses] },
    'lease.owner': holder.owner,
    'lease.token': holder.token,
  };
}
