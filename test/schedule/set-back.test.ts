import { afterEach, describe, expect, it } from 'vitest';
import { Outcome } from '../../schema/occurrence.ts';
import { dayMs, hourMs } from '../../server/durations.ts';
import { forgetSchedules, goTo, look, scheduledSite } from '../support/scheduled-site.ts';
import { openToyApp } from '../support/toy-app.ts';
import { cutOff, watchWrites } from '../support/watched-writes.ts';

const app = await openToyApp();
const { engine } = app;
const later = (at: Date, ms: number) => new Date(at.getTime() + ms);

afterEach(() => forgetSchedules(engine));

/** Looks by a clock that is so far ahead, which is right again afterwards. */
async function lookAhead(ms: number): Promise<void> {
  await look(engine);
  app.clock.advance(ms);
  await look(engine);
  app.clock.advance(-ms);
}

describe('a schedule of which a look was taken by a clock that was ahead', () => {
  it.each([1.5, 20, 400])('by %d days starts its runs as before', async (days) => {
    const site = await scheduledSite(app, 0);
    await lookAhead(days * dayMs);
    await look(engine);
    expect((await site.schedule()).nextRunAt).toEqual(site.dueAt);
    for (const nth of [0, 1]) {
      goTo(app, later(site.dueAt, nth * dayMs));
      await look(engine);
    }
    const refused = { outcome: Outcome.Refused, code: 'NOTHING_TO_DO' };
    const past = (await site.occurrences()).filter(({ dueAt }) => dueAt <= engine.now());
    expect(past).toMatchObject([
      { dueAt: site.dueAt, ...refused },
      { dueAt: later(site.dueAt, dayMs), ...refused },
    ]);
    expect((await site.schedule()).nextRunAt).toEqual(later(site.dueAt, 2 * dayMs));
  });

  it('does not start again what was started by it', async () => {
    const site = await scheduledSite(app, 3);
    await lookAhead(hourMs + 1_000);
    goTo(app, site.dueAt);
    await look(engine);
    expect(await site.runs()).toHaveLength(1);
    expect((await site.schedule()).nextRunAt).toEqual(later(site.dueAt, dayMs));
  });

  it.each([1, 2, 3])('is set back by the next look where one is cut off before write %i', async (nth) => {
    const site = await scheduledSite(app, 0);
    await lookAhead(20 * dayMs);
    await look({ ...engine, database: cutOff(engine.database, nth) }).catch(() => undefined);
    await look(engine);
    expect((await site.schedule()).nextRunAt).toEqual(site.dueAt);
  });

  it('holds up no other where it cannot be set back, and is by the next look', async () => {
    const sites = [await scheduledSite(app, 0), await scheduledSite(app, 0)];
    await lookAhead(20 * dayMs);
    const due = await scheduledSite(app, 3);
    goTo(app, due.dueAt);
    const database = watchWrites(engine.database, (nth) => {
      if (nth === 1) throw new TypeError('cut off');
    });
    const setBack = async () => {
      const schedules = await Promise.all(sites.map((site) => site.schedule()));
      return schedules.filter(({ nextRunAt }) => Number(nextRunAt) < Number(later(engine.now(), 2 * dayMs)))
        .length;
    };
    await look({ ...engine, database });
    expect(await setBack()).toBe(1);
    expect(await due.runs()).toHaveLength(1);
    await look(engine);
    expect(await setBack()).toBe(2);
  });

  it('stands where it is while clocks of several processes are not quite the same', async () => {
    const site = await scheduledSite(app, 0);
    goTo(app, site.dueAt, 10_000);
    await look(engine);
    app.clock.advance(-60_000);
    await look(engine);
    expect((await site.schedule()).nextRunAt).toEqual(later(site.dueAt, dayMs));
    expect(await site.occurrences()).toHaveLength(1);
  });
});
