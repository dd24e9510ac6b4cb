import { afterEach, describe, expect, it } from 'vitest';
import { RunStatus } from '../../schema/automation-run.ts';
import { Outcome } from '../../schema/occurrence.ts';
import { Site } from '../../schema/site.ts';
import { dayMs, hourMs } from '../../server/durations.ts';
import { cancelRun, pauseRun } from '../../server/engine/steer-run.ts';
import { followTimeZone } from '../../server/schedule/change-schedule.ts';
import { makeKeywords } from '../support/factory.ts';
import { forgetSchedules, goTo, look, scheduledSite } from '../support/scheduled-site.ts';
import { openToyApp } from '../support/toy-app.ts';

const app = await openToyApp();
const { engine } = app;
const { database } = engine;
const later = (at: Date, ms: number) => new Date(at.getTime() + ms);

afterEach(() => forgetSchedules(engine));

describe('a scheduled run that finds another active', () => {
  it('waits, and starts when that one has ended', async () => {
    const site = await scheduledSite(app, 3);
    const active = await site.start();
    goTo(app, site.dueAt);
    await look(engine);
    await look(engine);
    const reason = `The run ${active.runId} was still active.`;
    expect(await site.occurrences()).toMatchObject([{ outcome: Outcome.Delayed, run: null, reason }]);
    expect(await site.schedule()).toMatchObject({ nextRunAt: site.dueAt, lastRunAt: null });
    await app.worked(active);
    await makeKeywords(database, site.site, ['what is new']);
    goTo(app, site.dueAt, hourMs);
    await look(engine);
    const [, run] = await site.runs();
    expect(await site.occurrences()).toMatchObject([{ outcome: Outcome.Delayed, run: run?._id, reason }]);
    expect(await site.schedule()).toMatchObject({ nextRunAt: later(site.dueAt, dayMs) });
  });

  it('is missed when that one is still active hours later, and the schedule goes on', async () => {
    const site = await scheduledSite(app, 3);
    const active = await site.start();
    await pauseRun(engine, active._id, 'a person');
    goTo(app, site.dueAt);
    await look(engine);
    goTo(app, site.dueAt, 6 * hourMs - 1);
    await look(engine);
    expect(await site.occurrences()).toMatchObject([{ outcome: Outcome.Delayed }]);
    goTo(app, site.dueAt, 6 * hourMs);
    await look(engine);
    const reason = `The run ${active.runId} was still active. It was given up after 6 hours.`;
    expect(await site.occurrences()).toMatchObject([{ outcome: Outcome.Missed, run: null, reason }]);
    expect(await site.schedule()).toMatchObject({ enabled: true, nextRunAt: later(site.dueAt, dayMs) });
    await cancelRun(engine, active._id, 'a person');
    await look(engine);
    expect(await site.runs()).toMatchObject([{ status: RunStatus.Cancelled }]);
  });

  it('is given up for the next one where it would wait for longer', async () => {
    const site = await scheduledSite(app, 3, { change: { catchUpHours: 48 } });
    const active = await site.start();
    for (const days of [0, 1]) {
      goTo(app, later(site.dueAt, days * dayMs));
      await look(engine);
    }
    const wasActive = `The run ${active.runId} was still active.`;
    expect(await site.occurrences()).toMatchObject([
      { outcome: Outcome.Missed, reason: `${wasActive} It was given up when the next time came.` },
      { outcome: Outcome.Delayed, run: null, reason: wasActive },
    ]);
  });

  it('is given up when its schedule is changed meanwhile, but for how long it waits', async () => {
    const site = await scheduledSite(app, 3);
    await site.start();
    goTo(app, site.dueAt);
    await look(engine);
    await site.change({ catchUpHours: 12 });
    expect(await site.occurrences()).toMatchObject([{ outcome: Outcome.Delayed }]);
    await site.change({ day: 2, enabled: false });
    expect(await site.occurrences()).toMatchObject([
      { outcome: Outcome.Missed, reason: expect.stringContaining('The schedule was changed') },
    ]);
  });
});

describe('a time at which nothing was running', () => {
  it('is made up for within its hours', async () => {
    const site = await scheduledSite(app, 3);
    goTo(app, site.dueAt, 5 * hourMs);
    await look(engine);
    const reason = 'No worker was running at its time.';
    const [run] = await site.runs();
    expect(await site.occurrences()).toMatchObject([{ outcome: Outcome.Delayed, run: run?._id, reason }]);
  });

  it('is missed after that: of three days, the last one is made up for, and each is noted', async () => {
    const site = await scheduledSite(app, 3);
    goTo(app, site.dueAt, 2 * dayMs + 3 * hourMs);
    await look(engine);
    const missed = 'No worker was running at its time. It was given up after 6 hours.';
    expect(await site.occurrences()).toMatchObject([
      { dueAt: site.dueAt, outcome: Outcome.Missed, reason: missed },
      { dueAt: later(site.dueAt, dayMs), outcome: Outcome.Missed, reason: missed },
      { dueAt: later(site.dueAt, 2 * dayMs), outcome: Outcome.Delayed },
    ]);
    expect(await site.runs()).toHaveLength(1);
  });

  it('is missed after some minutes where nothing is to be made up for', async () => {
    const site = await scheduledSite(app, 3, { change: { catchUpHours: 0 } });
    goTo(app, site.dueAt, hourMs);
    await Promise.all([look(engine), look({ ...engine })]);
    expect(await site.runs()).toEqual([]);
    expect(await site.occurrences()).toMatchObject([
      { outcome: Outcome.Missed, reason: 'No worker was running at its time. It is not made up for.' },
    ]);
  });
});

describe('a schedule without a zone of its own', () => {
  it("follows the site's when that is changed, and one with its own does not", async () => {
    const [own, sites] = [
      await scheduledSite(app, 0, { change: { time: '02:00', timeZone: 'Asia/Tokyo' } }),
      await scheduledSite(app, 0, { change: { time: '02:00' } }),
    ];
    expect((await sites.schedule()).nextRunAt?.toISOString()).toMatch(/T02:00/);
    for (const { site } of [own, sites]) {
      await database.of(Site).updateOne({ _id: site._id }, { $set: { timeZone: 'America/New_York' } });
      await followTimeZone(engine, site._id);
    }
    expect((await sites.schedule()).nextRunAt?.toISOString()).toMatch(/T07:00/);
    expect((await own.schedule()).nextRunAt?.toISOString()).toMatch(/T17:00/);
  });
});
