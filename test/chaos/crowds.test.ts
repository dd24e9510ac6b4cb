import { describe, expect, it } from 'vitest';
import { Account } from '../../schema/account.ts';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { CreditEntry, EntryKind } from '../../schema/credit-entry.ts';
import { Occurrence, Outcome } from '../../schema/occurrence.ts';
import { openAccount } from '../../server/accounts.ts';
import { audit } from '../../server/credits/audit.ts';
import { minuteMs } from '../../server/durations.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { changeSchedule } from '../../server/schedule/change-schedule.ts';
import { makeBarrier } from '../support/barrier.ts';
import { makeAccount, makeKeywords, makeSite, numbered } from '../support/factory.ts';
import { look } from '../support/scheduled-site.ts';
import { openToyApp } from '../support/toy-app.ts';

const app = await openToyApp();
const { engine, toys } = app;
const { database } = engine;
const differences = async () => (await audit(database)).differences;

/** Waits until so many runs have completed since now. */
async function watchCompletions() {
  const isCompletion = { 'updateDescription.updatedFields.status': RunStatus.Completed };
  const changes = database.of(AutomationRun).watch([{ $match: isCompletion }], { maxAwaitTimeMS: 20 });
  await changes.tryNext();
  return async (count: number) => {
    for (let seen = 0; seen < count; seen += 1) await changes.next();
    await changes.close();
  };
}

describe('many starts at once', () => {
  it('of one site make one run: 300 starts, 299 refusals', async () => {
    const { start, account, count } = await app.site(10, { credits: 10_000 });
    const starts = await Promise.allSettled(Array.from({ length: 300 }, () => start()));
    const refused = starts.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(299);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'RUN_ALREADY_ACTIVE' });
    expect(await count(AutomationRun)).toBe(1);
    expect(await account()).toMatchObject({ available: 9_973_600, held: 26_400 });
    expect(await differences()).toEqual([]);
  });

  it('of 200 sites of one account hold for each exactly, and overdraw nothing', async () => {
    // Enough for 150 of them.
    const owner = await makeAccount(database, 26.4 * 150 + 5);
    const sites = await Promise.all(
      Array.from({ length: 200 }, () => makeSite(database, { account: owner._id })),
    );
    for (const site of sites) await makeKeywords(database, site, numbered(10));
    const starts = await Promise.allSettled(
      sites.map((site) => startRun(engine, { site: site._id, trigger: RunTrigger.Manual })),
    );
    const refused = starts.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(50);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'INSUFFICIENT_CREDITS' });
    const runs = await database.of(AutomationRun).find({ account: owner._id }).toArray();
    expect(runs).toHaveLength(150);
    for (const run of runs) expect(run).toMatchObject({ hold: 26_400, creditsLeft: 26_400, active: true });
    const account = await database.db.collection('accounts').findOne({ _id: owner._id });
    expect(account).toMatchObject({ available: 5_000, held: 26_400 * 150 });
    expect(account?.holds).toHaveLength(150);
    expect(await differences()).toEqual([]);
  });
});

describe('many runs of one account that end at once', () => {
  it('settle each exactly: what was used is gone, nothing is held any more', async () => {
    const account = await makeAccount(database, 1_000);
    const sites = await Promise.all(
      Array.from({ length: 200 }, () => makeSite(database, { account: account._id })),
    );
    for (const site of sites) await makeKeywords(database, site, ['tea']);
    const only = { trigger: RunTrigger.Manual, to: 'shout' } as const;
    await Promise.all(sites.map((site) => startRun(engine, { site: site._id, ...only })));
    const barrier = makeBarrier();
    toys.shout.inWork = () => barrier.pass();
    const worker = app.startWorker(200);
    await barrier.reached(200);
    const completed = await watchCompletions();
    barrier.open();
    await completed(200);
    await worker.stop();
    expect(await database.of(Account).findOne({ _id: account._id })).toMatchObject({
      available: 800_000,
      held: 0,
      holds: [],
    });
    const settlements = { account: account._id, kind: EntryKind.Settlement, amount: -1_000 };
    expect(await database.of(CreditEntry).countDocuments(settlements)).toBe(200);
    expect(await database.of(AutomationRun).countDocuments({ account: account._id, active: true })).toBe(0);
    expect(await differences()).toEqual([]);
  });
});

describe('two hundred sites that are due at the same minute', () => {
  it('each start one run, spread over some seconds, with two processes at it', async () => {
    const { _id: account } = await makeAccount(database, 10_000);
    const sites = await Promise.all(Array.from({ length: 200 }, () => makeSite(database, { account })));
    const time = new Date(engine.now().getTime() + 10 * minuteMs).toISOString().slice(11, 16);
    await Promise.all(
      sites.map(async (site) => {
        await makeKeywords(database, site, ['tea pot']);
        await changeSchedule(engine, site, { enabled: true, time });
      }),
    );
    app.clock.advance(11 * minuteMs);
    const waits: number[] = [];
    const wait = async (ms: number) => void waits.push(ms);
    await Promise.all([look(engine, wait), look({ ...engine }, wait)]);
    const ofThem = { site: { $in: sites.map(({ _id }) => _id) } };
    expect(await database.of(AutomationRun).distinct('site', ofThem)).toHaveLength(200);
    expect(await database.of(AutomationRun).countDocuments(ofThem)).toBe(200);
    expect(await database.of(Occurrence).countDocuments({ ...ofThem, outcome: Outcome.Started })).toBe(200);
    expect(new Set(waits).size).toBeGreaterThan(180);
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(5_000);
    expect(Math.max(...waits)).toBeLessThan(8_000);
    expect(await differences()).toEqual([]);
  });
});

describe('whoever opens an account', () => {
  it('finds the account that another has just made, while much else is being written', async () => {
    const others = database.db.collection('others');
    const some = () => Array.from({ length: 20 }, () => ({ text: 'x'.repeat(2_000) }));
    let isDone = false;
    const write = async () => {
      while (!isDone) await others.insertMany(some());
    };
    const writing = Promise.all(Array.from({ length: 8 }, write));
    try {
      for (let n = 0; n < 30; n += 1) {
        const open = () => openAccount(database, { name: `Finn ${n}`, opening: 1_000 });
        const opened = await Promise.all([open(), open(), open(), open(), open(), open()]);
        expect(opened.filter(({ isNew }) => isNew)).toHaveLength(1);
      }
    } finally {
      isDone = true;
      await writing;
    }
  });
});
