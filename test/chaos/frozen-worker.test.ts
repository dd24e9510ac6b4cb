import { describe, expect, it } from 'vitest';
import { Activity } from '../../schema/activity.ts';
import { AutomationRun, RunTrigger } from '../../schema/automation-run.ts';
import type { Timing } from '../../server/engine/engine.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { benchKeywords } from '../bench/keywords.ts';
import { openTestApp } from '../support/app.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { logsOf } from './crash.ts';
import { databaseNow, LeaseWatch } from './lease-watch.ts';
import { answersLost, faultsOf } from './wholeness.ts';
import { openWorkshop } from './worker-processes.ts';
import { firstToken, type WorkerTask } from './worker-task.ts';

const timing: Timing = {
  leaseMs: 2_000,
  sliceMs: 15_000,
  pollMs: 300,
  flushMs: 50,
  stopMs: 8_000,
  freshMs: 500,
};

/** Where in the run the worker is frozen, and when it thaws. */
const cases: {
  where: string;
  freezeAt: NonNullable<WorkerTask['freezeAt']>;
  thaws: 'at once' | 'afterwards';
}[] = [
  { where: 'within a transaction', freezeAt: { [firstToken]: { after: 8, write: 1 } }, thaws: 'at once' },
  { where: 'within a transaction', freezeAt: { [firstToken]: { after: 8, write: 2 } }, thaws: 'afterwards' },
  { where: 'while it waits for an answer', freezeAt: { answer: 20 }, thaws: 'at once' },
  { where: 'while it waits for an answer', freezeAt: { answer: 21 }, thaws: 'afterwards' },
];

const app = await openTestApp({ parts: { now: () => new Date() } });
const { database } = app.engine;
const { hire, answers } = openWorkshop(app, timing);

describe('a worker that is frozen for longer than its lease', () => {
  it.for(cases)('$where, and thaws $thaws, commits nothing and blocks nobody', async (frozen) => {
    const runs = database.of(AutomationRun);
    const site = await makeSite(database, { credits: 100_000 });
    await makeKeywords(database, site, benchKeywords(6));
    const { _id: run } = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    const watch = await LeaseWatch.open(database, run);

    const sleeper = await hire({ freezeAt: frozen.freezeAt });
    await sleeper.says('frozen');
    const before = await runs.findOne({ _id: run });
    const heir = await hire();
    const readyAt = await databaseNow(database);
    const taken = await watch.claim(1);
    expect(taken.pid).toBe(heir.pid);
    const free = Math.max(before?.lease.until.getTime() ?? 0, readyAt);
    const waited = (taken.at - free) / timing.leaseMs;
    if (frozen.thaws === 'afterwards') await watch.until(() => watch.hasEnded);
    sleeper.signal('SIGCONT');
    await watch.until(() => watch.hasEnded);
    // Gone of its own accord: whatever it would still have done, it has done.
    expect(await sleeper.end('SIGTERM')).toBe(0);
    expect(await heir.end('SIGTERM')).toBe(0);
    await watch.close();

    expect(watch.claims.map(({ pid }) => pid)).toEqual([sleeper.pid, heir.pid]);
    expect(await faultsOf(database, run)).toEqual([]);
    const rows = await database
      .of(Activity)
      .find({ run }, { sort: { seq: 1 } })
      .toArray();
    expect(rows.filter(({ event }) => event.type === 'run.takenOver')).toHaveLength(1);
    for (const { left, fresh } of await logsOf(app, site)) expect(left).toEqual(fresh);
    const { inFlight, others } = await answersLost(database, run, await answers([sleeper, heir]));
    // Of the answer in flight there are two, and one place in the journal.
    expect(inFlight.length + others.length).toBeLessThanOrEqual(1);
    console.log(`taken over ${waited.toFixed(2)} leases after the lease had run out`);
    // Frozen, it renews no more: with what was left of its lease, that is within one and a half.
    expect(waited).toBeLessThanOrEqual(0.5);
  });
});
