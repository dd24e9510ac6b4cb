import { afterEach, describe, expect, it } from 'vitest';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Outcome } from '../../schema/occurrence.ts';
import { audit } from '../../server/credits/audit.ts';
import { dayMs } from '../../server/durations.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { forgetSchedules, goTo, look, scheduledSite } from '../support/scheduled-site.ts';
import { openToyApp } from '../support/toy-app.ts';
import { cutOff, watchWrites } from '../support/watched-writes.ts';

const app = await openToyApp();
const { engine } = app;
const { database } = engine;
const later = (at: Date, ms: number) => new Date(at.getTime() + ms);

afterEach(() => forgetSchedules(engine));

describe('a schedule', () => {
  it('starts a run at its time, and not before', async () => {
    const site = await scheduledSite(app, 3);
    goTo(app, site.dueAt, -1);
    await look(engine);
    expect(await site.runs()).toEqual([]);
    goTo(app, site.dueAt, 0);
    await look(engine);
    const [run, ...others] = await site.runs();
    expect(others).toEqual([]);
    expect(run).toMatchObject({ trigger: RunTrigger.Scheduled, status: RunStatus.Running });
    expect(await site.occurrences()).toMatchObject([
      { dueAt: site.dueAt, outcome: Outcome.Started, run: run?._id, reason: null, code: null },
    ]);
    expect(await site.schedule()).toMatchObject({
      lastRunAt: run?.startedAt,
      nextRunAt: later(site.dueAt, dayMs),
    });
    expect(run && (await app.worked(run)).status).toBe(RunStatus.Completed);
  });

  it('has a moment of its own within some seconds, so that sites of one time do not start in one instant', async () => {
    const sites = await Promise.all(Array.from({ length: 20 }, () => scheduledSite(app, 0)));
    const [site] = sites;
    if (site) goTo(app, site.dueAt, 0);
    const waits: number[] = [];
    await look(engine, async (ms) => void waits.push(ms));
    expect(waits).toHaveLength(20);
    expect(new Set(waits).size).toBeGreaterThan(15);
    expect(Math.max(...waits)).toBeLessThan(8_000);
  });

  it('starts nothing while it is switched off', async () => {
    const site = await scheduledSite(app, 3);
    expect(await site.change({ enabled: false })).toMatchObject({ nextRunAt: null });
    goTo(app, site.dueAt);
    await look(engine);
    expect(await site.occurrences()).toEqual([]);
  });

  it('starts one run when two processes look at the same moment, and when each looks again', async () => {
    const site = await scheduledSite(app, 3);
    goTo(app, site.dueAt);
    const other = { ...engine };
    await Promise.all([look(engine), look(other), look(engine), look(other)]);
    await Promise.all([look(engine), look(other)]);
    expect(await site.runs()).toHaveLength(1);
    expect(await site.occurrences()).toHaveLength(1);
    expect(await site.schedule()).toMatchObject({ nextRunAt: later(site.dueAt, dayMs) });
  });

  it('starts no second run when another process was through with it between its look and its write', async () => {
    const site = await scheduledSite(app, 3);
    goTo(app, site.dueAt);
    let isThrough = false;
    const slow = watchWrites(database, async () => {
      if (isThrough) return;
      isThrough = true;
      await look(engine);
      const [run] = await site.runs();
      if (run) await app.worked(run);
      // Something waits again, and nothing stands in the way of another run.
      await makeKeywords(database, site.site, ['one more']);
    });
    await look({ ...engine, database: slow });
    expect(await site.runs()).toMatchObject([{ status: RunStatus.Completed }]);
    expect(await site.occurrences()).toHaveLength(1);
  });
});

describe('a schedule that is changed while a process is about to start its run', () => {
  it.each([
    ['switched off', { enabled: false }],
    ['put off', { time: '23:59' }],
  ])('starts nothing once it is %s', async (_, change) => {
    const site = await scheduledSite(app, 3);
    goTo(app, site.dueAt);
    const meddled = watchWrites(database, async (nth) => {
      if (nth === 1) await site.change(change);
    });
    await look({ ...engine, database: meddled });
    expect(await site.runs()).toEqual([]);
    expect(await site.occurrences()).toEqual([]);
  });
});

describe('a scheduled start that is cut off', () => {
  const steps = [1, 2, 3, 4, 5, 6, 7, 8];

  it.each(steps)('before its write %i ends in one run, noted once', async (nth) => {
    const site = await scheduledSite(app, 3, { credits: 100 });
    goTo(app, site.dueAt);
    await look({ ...engine, database: cutOff(database, nth) });
    await look(engine);
    const [run, ...others] = await site.runs();
    expect(others).toEqual([]);
    expect(await site.occurrences()).toMatchObject([{ outcome: Outcome.Started, run: run?._id }]);
    expect(await site.schedule()).toMatchObject({ nextRunAt: later(site.dueAt, dayMs) });
    // As if the start had been silent for long enough.
    const overdue = { 'lease.until': new Date(0) };
    await database
      .of(AutomationRun)
      .updateOne({ site: site.site._id, 'lease.owner': 'start' }, { $set: overdue });
    expect(run && (await app.worked(run)).status).toBe(RunStatus.Completed);
    expect(await site.account()).toEqual({ available: 93_000, held: 0, holds: [] });
    expect((await audit(database)).differences).toEqual([]);
  });

  it('is at its end after that many writes', async () => {
    const site = await scheduledSite(app, 3);
    goTo(app, site.dueAt);
    await look({ ...engine, database: cutOff(database, steps.length + 1) });
    expect(await site.runs()).toMatchObject([{ lease: { owner: null } }]);
  });
});

describe('a scheduled run that is refused', () => {
  it('for want of credits is noted, and the schedule goes on', async () => {
    const site = await scheduledSite(app, 3, { credits: 1 });
    goTo(app, site.dueAt);
    await look(engine);
    await look(engine);
    expect(await site.occurrences()).toMatchObject([
      {
        outcome: Outcome.Refused,
        run: null,
        code: 'INSUFFICIENT_CREDITS',
        reason: expect.stringMatching(/^Need ~7 credits/),
      },
    ]);
    expect(await site.schedule()).toMatchObject({
      enabled: true,
      lastRunAt: null,
      nextRunAt: later(site.dueAt, dayMs),
    });
  });

  it('for want of work is noted, and the next one starts when there is some', async () => {
    const site = await scheduledSite(app, 0);
    goTo(app, site.dueAt);
    await look(engine);
    await makeKeywords(database, site.site, ['espresso']);
    goTo(app, later(site.dueAt, dayMs));
    await look(engine);
    const outcomes = (await site.occurrences()).map(({ outcome, code }) => [outcome, code]);
    expect(outcomes).toEqual([
      [Outcome.Refused, 'NOTHING_TO_DO'],
      [Outcome.Started, null],
    ]);
  });

  it('because its credits went elsewhere at the last moment is noted, and leaves no run', async () => {
    const site = await scheduledSite(app, 3, { credits: 9 });
    const other = await makeSite(database, { account: site.site.account });
    await makeKeywords(database, other, ['tea', 'tea pot', 'tea cup']);
    goTo(app, site.dueAt);
    const robbed = watchWrites(database, async (_, collection) => {
      if (collection !== 'accounts') return;
      await startRun(engine, { site: other._id, trigger: RunTrigger.Manual });
    });
    await look({ ...engine, database: robbed });
    await look(engine);
    expect(await site.runs()).toEqual([]);
    expect(await site.occurrences()).toMatchObject([
      { outcome: Outcome.Refused, run: null, code: 'INSUFFICIENT_CREDITS', isOpen: false },
    ]);
    expect(await site.schedule()).toMatchObject({ lastRunAt: null, nextRunAt: later(site.dueAt, dayMs) });
  });
});
