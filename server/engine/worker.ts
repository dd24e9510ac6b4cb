import type { ClientSession, ObjectId } from 'mongodb';
import { type Claim, claimRun, countClaimable, nextClaimable } from './claim.ts';
import type { Engine } from './engine.ts';
import { tryFollowUps } from './follow-ups.ts';
import { LeasedRun } from './leased-run.ts';
import { newOwner } from './owner.ts';
import { workOn } from './slot.ts';
import { whoGivesWay, whoHasEnough } from './turns.ts';

export interface WorkerOptions {
  /** Runs worked on at once. Most of a run's time is waiting for an AI, so many fit one process. */
  readonly slots: number;
}

/** How often in a slice it looks whether runs wait for a slot. */
const looksPerSlice = 4;

/**
 * Pulls runs from the database and works on them. Rings only wake it: a lost, late or repeated one changes nothing,
 * because what there is to do stands in the runs themselves.
 */
export class Worker {
  readonly owner = newOwner();
  readonly #engine: Engine;
  readonly #slots: number;
  readonly #busy = new Map<LeasedRun, Promise<void>>();
  #poll: NodeJS.Timeout | undefined;
  #slice: NodeJS.Timeout | undefined;
  #isStopping = false;
  #pulling: Promise<void> | undefined;
  #isWoken = false;

  constructor(engine: Engine, { slots }: WorkerOptions) {
    this.#engine = engine;
    this.#slots = slots;
  }

  /** From its start until it is told to stop. */
  get isRunning(): boolean {
    return this.#poll !== undefined && !this.#isStopping;
  }

  start(): void {
    const { pollMs, sliceMs } = this.#engine.timing;
    this.#poll = setInterval(() => this.wake(), pollMs);
    this.#slice = setInterval(() => void this.#makeRoom(), sliceMs / looksPerSlice);
    this.wake();
  }

  /** Looks for runs now. With a run named: looks whether that one was paused or cancelled, too. */
  wake(run?: ObjectId): void {
    for (const leased of this.#busy.keys()) {
      if (run && leased.run._id.equals(run)) void leased.lookAgain();
    }
    this.#isWoken = true;
    if (!this.#isStopping) this.#pulling ??= this.#pull().finally(() => (this.#pulling = undefined));
  }

  /**
   * Begins nothing more, lets the batches in flight finish for at most so many ms, abandons those that have not, and
   * gives all runs back. Called again, the shorter time holds.
   */
  async stop(withinMs = this.#engine.timing.stopMs): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#poll);
    clearInterval(this.#slice);
    for (const leased of this.#busy.keys()) leased.leave();
    const impatience = setTimeout(() => {
      for (const leased of this.#busy.keys()) leased.abandon(new Error('the worker is stopping'));
    }, withinMs);
    await this.#pulling;
    await Promise.all(this.#busy.values());
    clearTimeout(impatience);
  }

  async #pull(): Promise<void> {
    while (this.#isWoken && !this.#isStopping) {
      this.#isWoken = false;
      await this.#fill().catch((error: unknown) => {
        this.#engine.log.warn({ err: error }, 'no run could be claimed');
      });
    }
  }

  /** Claims runs into free slots until there are no more of either. What cannot be claimed is left for the next look. */
  async #fill(): Promise<void> {
    const { database, registry, timing, log } = this.#engine;
    const claimant = { owner: this.owner, leaseMs: timing.leaseMs };
    const passedOver: ObjectId[] = [];
    while (this.#busy.size < this.#slots && !this.#isStopping) {
      const accounts = whoHasEnough([...this.#busy.keys()], this.#slots);
      const next = await nextClaimable(database, registry.keys, { runs: passedOver, accounts });
      if (!next) return;
      const session = database.client.startSession();
      const claim = await claimRun(database, next, claimant, session).catch((error: unknown) => {
        log.warn({ err: error, run: next.runId }, 'a run could not be claimed');
        passedOver.push(next._id);
        return null;
      });
      if (claim) this.#take(claim, session);
      else await session.endSession();
    }
  }

  #take(claim: Claim, session: ClientSession): void {
    const leased = new LeasedRun(this.#engine, claim, session);
    // Stopped while it was claiming: the run is given back untouched.
    if (this.#isStopping) leased.leave();
    const work = workOn(leased, claim, () => this.#busy.size).then(async (result) => {
      await session.endSession();
      // Within the slot: who stops waits for it, or leaves it to others. The clock does so too, should this fail.
      if (result !== 'trouble' && !this.#isStopping) await tryFollowUps(this.#engine, leased.run.site);
      this.#busy.delete(leased);
      // After trouble the poll comes back to it: by then the database may answer.
      if (result !== 'trouble') this.wake();
    });
    this.#busy.set(leased, work);
  }

  /** With all slots taken and runs waiting, as many of those that have had their slice give way after their batch. */
  async #makeRoom(): Promise<void> {
    const { database, registry, log, timing } = this.#engine;
    const runs = [...this.#busy.keys()];
    const isDue = ({ leasedMs, isLeaving }: LeasedRun) => leasedMs >= timing.sliceMs && !isLeaving;
    if (runs.length < this.#slots || !runs.some(isDue)) return;
    try {
      const waiting = await countClaimable(database, registry.keys, this.#slots);
      for (const leased of whoGivesWay(runs, waiting, timing.sliceMs)) leased.leave();
    } catch (error) {
      log.warn({ err: error }, 'no look at waiting runs');
    }
  }
}
