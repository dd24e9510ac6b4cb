import { describe, expect, it } from 'vitest';
import { AutomationRun, RunTrigger } from '../../schema/automation-run.ts';
import { defaultTiming, type Timing } from '../../server/engine/engine.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { benchKeywords } from '../bench/keywords.ts';
import { openTestApp } from '../support/app.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { logsOf } from './crash.ts';
import { databaseNow, LeaseWatch } from './lease-watch.ts';
import { momentsOf, type Way, wayOf } from './moments.ts';
import { cheapProviders } from './tiny-pictures.ts';
import { answersLost, faultsOf } from './wholeness.ts';
import { openWorkshop, type WorkerProcess } from './worker-processes.ts';
import { firstToken } from './worker-task.ts';

/** The product's own proportions, at a fifteenth: this lease is waited for forty times. */
const timing: Timing = { ...defaultTiming, leaseMs: 2_000, pollMs: 300 };

/** Choose other moments by `CHAOS_SEED`. */
const seed = process.env.CHAOS_SEED ?? 'galley';

/** How often in each way. */
const kills = 20;

const app = await openTestApp({
  parts: { now: () => new Date(), providers: cheapProviders({ onAnswer: () => 0 }) },
});
const { database } = app.engine;
const { hire, answers } = openWorkshop(app, timing);

async function startLongRun(): Promise<AutomationRun> {
  const site = await makeSite(database, { name: 'Beans', credits: 100_000 });
  await makeKeywords(database, site, benchKeywords(100));
  return startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
}

/** Batches of each stage that has any, in order, of a run that nobody disturbs. */
async function undisturbed(): Promise<[string, number][]> {
  const worker = app.startWorker();
  const run = await app.settled((await startLongRun())._id);
  await worker.stop();
  return batchesOf(run);
}

function batchesOf({ sequence, stages }: AutomationRun): [string, number][] {
  return sequence
    .map((key): [string, number] => [key, stages[key]?.batches ?? 0])
    .filter(([, batches]) => batches > 0);
}

describe('a run of 100 keywords', () => {
  it('survives twenty kills at any moment and twenty within a transaction, some of each in every stage', async () => {
    console.log(`CHAOS_SEED=${seed}`);
    const batches = await undisturbed();
    const plan = momentsOf(
      batches.map(([, count]) => count),
      kills,
      seed,
    );
    const { _id: run, site } = await startLongRun();
    const watch = await LeaseWatch.open(database, run);

    const staff = new Map<number, WorkerProcess>();
    const freezeAt = Object.fromEntries(plan.map((moment, nth) => [firstToken + nth, moment]));
    const employ = async () => {
      const worker = await hire({ freezeAt });
      staff.set(worker.pid, worker);
    };
    // Of the two that wait, either may be the next.
    await employ();
    await employ();

    const killed: { pid: number; way: Way; stage: string }[] = [];
    const takeovers: number[] = [];
    for (const moment of plan) {
      const { pid } = await watch.claim(killed.length);
      const worker = staff.get(pid);
      if (!worker) throw new Error(`${pid} is nobody's process`);
      // What is frozen does nothing any more: it is killed at this very moment.
      await Promise.race([worker.says('frozen'), watch.until(() => watch.hasEnded)]);
      expect(watch.hasEnded, `ended after ${killed.length} kills`).toBe(false);
      const killedAt = await databaseNow(database);
      await worker.end('SIGKILL');
      const { current: stage = '' } = (await database.of(AutomationRun).findOne({ _id: run })) ?? {};
      const way = wayOf(moment);
      killed.push({ pid, way, stage });
      const employed = employ();
      const leases = ((await watch.claim(killed.length)).at - killedAt) / timing.leaseMs;
      takeovers.push(leases);
      console.log(
        `kill ${killed.length} (${way}) in ${stage}, after batch ${moment.after}: taken over after ${leases.toFixed(2)} leases`,
      );
      await employed;
    }
    await watch.until(() => watch.hasEnded);
    await watch.close();
    for (const worker of staff.values()) await worker.end('SIGTERM');

    for (const way of ['any', 'transaction'] as const) {
      const hit = new Set(killed.filter((kill) => kill.way === way).map(({ stage }) => stage));
      expect(
        batches.map(([stage]) => stage).filter((stage) => !hit.has(stage)),
        `stages without a kill: ${way}`,
      ).toEqual([]);
    }
    expect(await faultsOf(database, run)).toEqual([]);
    const end = await database.of(AutomationRun).findOne({ _id: run });
    expect(end && batchesOf(end)).toEqual(batches);
    for (const { left, fresh } of await logsOf(app, { _id: site })) expect(left).toEqual(fresh);
    const { inFlight, others, journaled } = await answersLost(
      database,
      run,
      await answers([...staff.values()]),
    );
    console.log(`${journaled} answers, ${inFlight.length} lost in flight by ${killed.length} workers`);
    expect(others).toEqual([]);
    const dead = new Set(killed.map(({ pid }) => pid));
    expect(inFlight.filter(({ pid }) => !dead.has(pid))).toEqual([]);
    expect(Math.max(...takeovers)).toBeLessThanOrEqual(1.5);
  });
});
