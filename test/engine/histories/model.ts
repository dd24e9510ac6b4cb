/** What a run of the toy pipeline is to do, told in a few plain rules; credits are milli-credits. */
import { RunStatus } from '../../../schema/automation-run.ts';

export type StageKey = 'shout' | 'echo';
type StageState = 'waiting' | 'running' | 'done' | 'failed';

/** How a batch goes, or what a person does while it is at work. */
export type Outcome = 'saved' | 'dear' | 'item fails' | 'run fails' | 'abandoned' | 'paused' | 'cancelled';

export type Command =
  | { readonly do: 'start'; readonly to?: StageKey }
  | { readonly do: 'pause' | 'resume' | 'cancel'; readonly run: number }
  | { readonly do: 'work'; readonly outcome: Outcome }
  | { readonly do: 'retry'; readonly stage: StageKey }
  | { readonly do: 'topUp'; readonly amount: number }
  | { readonly do: 'followUp' };

export type ItemState = 'waiting' | 'failed' | 'done';

interface ModelItem {
  state: ItemState;
  /** How often it was put back. */
  retries: number;
}

interface ModelStage {
  key: StageKey;
  state: StageState;
  /** Items before this index belong to it; null before it has begun. */
  upTo: number | null;
  failed: number;
}

export interface ModelRun {
  status: RunStatus;
  stages: ModelStage[];
  estimate: number;
  left: number;
  used: number;
  settled: number;
  /** What must be available before a pause for credits ends by itself; null for a person's pause. */
  needed: number | null;
  followUps: StageKey[];
}

const price = { shout: 1_000, echo: 2_000 };
/** What a batch costs that turns out dearer than expected. */
export const dearPrice = { shout: 6_000, echo: 10_000 };
const order: readonly StageKey[] = ['shout', 'echo'];
const withFifth = (credits: number) => Math.ceil(credits * 1.2);

/** One site of one account. Every action returns the code it is refused with, or null. */
export class Model {
  available: number;
  readonly runs: ModelRun[] = [];
  readonly items: Record<StageKey, ModelItem[]>;
  readonly #limit: number;

  constructor(credits: number, keywords: number, maxFailedItems: number) {
    this.available = credits;
    this.items = {
      shout: Array.from({ length: keywords }, () => ({ state: 'waiting', retries: 0 })),
      echo: [],
    };
    this.#limit = maxFailedItems;
  }

  get active(): ModelRun | undefined {
    return this.runs.find(({ status }) => status === RunStatus.Running || status === RunStatus.Paused);
  }

  get held(): number {
    return this.runs.reduce((sum, { left, used, settled }) => sum + left + used - settled, 0);
  }

  start(from: StageKey = 'shout', to: StageKey = 'echo'): string | null {
    if (this.active) return 'RUN_ALREADY_ACTIVE';
    const keys = order.slice(order.indexOf(from), order.indexOf(to) + 1);
    if (keys.every((key) => this.#waiting(key).length === 0)) return 'NOTHING_TO_DO';
    const estimate = this.#estimate(keys);
    if (this.available < withFifth(estimate)) return 'INSUFFICIENT_CREDITS';
    this.available -= withFifth(estimate);
    const stages = keys.map((key): ModelStage => ({ key, state: 'waiting', upTo: null, failed: 0 }));
    const left = withFifth(estimate);
    const fresh = { used: 0, settled: 0, needed: null, followUps: [] };
    this.runs.push({ status: RunStatus.Running, stages, estimate, left, ...fresh });
    return null;
  }

  pause(run: ModelRun): string | null {
    if (run.status !== RunStatus.Running && run.needed === null) return 'TRANSITION_REFUSED';
    Object.assign(run, { status: RunStatus.Paused, needed: null });
    return null;
  }

  resume(run: ModelRun): string | null {
    if (run.status === RunStatus.Paused) {
      Object.assign(run, { status: RunStatus.Running, needed: null });
      return null;
    }
    if (run.status !== RunStatus.Failed) return 'TRANSITION_REFUSED';
    const open = run.stages.filter(({ state }) => state !== 'done');
    const estimate = this.#estimate(open.map(({ key }) => key));
    if (this.available < withFifth(estimate)) return 'INSUFFICIENT_CREDITS';
    if (this.active) return 'RUN_ALREADY_ACTIVE';
    this.available -= withFifth(estimate);
    Object.assign(run, { status: RunStatus.Running, estimate, left: withFifth(estimate) });
    for (const stage of open)
      if (stage.state === 'failed') Object.assign(stage, { state: 'running', failed: 0 });
    return null;
  }

  cancel(run: ModelRun): string | null {
    if (run !== this.active) return 'TRANSITION_REFUSED';
    this.#end(run, RunStatus.Cancelled);
    return null;
  }

  /** A top-up, after which a run that is paused for want of credits looks again. */
  topUp(amount: number): null {
    this.available += amount;
    const run = this.active;
    if (run?.status === RunStatus.Paused && run.needed !== null && run.needed <= this.available)
      this.resume(run);
    return null;
  }

  retry(stage: StageKey): string | null {
    const run = this.active;
    if (!this.#hasFailed(stage)) return run && this.#isRetried(stage) ? null : 'NOTHING_FAILED';
    if (!run) return this.#startFor([stage]);
    if (run.stages.find(({ key }) => key === stage)?.state === 'waiting') this.#putBack(stage);
    else if (!run.followUps.includes(stage)) run.followUps.push(stage);
    return null;
  }

  /** The clock's look at the runs that are to follow others. */
  followUp(): null {
    const before = this.runs.find((run) => run.followUps.length > 0);
    if (!before || this.active) return null;
    this.#startFor(before.followUps);
    // Where it is refused, they wait for the next run.
    for (const stage of before.followUps) this.#putBack(stage);
    before.followUps = [];
    return null;
  }

  /** A worker takes the running run as far as one batch, or to its end. */
  work(outcome: Outcome): null {
    const run = this.active;
    if (run?.status !== RunStatus.Running) return null;
    for (const stage of run.stages.filter(({ state }) => state !== 'done')) {
      if (stage.state === 'waiting') {
        const last = this.items[stage.key].findLastIndex(({ state }) => state === 'waiting');
        Object.assign(stage, last < 0 ? { state: 'done' } : { state: 'running', upTo: last + 1 });
      }
      const item = this.items[stage.key].find(
        ({ state }, nth) => state === 'waiting' && nth < (stage.upTo ?? 0),
      );
      if (item && stage.state === 'running') {
        this.#batch(run, stage, item, outcome);
        return null;
      }
      stage.state = 'done';
    }
    this.#end(run, RunStatus.Completed);
    return null;
  }

  #batch(run: ModelRun, stage: ModelStage, item: ModelItem, outcome: Outcome): void {
    if (!this.#cover(run, price[stage.key])) return;
    if (outcome === 'abandoned') return;
    if (outcome === 'cancelled') this.#end(run, RunStatus.Cancelled);
    else if (outcome === 'run fails') this.#fail(run, stage);
    else if (outcome === 'item fails') {
      item.state = 'failed';
      stage.failed += 1;
      if (stage.failed > this.#limit) this.#fail(run, stage);
    } else this.#save(run, stage, item, outcome);
  }

  #save(run: ModelRun, stage: ModelStage, item: ModelItem, outcome: Outcome): void {
    const cost = outcome === 'dear' ? dearPrice[stage.key] : price[stage.key];
    if (!this.#cover(run, cost)) return;
    run.left -= cost;
    run.used += cost;
    item.state = 'done';
    if (stage.key === 'shout') this.items.echo.push({ state: 'waiting', retries: 0 });
    if (outcome === 'paused') run.status = RunStatus.Paused;
  }

  /** Holds as much as is needed, in chunks of a twentieth of the estimate where the account has them. */
  #cover(run: ModelRun, needed: number): boolean {
    const short = needed - run.left;
    if (short <= 0) return true;
    const chunk = Math.max(short, Math.ceil((run.estimate * 0.05) / 1_000) * 1_000);
    const amount = [chunk, short].find((amount) => amount <= this.available);
    if (amount === undefined) {
      Object.assign(run, { status: RunStatus.Paused, needed: short });
      return false;
    }
    this.available -= amount;
    run.left += amount;
    return true;
  }

  #fail(run: ModelRun, stage: ModelStage): void {
    stage.state = 'failed';
    this.#end(run, RunStatus.Failed);
  }

  #end(run: ModelRun, status: RunStatus): void {
    this.available += run.left;
    Object.assign(run, { status, left: 0, settled: run.used, needed: null });
  }

  /** Starts a run for the failed items of these stages; refused, it leaves them failed. */
  #startFor(stages: readonly StageKey[]): string | null {
    if (!stages.some((stage) => this.#hasFailed(stage))) return 'NOTHING_FAILED';
    const failed = stages.flatMap((stage) => this.#putBack(stage));
    const refused = this.start(order.find((stage) => stages.includes(stage)));
    if (refused)
      for (const item of failed) Object.assign(item, { state: 'failed', retries: item.retries - 1 });
    return refused;
  }

  #hasFailed(stage: StageKey): boolean {
    return this.items[stage].some(({ state }) => state === 'failed');
  }

  #isRetried(stage: StageKey): boolean {
    return this.#waiting(stage).some(({ retries }) => retries > 0);
  }

  #putBack(stage: StageKey): ModelItem[] {
    const failed = this.items[stage].filter(({ state }) => state === 'failed');
    for (const item of failed) Object.assign(item, { state: 'waiting', retries: item.retries + 1 });
    return failed;
  }

  #waiting(stage: StageKey): ModelItem[] {
    return this.items[stage].filter(({ state }) => state === 'waiting');
  }

  #estimate(keys: readonly StageKey[]): number {
    const shouts = keys.includes('shout') ? this.#waiting('shout').length : 0;
    const echoes = keys.includes('echo') ? this.#waiting('echo').length + shouts : 0;
    return shouts * price.shout + echoes * price.echo;
  }
}
