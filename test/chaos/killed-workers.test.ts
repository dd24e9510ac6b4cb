import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../language/seeded.ts';
import { RunTrigger } from '../../schema/automation-run.ts';
import { defaultTiming, type Timing } from '../../server/engine/engine.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { benchKeywords } from '../bench/keywords.ts';
import { openTestApp } from '../support/app.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { logsOf } from './crash.ts';
import { databaseNow, LeaseWatch } from './lease-watch.ts';
import { answersLost, faultsOf } from './wholeness.ts';
import { openWorkshop, type WorkerProcess } from './worker-processes.ts';

/** When a worker is killed, counted from its claim. */
type Moment =
  | { readonly changes: number; readonly delayMs: number }
  /** Having done so many writes within transactions, the last of them still open. */
  | { readonly write: number };

/** The product's own proportions, at a fifteenth: this lease is waited for forty times. */
const timing: Timing = { ...defaultTiming, leaseMs: 2_000, pollMs: 300 };

/** Choose other moments by `CHAOS_SEED`. */
const seed = process.env.CHAOS_SEED ?? 'galley';

function moments(each: number): Moment[] {
  const { pick } = seeded(seed);
  const upTo = (limit: number) => pick(Array.from({ length: limit }, (_, index) => index + 1));
  return Array.from({ length: each }, () => [
    { changes: upTo(15), delayMs: upTo(15) },
    { write: upTo(70) },
  ]).flat();
}

const app = await openTestApp({ parts: { now: () => new Date() } });
const { database } = app.engine;
const { hire, answers } = openWorkshop(app, timing);

describe('a run of 100 keywords', () => {
  it('survives twenty kills at any moment and twenty within a transaction', async () => {
    console.log(`CHAOS_SEED=${seed}`);
    const site = await makeSite(database, { credits: 100_000 });
    await makeKeywords(database, site, benchKeywords(100));
    const { _id: run } = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    const watch = await LeaseWatch.open(database, run);

    const plan = moments(20);
    const staff = new Map<number, { worker: WorkerProcess; moment: Moment | undefined }>();
    const employ = async () => {
      const moment = plan.shift();
      const isWithin = moment && 'write' in moment;
      const worker = await hire(isWithin ? { freezeAt: { what: 'write', number: moment.write } } : {});
      staff.set(worker.pid, { worker, moment });
    };
    await employ();
    await employ();

    const killed = new Set<number>();
    const takeovers: number[] = [];
    for (let claimed = 0; killed.size < 40; claimed = watch.claims.length - 1) {
      const { pid } = await watch.claim(claimed);
      const { worker, moment } = staff.get(pid) ?? {};
      if (!worker || !moment) throw new Error(`${pid} is not to be killed`);
      const ended = watch.until(() => watch.hasEnded);
      if ('write' in moment) await Promise.race([worker.says('frozen'), ended]);
      else {
        const last = watch.changes + moment.changes;
        await watch.until(() => watch.changes >= last || watch.hasEnded);
        await wait(moment.delayMs);
      }
      expect(watch.hasEnded, `ended after ${killed.size} kills`).toBe(false);
      const before = watch.claims.length;
      const killedAt = await databaseNow(database);
      await worker.end('SIGKILL');
      killed.add(pid);
      const employed = employ();
      const { at } = await watch.claim(before);
      takeovers.push((at - killedAt) / timing.leaseMs);
      await employed;
    }
    await watch.until(() => watch.hasEnded);
    await watch.close();
    for (const { worker } of staff.values()) await worker.end('SIGTERM');

    expect(await faultsOf(database, run)).toEqual([]);
    const { left, fresh } = await logsOf(app, run);
    expect(left).toEqual(fresh);
    const { inFlight, others, journaled } = await answersLost(
      database,
      run,
      await answers([...staff.values()].map(({ worker }) => worker)),
    );
    console.log(`${journaled} answers, ${inFlight.length} lost in flight by ${killed.size} workers`);
    expect(others).toEqual([]);
    expect(inFlight.filter(({ pid }) => !killed.has(pid))).toEqual([]);
    console.log(`takeovers after ${takeovers.map((leases) => leases.toFixed(2)).join(', ')} leases`);
    expect(Math.max(...takeovers)).toBeLessThanOrEqual(1.5);
  });
});
