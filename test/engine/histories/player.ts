import fc from 'fast-check';
import { expect } from 'vitest';
import { AutomationRun, RunStatus } from '../../../schema/automation-run.ts';
import { Cluster, ClusterStatus } from '../../../schema/cluster.ts';
import { Keyword, KeywordStatus } from '../../../schema/keyword.ts';
import type { Failure } from '../../../schema/pipeline-item.ts';
import { topUp } from '../../../server/credits/ledger.ts';
import { claimRun, nextClaimable } from '../../../server/engine/claim.ts';
import { startFollowUps } from '../../../server/engine/follow-ups.ts';
import { LeasedRun } from '../../../server/engine/leased-run.ts';
import { resumeForCredits } from '../../../server/engine/maintenance.ts';
import { retryFailed } from '../../../server/engine/retry-failed.ts';
import { workOn } from '../../../server/engine/slot.ts';
import { cancelRun, pauseRun, resumeRun } from '../../../server/engine/steer-run.ts';
import { errors, GalleyError } from '../../../server/errors.ts';
import type { Scene, ToyApp } from '../../support/toy-app.ts';
import { type Command, dearPrice, type ItemState, Model, type Outcome, type StageKey } from './model.ts';
import type { Seen, Tally } from './tally.ts';

const stageKey = fc.constantFrom<StageKey>('shout', 'echo');
const outcomes: Outcome[] = ['dear', 'item fails', 'run fails', 'abandoned', 'paused', 'cancelled'];
const outcome = fc.oneof(
  { arbitrary: fc.constant<Outcome>('saved'), weight: 3 },
  { arbitrary: fc.constantFrom(...outcomes), weight: 4 },
);
const nth = fc.nat({ max: 3 });
const command: fc.Arbitrary<Command> = fc.oneof(
  { arbitrary: outcome.map((outcome): Command => ({ do: 'work', outcome })), weight: 8 },
  { arbitrary: fc.constantFrom<Command>({ do: 'start' }, { do: 'start', to: 'shout' }), weight: 2 },
  { arbitrary: nth.map((run): Command => ({ do: 'pause', run })), weight: 1 },
  { arbitrary: nth.map((run): Command => ({ do: 'resume', run })), weight: 3 },
  { arbitrary: nth.map((run): Command => ({ do: 'cancel', run })), weight: 1 },
  { arbitrary: stageKey.map((stage): Command => ({ do: 'retry', stage })), weight: 2 },
  {
    arbitrary: fc.integer({ min: 1, max: 9_000 }).map((amount): Command => ({ do: 'topUp', amount })),
    weight: 2,
  },
  { arbitrary: fc.constant<Command>({ do: 'followUp' }), weight: 1 },
);
const work = (outcome: Outcome): Command => ({ do: 'work', outcome });
/** Beginnings that chance alone hardly ever finds, of whose endings it then makes what it likes. */
const beginnings: Command[][] = [
  // A retry that follows its run.
  [work('item fails'), { do: 'retry', stage: 'shout' }, { do: 'cancel', run: 0 }, { do: 'followUp' }],
  // A retry that joins a run, whose stage is still ahead.
  [
    ...[work('saved'), work('saved'), work('item fails'), { do: 'cancel', run: 0 } as const],
    ...[{ do: 'start' } as const, { do: 'retry', stage: 'echo' } as const],
  ],
  // A hold that cannot grow any more.
  [work('dear'), work('dear'), { do: 'topUp', amount: 9_000 }],
];

export const history = fc.record({
  keywords: fc.integer({ min: 1, max: 2 }),
  credits: fc.constantFrom(4, 8, 9.5, 20, 100),
  maxFailedItems: fc.constantFrom(0, 3),
  // Many short ones and some long: what goes wrong mostly does within a few steps.
  commands: fc.oneof(
    { arbitrary: fc.array(command, { minLength: 2, maxLength: 4 }), weight: 6 },
    { arbitrary: fc.array(command, { minLength: 5, maxLength: 9 }), weight: 1 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom(...beginnings), fc.array(command, { minLength: 1, maxLength: 3 }))
        .map(([beginning, ending]) => [...beginning, ...ending]),
      weight: 1,
    },
  ),
});
type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never;

const inOrder = { sort: { _id: 1 } } as const;

/** Plays histories, one after the other, on a database of its own. */
export class Player {
  readonly #app: ToyApp;
  readonly #tally: Tally;
  #topUps = 0;

  constructor(app: ToyApp, tally: Tally) {
    this.#app = app;
    this.#tally = tally;
  }

  async play({ credits, keywords, maxFailedItems, commands }: History): Promise<void> {
    const one = { batchSize: 1 };
    const scene = await this.#app.site(keywords, { credits, maxFailedItems, stages: { shout: one } });
    const model = new Model(credits * 1_000, keywords, maxFailedItems);
    let before = await this.#seen(scene);
    for (const command of [{ do: 'start' } as const, ...commands]) {
      const expected = expectation(model, command);
      expect(await refusalOf(this.#act(scene, command))).toBe(expected);
      const after = await this.#seen(scene);
      expect(after).toEqual(shownBy(model));
      if (expected === null) this.#tally.addEffects(command, before, after);
      else this.#tally.add(`refused, ${expected}`);
      before = after;
    }
    const [active] = (await this.#runs(scene)).filter(({ status }) => status === RunStatus.Running);
    if (active) await cancelRun(this.#app.engine, active._id, 'the test');
  }

  #runs({ site }: Scene): Promise<AutomationRun[]> {
    const runs = this.#app.engine.database.of(AutomationRun);
    const shown = { status: 1, creditsLeft: 1, creditsUsed: 1, creditsSettled: 1, pause: 1 };
    return runs.find({ site: site._id }, { ...inOrder, projection: shown }).toArray();
  }

  async #act(scene: Scene, command: Command): Promise<unknown> {
    const { engine } = this.#app;
    const { site } = scene;
    switch (command.do) {
      case 'start':
        return scene.start(command.to ? { to: command.to } : { to: 'echo' });
      case 'pause':
      case 'resume':
      case 'cancel': {
        const steer = { pause: pauseRun, resume: resumeRun, cancel: cancelRun }[command.do];
        const runs = await this.#runs(scene);
        const run = runs[command.run % runs.length];
        return run && steer(engine, run._id, 'the test');
      }
      case 'work':
        return this.#work(command.outcome);
      case 'retry': {
        const { outcome } = await retryFailed(engine, { site: site._id, stage: command.stage });
        return this.#tally.add(`retry, ${outcome}`);
      }
      case 'topUp': {
        this.#topUps += 1;
        const { amount } = command;
        await topUp(engine.database, { account: site.account, amount, key: `${this.#topUps}` });
        return resumeForCredits(engine, site.account);
      }
      case 'followUp':
        return startFollowUps(engine, site._id);
    }
  }

  /** Claims the running run, if there is one, and leaves it after one batch. */
  async #work(outcome: Outcome): Promise<void> {
    const { engine, toys } = this.#app;
    const session = engine.database.client.startSession();
    const claimant = { owner: 'player', leaseMs: 30_000 };
    const next = await nextClaimable(engine.database, engine.registry.keys);
    const claim = next && (await claimRun(engine.database, next, claimant, session));
    if (claim) {
      const leased = new LeasedRun(engine, claim, session);
      toys.reset();
      for (const key of ['shout', 'echo'] as const) {
        toys[key].inWork = async () => {
          leased.leave();
          this.#tally.add(`work, ${outcome}`);
          if (key === 'echo') this.#tally.add('work, of the second stage');
          if (outcome === 'abandoned') leased.abandon(new Error('abandoned'));
          if (outcome === 'paused') await pauseRun(engine, claim.run._id, 'the test');
          if (outcome === 'cancelled') await cancelRun(engine, claim.run._id, 'the test');
          if (outcome === 'item fails') throw errors.aiRefused({ purpose: key, reason: 'no' });
          if (outcome === 'run fails') throw errors.aiRejectedKey({ provider: 'scripted' });
        };
        if (outcome === 'dear') toys[key].usage = () => [{ kind: 'clusters', count: dearPrice[key] / 2_000 }];
      }
      await workOn(leased, claim);
    }
    await session.endSession();
  }

  async #seen(scene: Scene): Promise<Seen & { available: number; held: number }> {
    const { database } = this.#app.engine;
    const ofSite = { site: scene.site._id };
    const [account, runs, keywords, clusters] = await Promise.all([
      scene.account(),
      this.#runs(scene),
      database.of(Keyword).find(ofSite, inOrder).toArray(),
      database.of(Cluster).find(ofSite, inOrder).toArray(),
    ]);
    return {
      available: account.available,
      held: account.held,
      runs: runs.map(({ status, creditsLeft, creditsUsed, creditsSettled, pause }) => ({
        status,
        left: creditsLeft,
        used: creditsUsed,
        settled: creditsSettled,
        needed: pause?.reason === 'credits' ? pause.needed : null,
      })),
      items: {
        shout: keywords.map(({ status, failure }) => stateOf(failure, status === KeywordStatus.New)),
        echo: clusters.map(({ status, failure }) => stateOf(failure, status === ClusterStatus.New)),
      },
    };
  }
}

function stateOf(failure: Failure | null, isNew: boolean): ItemState {
  if (failure) return 'failed';
  return isNew ? 'waiting' : 'done';
}

function expectation(model: Model, command: Command): string | null {
  switch (command.do) {
    case 'start':
      return model.start('shout', command.to);
    case 'pause':
    case 'resume':
    case 'cancel': {
      const run = model.runs[command.run % model.runs.length];
      return run ? model[command.do](run) : null;
    }
    case 'work':
      return model.work(command.outcome);
    case 'retry':
      return model.retry(command.stage);
    case 'topUp':
      return model.topUp(command.amount);
    case 'followUp':
      return model.followUp();
  }
}

function shownBy({ available, held, runs, items }: Model) {
  return {
    available,
    held,
    runs: runs.map(({ status, left, used, settled, needed }) => ({ status, left, used, settled, needed })),
    items: { shout: items.shout.map(({ state }) => state), echo: items.echo.map(({ state }) => state) },
  };
}

async function refusalOf(action: Promise<unknown>): Promise<string | null> {
  try {
    await action;
    return null;
  } catch (error) {
    if (error instanceof GalleyError) return error.code;
    throw error;
  }
}
