import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { audit } from '../../server/credits/audit.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { type Crash, crashAndRecover, logsOf } from './crash.ts';
import type { LastWrite } from './mortal.ts';
import { outcomeOf } from './outcome.ts';
import { cheapProviders } from './tiny-pictures.ts';

vi.mock('node:fs/promises', async (original) => {
  const { mortalFiles } = await import('./mortal.ts');
  return mortalFiles(await original());
});

const survives: LastWrite = () => false;
const isOpen = (kind: string) => kind.endsWith('(open)');

/** The last write is the nth of those that count. */
function nth(n: number, counts: LastWrite = () => true): LastWrite {
  let left = n;
  return (kind) => {
    if (counts(kind)) left -= 1;
    return left === 0;
  };
}

/** A product to crash in, and what a run there comes to when nothing happens. */
interface Lane {
  readonly app: TestApp;
  readonly answered: { count: number };
}

const lanes: readonly Lane[] = [await openLane(), await openLane()];

async function openLane(): Promise<Lane> {
  const answered = { count: 0 };
  const onAnswer = () => {
    answered.count += 1;
    return 0;
  };
  const providers = cheapProviders({ onAnswer });
  const app = await openTestApp({ parts: { providers } });
  Object.assign(app.engine, { timing: { ...app.engine.timing, pollMs: 20 } });
  return { app, answered };
}

describe('a run whose worker dies', () => {
  const graves: Promise<unknown>[] = [];

  afterAll(async () => {
    await Promise.all(graves);
  }, 120_000);

  async function examine({ app, answered }: Lane, crash: Crash) {
    const before = answered.count;
    const { run, life, buried } = await crashAndRecover(app, crash);
    graves.push(buried);
    const outcome = await outcomeOf(app.engine.database, run, join(app.folder, 'media'));
    const { left, fresh } = await logsOf(app, run);
    expect(left).toEqual(fresh);
    return { life, outcome, bought: answered.count - before };
  }

  /**
   * Crashes at the first, the next, … point in the order of `crashAt`, in all lanes at once, until a worker lives
   * through its run or `crashAt` has no more; every time the run must come to what it comes to undisturbed. Returns
   * the kinds of write that were a worker's last.
   */
  async function crashEverywhere(crashAt: (point: number) => Crash | undefined, inFlight = 1) {
    const kinds: string[] = [];
    let point = 0;
    let isDone = false;
    const walk = async (lane: Lane) => {
      const undisturbed = await examine(lane, { ...crashAt(0), isLast: survives });
      while (!isDone) {
        const number = point;
        point += 1;
        const crash = crashAt(number);
        if (!crash) return;
        const { life, outcome, bought } = await examine(lane, crash);
        const where = `after write ${life.writes.length}, ${life.writes.at(-1)}`;
        expect(outcome, where).toEqual(undisturbed.outcome);
        expect(bought - undisturbed.bought, `answers bought twice ${where}`).toBeLessThanOrEqual(inFlight);
        if (life.isOver) kinds.push(life.writes.at(-1) ?? '');
        else isDone = true;
      }
    };
    await Promise.all(lanes.map(walk));
    for (const { app } of lanes) expect((await audit(app.engine.database)).differences).toEqual([]);
    return kinds;
  }

  it('comes to the same whichever write was the last, committed or still open', async () => {
    const kinds = await crashEverywhere((point) => ({ isLast: nth(point + 1) }));
    console.log(`${kinds.length} crash points`);
    const collections = ['clusters', 'ideas', 'tasks', 'contents', 'images', 'credit_entries', 'activities'];
    expect(kinds).toEqual(expect.arrayContaining(collections.map((name) => `insert ${name} (open)`)));
    expect(kinds).toEqual(
      expect.arrayContaining(['commit', 'update ai_calls', 'update ai_calls (open)', 'findAndModify runs']),
    );
    expect(kinds).toEqual(expect.arrayContaining(['file write', 'file writeFile', 'file rename']));
  });

  it('comes to the same when phases are shown and log files written all the time', async () => {
    const kinds = await crashEverywhere((point) => ({ isLast: nth(3 + point * 8), timing: { flushMs: 1 } }));
    console.log(`${kinds.length} crash points`);
    expect(kinds.length).toBeGreaterThan(20);
  });

  it('comes to the same when the process dies that starts it', async () => {
    const isLast = (n: number) => nth(n, (kind) => !isOpen(kind));
    const kinds = await crashEverywhere((point) =>
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
