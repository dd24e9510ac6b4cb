import { describe, expect, it } from 'vitest';
import { AutomationRun, RunTrigger } from '../../schema/automation-run.ts';
import { hourMs } from '../../server/durations.ts';
import { defaultTiming } from '../../server/engine/engine.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { benchKeywords } from '../bench/keywords.ts';
import { openTestApp } from '../support/app.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { databaseNow, LeaseWatch } from './lease-watch.ts';
import { answersLost, faultsOf } from './wholeness.ts';
import { openWorkshop } from './worker-processes.ts';

/** The product's own limits; but nobody finds work by looking now and then, or by waiting for a lease to run out. */
const timing = { ...defaultTiming, leaseMs: hourMs, pollMs: hourMs };

const cases = [
  { busy: 'between answers', hangAt: undefined },
  { busy: 'with a provider that answers no more', hangAt: 30 },
];

const app = await openTestApp({ parts: { now: () => new Date() } });
const { database } = app.engine;
const { hire, answers } = openWorkshop(app, timing);

describe('a worker process that gets SIGTERM', () => {
  it.for(cases)('$busy, is gone within 10 s, and the next one goes on at once', async (busy) => {
    const site = await makeSite(database, { credits: 100_000 });
    await makeKeywords(database, site, benchKeywords(12));
    const { _id: run } = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    const watch = await LeaseWatch.open(database, run);
    const leaver = await hire(busy.hangAt === undefined ? {} : { hangAt: busy.hangAt });
    if (busy.hangAt === undefined) await watch.until(() => watch.changes > 20);
    else await leaver.says('hanging');
    const heir = await hire();

    const askedAt = await databaseNow(database);
    const exitCode = leaver.end('SIGTERM');
    const { pid, at } = await watch.claim(1);
    expect(pid).toBe(heir.pid);
    expect(await exitCode).toBe(0);
    const goneAt = await databaseNow(database);
    const idle = at - (watch.releases[0] ?? 0);
    console.log(`taken on ${idle} ms after its release, gone ${goneAt - askedAt} ms after the signal`);
    expect(goneAt - askedAt).toBeLessThan(10_000);
    expect(idle).toBeLessThanOrEqual(1_000);

    await watch.until(() => watch.hasEnded);
    await heir.end('SIGTERM');
    await watch.close();
    expect(await faultsOf(database, run)).toEqual([]);
    const { inFlight, others } = await answersLost(database, run, await answers([leaver, heir]));
    expect([...inFlight, ...others]).toEqual([]);
    const end = await database.of(AutomationRun).findOne({ _id: run });
    expect(end?.lease.token).toBe(3);
  });
});
