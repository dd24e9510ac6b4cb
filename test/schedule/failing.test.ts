import { afterEach, describe, expect, it } from 'vitest';
import { RunStatus } from '../../schema/automation-run.ts';
import { Outcome } from '../../schema/occurrence.ts';
import { dayMs, hourMs } from '../../server/durations.ts';
import { errors } from '../../server/errors.ts';
import { makeKeywords } from '../support/factory.ts';
import { recordLog } from '../support/recorded-log.ts';
import { forgetSchedules, goTo, look, type ScheduledSite, scheduledSite } from '../support/scheduled-site.ts';
import { openToyApp } from '../support/toy-app.ts';
import { watchWrites } from '../support/watched-writes.ts';

const app = await openToyApp();
const { engine } = app;
const later = (at: Date, ms: number) => new Date(at.getTime() + ms);

afterEach(() => forgetSchedules(engine));

/** Lets the schedule's next run end so; the clock looks at it twice, as two processes would. */
async function nextRunEnds(site: ScheduledSite, status: RunStatus): Promise<void> {
  app.ai.answer = () => {
    if (status === RunStatus.Failed) throw errors.aiRejectedKey({ provider: 'scripted' });
  };
  await makeKeywords(engine.database, site.site, [`keyword at ${engine.now().toISOString()}`]);
  const { nextRunAt } = await site.schedule();
  if (nextRunAt) goTo(app, nextRunAt);
  await look(engine);
  const run = (await site.runs()).at(-1);
  if (run?.active) expect((await app.worked(run)).status).toBe(status);
  await Promise.all([look(engine), look({ ...engine })]);
}

describe('a schedule whose runs fail', () => {
  it('pauses itself after three in a row, and says why', async () => {
    const site = await scheduledSite(app, 1);
    for (const _ of [1, 2]) await nextRunEnds(site, RunStatus.Failed);
    expect(await site.schedule()).toMatchObject({ enabled: true, pausedReason: null });
    await nextRunEnds(site, RunStatus.Failed);
    expect(await site.schedule()).toMatchObject({
      enabled: false,
      nextRunAt: null,
      pausedReason:
        'The last 3 scheduled runs have failed, the latest with: The AI provider "scripted" rejected the API key. Check the key. Fix that, then switch the schedule on again.',
    });
    goTo(app, later(engine.now(), 2 * dayMs));
    await look(engine);
    expect(await site.runs()).toHaveLength(3);
  });

  it('counts anew after a run that did not fail', async () => {
    const site = await scheduledSite(app, 1);
    const { Failed, Completed } = RunStatus;
    for (const status of [Failed, Failed, Completed, Failed, Failed]) await nextRunEnds(site, status);
    expect(await site.schedule()).toMatchObject({ enabled: true });
    await nextRunEnds(site, Failed);
    expect(await site.schedule()).toMatchObject({ enabled: false });
  });

  it('counts failures over refusals, which are no runs', async () => {
    const site = await scheduledSite(app, 1);
    for (const _ of [1, 2]) await nextRunEnds(site, RunStatus.Failed);
    // The keywords still wait: only without credits nothing starts.
    await engine.database.db
      .collection('accounts')
      .updateOne({ _id: site.site.account }, { $set: { available: 0 } });
    const { nextRunAt } = await site.schedule();
    if (nextRunAt) goTo(app, nextRunAt);
    await look(engine);
    expect((await site.occurrences()).at(-1)).toMatchObject({ outcome: Outcome.Refused });
    await engine.database.db
      .collection('accounts')
      .updateOne({ _id: site.site.account }, { $set: { available: 9e6 } });
    await nextRunEnds(site, RunStatus.Failed);
    expect(await site.schedule()).toMatchObject({ enabled: false });
  });

  it('counts anew when it is switched on again, and forgets why it had paused itself', async () => {
    const site = await scheduledSite(app, 1);
    for (const _ of [1, 2, 3]) await nextRunEnds(site, RunStatus.Failed);
    expect(await site.change({ enabled: true })).toMatchObject({ enabled: true, pausedReason: null });
    for (const _ of [1, 2]) await nextRunEnds(site, RunStatus.Failed);
    expect(await site.schedule()).toMatchObject({ enabled: true });
    await nextRunEnds(site, RunStatus.Failed);
    expect(await site.schedule()).toMatchObject({ enabled: false });
  });
});

describe('a look at schedules', () => {
  it('goes on though the end of one run cannot be noted, which the next look does', async () => {
    const ended = [await scheduledSite(app, 1), await scheduledSite(app, 1)];
    goTo(app, later(engine.now(), hourMs));
    await look(engine);
    for (const { runs } of ended) for (const run of await runs()) await app.worked(run);
    const due = await scheduledSite(app, 1);
    goTo(app, due.dueAt);
    const open = async () => {
      const occurrences = await Promise.all(ended.map((site) => site.occurrences()));
      return occurrences.flat().filter(({ isOpen }) => isOpen);
    };
    let isFirst = true;
    const troubled = watchWrites(engine.database, (_, collection) => {
      if (collection !== 'occurrences' || !isFirst) return;
      isFirst = false;
      throw new TypeError('locked');
    });
    const log = recordLog();
    await look({ ...engine, database: troubled, log: log.log });
    const left = await open();
    expect(left).toHaveLength(1);
    expect(log.lines).toMatchObject([
      {
        msg: 'a schedule could not be followed',
        site: left[0]?.site.toHexString(),
        err: { message: 'locked' },
      },
    ]);
    expect(await due.runs()).toHaveLength(1);
    await look(engine);
    expect(await open()).toEqual([]);
  });
});
