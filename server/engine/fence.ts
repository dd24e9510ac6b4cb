/**
 * The fence: the one update by which a lease holder changes its run. It matches only while the lease is the
 * holder's, the run is active and what the change costs is held; so whoever was overtaken, cancelled or left
 * without credits cannot commit, whatever else its transaction wrote.
 */
import type { ClientSession, Collection, Document, ObjectId, UpdateFilter } from 'mongodb';
import type { AutomationRun } from '../../schema/automation-run.ts';
import { errors } from '../errors.ts';
import { activeStatuses } from './run-state.ts';

/** Who claims to hold a run's lease. */
export interface LeaseHolder {
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
}

const listLimit = 1_000;

/** The change in the database's own operators. */
export function updateOf(change: RunChange): UpdateFilter<Document> {
  const cost = change.cost ?? 0;
  const left = (change.add?.creditsLeft ?? 0) - cost;
  const add = { ...change.add, seq: change.rows ?? 0, creditsLeft: left, creditsUsed: cost };
  const lists = Object.entries(change.append ?? {});
  const append = lists.map(([path, ids]) => [path, { $each: [...ids], $slice: listLimit }]);
  // Nothing stands under both: what is set afresh is not counted up in the same change.
  const set = change.set ?? {};
  const counted = Object.entries(add).filter(([path]) => !(path in set));
  return {
    $inc: Object.fromEntries(counted),
    ...(Object.keys(set).length > 0 && { $set: set }),
    ...(append.length > 0 && { $push: Object.fromEntries(append) }),
  };
}

/**
 * Applies the change and returns the run as it is then. Throws LEASE_LOST or HOLD_SHORT with
 * nothing changed.
 */
export async function changeFenced(
  runs: Collection<AutomationRun>,
  run: Pick<AutomationRun, '_id' | 'runId'>,
  holder: LeaseHolder,
  change: RunChange,
  session?: ClientSession,
): Promise<AutomationRun> {
  const cost = change.cost ?? 0;
  const options = session ? { session } : {};
  const changed = await runs.findOneAndUpdate(
    { ...leasedBy(run._id, holder), creditsLeft: { $gte: cost } },
    updateOf(change),
    { ...options, returnDocument: 'after' },
  );
  if (changed) return changed;
  const now = await runs.findOne(leasedBy(run._id, holder), options);
  if (now) throw errors.holdShort({ needed: cost, left: now.creditsLeft });
  throw errors.leaseLost({ runId: run.runId });
}

/** Renews the lease by the database's clock and returns the run as it is. Throws LEASE_LOST. */
export async function renewLease(
  runs: Collection<AutomationRun>,
  run: Pick<AutomationRun, '_id' | 'runId'>,
  holder: LeaseHolder,
): Promise<AutomationRun> {
  const renewed = await runs.findOneAndUpdate(
    leasedBy(run._id, holder),
    [{ $set: { 'lease.until': { $add: ['$$NOW', holder.leaseMs] } } }],
    { returnDocument: 'after' },
  );
  if (!renewed) throw errors.leaseLost({ runId: run.runId });
  return renewed;
}

function leasedBy(_id: ObjectId, holder: LeaseHolder) {
  return {
    _id,
    status: { $in: [...activeStatuses] },
    'lease.owner': holder.owner,
    'lease.token': holder.token,
  };
}
