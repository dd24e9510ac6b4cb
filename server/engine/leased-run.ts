import type { ClientSession } from 'mongodb';
import { Activity, type ActivityEvent } from '../../schema/activity.ts';
import { AutomationRun } from '../../schema/automation-run.ts';
import type { LastStep } from '../../schema/run-stop.ts';
import { inTransaction } from '../db/database.ts';
import { errors, isError } from '../errors.ts';
import { type Happening, insertActivity } from './activity.ts';
import type { Claim } from './claim.ts';
import type { Engine } from './engine.ts';
import { changeFenced, type LeaseHolder, type RunChange, renewLease } from './fence.ts';

/** What a transaction does to the run besides its other writes. */
export interface Commit<T> {
  readonly change: RunChange;
  /** Told in the same transaction, after what was noted before. */
  readonly events?: readonly { stage: string | null; event: ActivityEvent }[];
  readonly result: T;
}

/**
 * A run in the hands of this worker: the run as it last was, and the one queue and session through which all
 * commits in its name go, one after the other.
 */
export class LeasedRun {
  readonly engine: Engine;
  readonly holder: LeaseHolder;
  readonly session: ClientSession;
  /** Batches that an earlier holder may have begun: their answers are looked for in the journal. */
  begunBefore: ReadonlySet<string> = new Set();
  /** The number of the last row that this machine's log files hold. */
  loggedSeq = 0;
  readonly #abort = new AbortController();
  #run: AutomationRun;
  #tail: Promise<unknown> = Promise.resolve();
  #noted: Happening[] = [];
  #renewedAt = performance.now();
  readonly #claimedAt = performance.now();
  #leftAt: number | undefined;

  constructor(engine: Engine, claim: Claim, session: ClientSession) {
    this.engine = engine;
    this.holder = claim.holder;
    this.session = session;
    this.#run = claim.run;
  }

  /** As it was at the last commit. */
  get run(): AutomationRun {
    return this.#run;
  }

  /** Aborts when the run is no longer ours to work on. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** True once no further batch is to begin. */
  get isLeaving(): boolean {
    return this.#leftAt !== undefined || this.#abort.signal.aborted;
  }

  /** How long ago it was told to leave, in milliseconds; 0 before. */
  get leavingMs(): number {
    return this.#leftAt === undefined ? 0 : performance.now() - this.#leftAt;
  }

  /** How long this worker has had the run, in milliseconds. */
  get leasedMs(): number {
    return performance.now() - this.#claimedAt;
  }

  /** Lets the batches in flight finish and begins no others. */
  leave(): void {
    this.#leftAt ??= performance.now();
  }

  /** Ends the batches in flight too: what they were about is not wanted any more, or not ours. */
  abandon(reason: unknown): void {
    this.#abort.abort(reason);
  }

  /** Keeps for the next commit what happened. A `batch.phase` replaces the one before it of the same batch and phase. */
  note(stage: string | null, event: ActivityEvent): void {
    const last = this.#noted.at(-1);
    if (last && isSamePhase(last.event, event)) this.#noted.pop();
    this.#noted.push({ at: this.engine.now(), stage, event });
  }

  /**
   * One transaction: what `work` writes, the fenced change of the run it returns, and the rows of what happened.
   * `work` may run more than once. Throws LEASE_LOST or HOLD_SHORT with nothing written. Where the commit itself is not
   * answered, it may have been done: then the run is let go, for whoever claims it next reads how it stands.
   */
  commit<T>(work: (session: ClientSession) => Promise<Commit<T>>): Promise<T> {
    return this.#inLine(async () => {
      this.signal.throwIfAborted();
      const noted = this.#noted;
      this.#noted = [];
      let isSent = false;
      try {
        const { run, result } = await inTransaction(this.session, async (session) => {
          isSent = false;
          const { change, events = [], result } = await work(session);
          const at = this.engine.now();
          const happenings = [...noted, ...events.map((event) => ({ at, ...event }))];
          const { database } = this.engine;
          const runs = database.of(AutomationRun);
          const rows = happenings.length;
          const step = { ...change, set: { ...change.set, ...stepOf(change, at) }, rows };
          const run = await changeFenced(runs, this.#run, this.holder, step, session);
          await insertActivity(database.of(Activity), run, happenings, session);
          isSent = true;
          return { run, result };
        });
        const cost = run.creditsUsed - this.#run.creditsUsed;
        this.#run = run;
        if (cost > 0) this.engine.observe.charged(run.current, cost);
        return result;
      } catch (error) {
        // Put back, they might be told twice.
        if (isSent) this.abandon(error);
        else this.#noted = [...noted, ...this.#noted];
        throw error;
      }
    });
  }

  /** Shows what has been noted to watchers, if anything has. */
  async flush(): Promise<void> {
    if (this.#noted.length > 0) await this.commit(async () => ({ change: {}, result: undefined }));
  }

  /** Renews the lease, and sees whether the run is still ours and wanted. Throws LEASE_LOST. */
  async heartbeat(): Promise<void> {
    await this.#inLine(async () => {
      const sentAt = performance.now();
      const runs = this.engine.database.of(AutomationRun);
      this.#run = await renewLease(runs, this.#run, this.holder);
      this.#renewedAt = sentAt;
    });
  }

  /** Looks now whether the run is still ours and wanted. Never throws. */
  async lookAgain(): Promise<void> {
    await this.heartbeat().catch((error: unknown) => {
      if (isError(error, 'LEASE_LOST')) this.abandon(error);
    });
  }

  /** True when the lease has surely run out: it could not be renewed in time. */
  get isOverdue(): boolean {
    return performance.now() - this.#renewedAt > this.holder.leaseMs;
  }

  /** Throws LEASE_LOST when the lease has surely run out: another worker may be at work on this very batch. */
  checkLease(): void {
    if (this.isOverdue) throw errors.leaseLost({ runId: this.#run.runId });
  }

  #inLine<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(work);
    this.#tail = result.catch(() => undefined);
    return result;
  }
}

/** Rows alone are no step: who begins the same batch in vain, again and again, shows it each time. */
function stepOf(change: RunChange, at: Date): { lastStep?: LastStep } {
  return Object.keys(change).length > 0 ? { lastStep: { at } } : {};
}

function isSamePhase(before: ActivityEvent, now: ActivityEvent): boolean {
  return (
    before.type === 'batch.phase' &&
    now.type === 'batch.phase' &&
    before.batch.index === now.batch.index &&
    before.phase === now.phase &&
    before.message === now.message
  );
}
