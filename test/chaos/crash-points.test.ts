import { afterAll, describe, expect, it, vi } from 'vitest';
import { audit } from '../../server/credits/audit.ts';
import { openTestApp } from '../support/app.ts';
import { type Crash, crashAndRecover, logsOf, type Scaffold } from './crash.ts';
import type { LastWrite } from './mortal.ts';
import { outcomeOf } from './outcome.ts';
import { Censor, calm, parallel, type Scene, troubled } from './scenes.ts';
import { cheapProviders } from './tiny-pictures.ts';

vi.mock('node:fs/promises', async (original) => {
  const { mortalFiles } = await import('./mortal.ts');
  return mortalFiles(await original());
});

const survives: LastWrite = () => false;
const isOpen = (kind: string) => kind.endsWith('(open)');

/** Kinds of write that each must have been a worker's last. */
const wanted: readonly string[] = [
  ...[
    'clusters',
    'ideas',
    'tasks',
    'contents',
    'images',
    'credit_entries',
    'activities',
    'notifications',
  ].map((name) => `insert ${name} (open)`),
  ...['commit', 'insert ai_calls', 'update ai_calls (open)', 'findAndModify runs'],
  ...['file write', 'file writeFile', 'file rename'],
];

/** The last write is the nth of those that count. */
function nth(n: number, counts: LastWrite = () => true): LastWrite {
  let left = n;
  return (kind) => {
    if (counts(kind)) left -= 1;
    return left === 0;
  };
}

/** A product to crash in, and how often its provider has answered. */
interface Lane extends Scaffold {
  readonly answered: { count: number };
}

const lanes: readonly Lane[] = [await openLane(), await openLane()];

async function openLane(): Promise<Lane> {
  const answered = { count: 0 };
  const censor = new Censor();
  const providers = cheapProviders({
    onAsked: async (input) => censor.look(input),
    onAnswer() {
      answered.count += 1;
      return 0;
    },
  });
  const app = await openTestApp({ parts: { providers } });
  Object.assign(app.engine, { timing: { ...app.engine.timing, pollMs: 20 } });
  return { app, censor, answered };
}

describe('a run whose worker dies', () => {
  const graves: Promise<unknown>[] = [];

  afterAll(async () => {
    await Promise.all(graves);
  }, 120_000);

  async function examine(lane: Lane, crash: Crash) {
    const { app, answered } = lane;
    const before = answered.count;
    const { site, life, buried } = await crashAndRecover(lane, crash);
    graves.push(buried);
    const outcome = await outcomeOf(app.engine.database, site, crash.scene);
    for (const { left, fresh } of await logsOf(app, site)) expect(left).toEqual(fresh);
    return { life, outcome, bought: answered.count - before };
  }

  /**
   * Crashes at the first, the next, … point in the order of `crashAt`, in all lanes at once, until a worker lives
   * through its runs or `crashAt` has no more; every time they must come to what they come to undisturbed. Returns
   * that, and the kinds of write that were a worker's last.
   */
  async function crashEverywhere(scene: Scene, crashAt: (point: number) => Omit<Crash, 'scene'> | undefined) {
    const kinds: string[] = [];
    const undisturbed: Record<string, unknown>[] = [];
    let point = 0;
    let isDone = false;
    const walk = async (lane: Lane) => {
      const calm = await examine(lane, { ...crashAt(0), scene, isLast: survives });
      undisturbed.push(calm.outcome);
      while (!isDone) {
        const number = point;
        point += 1;
        const crash = crashAt(number);
        if (!crash) return;
        const { life, outcome, bought } = await examine(lane, { ...crash, scene });
        const where = `after write ${life.writes.length}, ${life.writes.at(-1)}`;
        expect(outcome, where).toEqual(calm.outcome);
        expect(bought - calm.bought, `answers bought twice ${where}`).toBeLessThanOrEqual(scene.inFlight);
        if (!life.isOver) return;
        kinds.push(life.writes.at(-1) ?? '');
      }
    };
    // One lane's end is all lanes' end, and what the others have begun is not left to the next test.
    const walks = lanes.map((lane) =>
      walk(lane).finally(() => {
        isDone = true;
      }),
    );
    await Promise.allSettled(walks);
    await Promise.all(walks);
    for (const { app } of lanes) expect((await audit(app.engine.database)).differences).toEqual([]);
    console.log(`${kinds.length} crash points`);
    return { kinds, undisturbed: undisturbed[0] ?? {} };
  }

  it('comes to the same whichever write was the last, committed or still open', async () => {
    const walked = await crashEverywhere(calm, (point) => ({ isLast: nth(point + 1) }));
    // The clock's writes shift the numbers of all others, so that a rare one may have been passed over.
    const missing = wanted.filter((kind) => !walked.kinds.includes(kind));
    const added = await crashEverywhere(calm, (point) => {
      const kind = missing[point];
      return kind === undefined ? undefined : { isLast: nth(1, (written) => written === kind) };
    });
    const kinds = [...walked.kinds, ...added.kinds];
    expect(wanted.filter((kind) => !kinds.includes(kind))).toEqual([]);
    expect(kinds.filter((kind) => /^(update|delete|findAndModify) credit_entries/.test(kind))).toEqual([]);
  });

  it('comes to the same when phases are shown and log files written all the time', async () => {
    const { kinds } = await crashEverywhere(calm, (point) => ({
      isLast: nth(3 + point * 8),
      timing: { flushMs: 1 },
    }));
    expect(kinds.length).toBeGreaterThan(20);
  });

  it('comes to the same with four batches at work at once, and buys no more than those again', async () => {
    const { kinds } = await crashEverywhere(parallel, (point) => ({ isLast: nth(2 + point * 6) }));
    expect(kinds.length).toBeGreaterThan(40);
  });

  it('comes to the same through refusals, growing holds, a pause for credits and a retry', async () => {
    const { kinds, undisturbed } = await crashEverywhere(troubled, (point) => ({
      isLast: nth(1 + point * 6),
    }));
    expect(kinds.length).toBeGreaterThan(40);
    const told = JSON.stringify(undisturbed.told);
    for (const type of ['item.failed', 'run.holdExtended', 'run.paused', 'run.resumed']) {
      expect(told).toContain(`"${type}"`);
    }
    // The refused keyword alone failed, and was taken up by the run that followed.
    expect(undisturbed.runs).toMatchObject([
      { stages: { 'cluster-keywords': { processed: 3, failed: 1 } } },
      { stages: { 'cluster-keywords': { processed: 1, failed: 0 } } },
    ]);
  });

  it('comes to the same when the process dies that starts it', async () => {
    const isLast = (n: number) => nth(n, (kind) => !isOpen(kind));
    const { kinds } = await crashEverywhere(calm, (point) =>
      point < 4 ? { isLast: isLast(point + 1), startsRun: true } : undefined,
    );
    expect(kinds.toSorted()).toEqual([
      'commit',
      'findAndModify runs',
      'findAndModify runs',
      'update accounts',
    ]);
  });
});
