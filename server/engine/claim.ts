import type { ClientSession, Document, Filter, ObjectId } from 'mongodb';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import type { Lease } from '../../schema/lease.ts';
import type { Database } from '../db/database.ts';
import type { LeaseHolder } from './fence.ts';
import { isGone } from './owner.ts';

/** A run, and the proof that it is ours to work on. */
export interface Claim {
  readonly run: AutomationRun;
  readonly holder: LeaseHolder;
  /** True when its last holder did not release it. */
  readonly isTakeover: boolean;
}

export interface Claimant {
  readonly owner: string;
  readonly leaseMs: number;
}

/** Runs that nobody works on, by the database's clock. Those with other stages are left to processes that know them. */
function claimable(stages: readonly string[]): Filter<AutomationRun> {
  return { ...waitingRuns(), sequence: { $not: { $elemMatch: { $nin: [...stages] } } } };
}

/** All runs that wait for a worker, whatever stages it has. */
export function waitingRuns(): Filter<AutomationRun> {
  return { status: RunStatus.Running, $expr: { $lt: ['$lease.until', '$$NOW'] } };
}

/** How long a claim may wait for a lock: less than a worker that is told to stop has. The next poll tries again. */
const claimMaxMs = 5_000;

/** How many runs wait for a worker, counted up to `limit`. */
export async function countClaimable(
  database: Database,
  stages: readonly string[],
  limit: number,
): Promise<number> {
  const waiting = database
    .of(AutomationRun)
    .find(claimable(stages), { sort: { 'lease.until': 1 }, limit, projection: { _id: 1 } });
  return (await waiting.toArray()).length;
}

/** A run that waits for a worker, as it was when it was found. */
export type Claimable = Pick<AutomationRun, '_id' | 'runId' | 'account' | 'lease'>;

/** The run whose lease ran out first, but for some runs, and for those accounts' where others have any; or null. */
export async function nextClaimable(
  database: Database,
  stages: readonly string[],
  { runs = [], accounts = [] }: { runs?: readonly ObjectId[]; accounts?: readonly ObjectId[] } = {},
): Promise<Claimable | null> {
  const wanted = { ...claimable(stages), ...(runs.length > 0 && { _id: { $nin: [...runs] } }) };
  const first = (filter: Filter<AutomationRun>) =>
    database.of(AutomationRun).findOne(filter, {
      sort: { 'lease.until': 1 },
      projection: { runId: 1, account: 1, lease: 1 },
    });
  const next = await first(wanted);
  if (!next || !accounts.some((account) => account.equals(next.account))) return next;
  return (await first({ ...wanted, account: { $nin: [...accounts] } })) ?? next;
}

/** Takes the run; null where another was faster. */
export async function claimRun(
  database: Database,
  { _id, lease: left }: Claimable,
  claimant: Claimant,
  session: ClientSession,
): Promise<Claim | null> {
  await endSession(database, left.session);
  const run = await database.of(AutomationRun).findOneAndUpdate(
    { _id, status: RunStatus.Running, 'lease.token': left.token },
    [
      {
        $set: {
          lease: {
            owner: { $literal: claimant.owner },
            token: { $add: ['$lease.token', 1] },
            until: { $add: ['$$NOW', claimant.leaseMs] },
            session: { $literal: session.id?.id ?? null },
          },
        },
      },
    ],
    { returnDocument: 'after', maxTimeMS: claimMaxMs },
  );
  if (!run) return null;
  const holder = { owner: claimant.owner, token: run.lease.token, leaseMs: claimant.leaseMs };
  return { run, holder, isTakeover: left.owner !== null };
}

/**
 * When a lease ran out that is given back now: at once, yet after those of all runs that wait already, so that the
 * run whose turn is over goes to the end of the line.
 */
export const givenBack: Document = { $subtract: ['$$NOW', 1] };

/** Gives the run back; returns it, or null when it was no longer ours. Renewed leases need no answer. */
export async function releaseRun(
  database: Database,
  run: Pick<AutomationRun, '_id'>,
  holder: LeaseHolder,
): Promise<AutomationRun | null> {
  return database
    .of(AutomationRun)
    .findOneAndUpdate(
      { _id: run._id, 'lease.owner': holder.owner, 'lease.token': holder.token },
      [{ $set: { 'lease.owner': null, 'lease.until': givenBack, 'lease.session': null } }],
      { returnDocument: 'after' },
    );
}

/**
 * Gives back a run whose holder's process is gone from this machine, so that nobody need wait for its lease to run
 * out. Returns true where the run is free now. Were the holder still alive, the fence would stop it.
 */
export async function freeIfGone(
  database: Database,
  run: Pick<AutomationRun, '_id' | 'lease'>,
): Promise<boolean> {
  const { owner, token, session } = run.lease;
  if (owner === null) return true;
  if (!isGone(owner)) return false;
  await endSession(database, session);
  await database
    .of(AutomationRun)
    .updateOne(
      { _id: run._id, 'lease.owner': owner, 'lease.token': token },
      { $set: { 'lease.until': new Date(0) } },
    );
  return true;
}

/** A killed holder's transaction stays open and would hold up every write to the run. */
async function endSession(database: Database, id: Lease['session']): Promise<void> {
  if (id) await database.client.db('admin').command({ killSessions: [{ id }] });
}
