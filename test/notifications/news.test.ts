import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Account } from '../../schema/account.ts';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Keyword } from '../../schema/keyword.ts';
import { Notification } from '../../schema/notification.ts';
import { topUp } from '../../server/credits/ledger.ts';
import { dayMs, hourMs } from '../../server/durations.ts';
import { maintain } from '../../server/engine/maintenance.ts';
import { cancelRun, pauseRun, resumeRun } from '../../server/engine/steer-run.ts';
import { errors } from '../../server/errors.ts';
import { makeKeywords } from '../support/factory.ts';
import { forgetSchedules, goTo, look, type ScheduledSite, scheduledSite } from '../support/scheduled-site.ts';
import { openToyApp } from '../support/toy-app.ts';
import { overtake } from '../support/watched-writes.ts';

let announced = 0;
const app = await openToyApp({ announce: () => (announced += 1) });
const { engine, toys, ai } = app;
const { database } = engine;
const notifications = database.of(Notification);

beforeEach(async () => {
  announced = 0;
  await notifications.deleteMany({});
});

/** What is in the outbox, the eldest first. */
async function told(): Promise<Partial<Notification>[]> {
  return notifications.find({}, { sort: { _id: 1 } }).toArray();
}

const sentences = async () => (await told()).map(({ event, sentence }) => [event, sentence]);

function rejectKey() {
  ai.answer = () => {
    throw errors.aiRejectedKey({ provider: 'scripted' });
  };
}

describe('A run is told of', () => {
  it('once when it has completed, with what it was', async () => {
    const { start, site } = await app.site(3);
    const run = await app.worked(await start());
    expect(await told()).toMatchObject([
      {
        event: 'run.completed',
        sentence: `The run ${run.runId} has completed. 3 content pieces are ready for review. It used 7 credits.`,
        account: site.account,
        site: site._id,
        run: run._id,
        runId: run.runId,
        at: engine.now(),
        isOpen: true,
        tries: 0,
      },
    ]);
    expect(announced).toBe(1);
  });

  it('once each time that it fails, and not while somebody is at it', async () => {
    const { start } = await app.site(1);
    rejectKey();
    const run = await app.worked(await start());
    const failed = [
      'run.failed',
      `The run ${run.runId} has failed in "Keywords → Shouts": The AI provider "scripted" rejected the API key. Check the key.`,
    ];
    expect(await sentences()).toEqual([failed]);
    await resumeRun(engine, run._id, 'Ada');
    await app.worked(run);
    expect(await sentences()).toEqual([failed, failed]);
    ai.reset();
    await resumeRun(engine, run._id, 'Ada');
    await app.worked(run);
    expect((await told()).map(({ event }) => event)).toEqual(['run.failed', 'run.failed', 'run.completed']);
  });

  it('once when it pauses itself for want of credits, and again when it has paused itself again', async () => {
    const { start, site } = await app.site(1, { credits: 5 });
    toys.echo.usage = () => [{ kind: 'clusters', count: 5 }];
    const run = await app.worked(await start());
    expect(run).toMatchObject({ status: RunStatus.Paused, pause: { reason: 'credits' } });
    const paused = ['run.paused', `The run ${run.runId} has paused itself: ${run.pause?.message}`];
    expect(await sentences()).toEqual([paused]);
    await topUp(database, { account: site.account, amount: 1_000, key: 'too few' });
    await resumeRun(engine, run._id, 'Ada');
    await app.worked(run);
    expect((await told()).map(({ event }) => event)).toEqual(['run.paused', 'run.paused']);
    expect(announced).toBe(2);
    await cancelRun(engine, run._id, 'Ada');
  });

  it('once when it has been left paused for a day, however many look and for however long', async () => {
    const { start } = await app.site(1);
    const run = await start();
    await pauseRun(engine, run._id, 'Ada');
    app.clock.advance(dayMs);
    await maintain(engine);
    expect(await told()).toEqual([]);
    app.clock.advance(1);
    await Promise.all([maintain(engine), maintain({ ...engine })]);
    app.clock.advance(dayMs);
    await maintain(engine);
    const since = run.startedAt.toISOString().slice(0, 19).replace('T', ' ');
    expect(await sentences()).toEqual([
      [
        'run.leftPaused',
        `The run ${run.runId} has been paused since ${since} UTC, and holds its credits and its site: after 7 days of pause it is cancelled.`,
      ],
    ]);
    await resumeRun(engine, run._id, 'Ada');
    await pauseRun(engine, run._id, 'Ada');
    app.clock.advance(dayMs + 1);
    await maintain(engine);
    expect(await told()).toHaveLength(2);
    await cancelRun(engine, run._id, 'Ada');
  });

  it('never for what a person does: a pause, or a cancellation of what would just have completed', async () => {
    const { start } = await app.site(1);
    const run = await start();
    toys.echo.inWork = async () => void (await cancelRun(engine, run._id, 'Ada'));
    await app.worked(run);
    expect(await told()).toEqual([]);
  });
});

/** The clock looks at the schedule's next times, each night twice. */
async function nights(site: ScheduledSite, count: number): Promise<void> {
  for (let night = 0; night < count; night += 1) {
    goTo(app, (await site.schedule()).nextRunAt ?? engine.now());
    await Promise.all([look(engine), look({ ...engine })]);
  }
}

describe('A schedule', () => {
  afterEach(() => forgetSchedules(engine));

  it('is told of once when it pauses itself after three failures, with the run that failed last', async () => {
    const site = await scheduledSite(app, 0);
    rejectKey();
    for (const nth of [1, 2, 3]) {
      await makeKeywords(database, site.site, [`keyword ${nth}`]);
      const { nextRunAt } = await site.schedule();
      goTo(app, nextRunAt ?? engine.now());
      await look(engine);
      const run = (await site.runs()).at(-1);
      if (run?.active) await app.worked(run);
      await Promise.all([look(engine), look({ ...engine })]);
    }
    const { pausedReason } = await site.schedule();
    const last = (await site.runs()).at(-1);
    expect(last).toMatchObject({ trigger: RunTrigger.Scheduled });
    expect((await told()).filter(({ event }) => event === 'schedule.paused')).toMatchObject([
      {
        site: site.site._id,
        run: last?._id,
        sentence: `The schedule has paused itself. ${pausedReason}`,
      },
    ]);
    app.clock.advance(hourMs);
    await look(engine);
    expect((await told()).map(({ event }) => event)).toEqual([
      ...['run.failed', 'run.failed', 'run.failed'],
      'schedule.paused',
    ]);
  });

  it('that finds too few credits at night is told of once, not every night', async () => {
    const site = await scheduledSite(app, 3, { credits: 1 });
    await nights(site, 3);
    const { reason } = (await site.occurrences())[0] ?? {};
    const refused = [
      'schedule.refused',
      `The schedule could not start its run: ${reason} It tries again each time, and says so again only once a run has started or another reason stands in its way.`,
    ];
    expect(await sentences()).toEqual([refused]);
    expect(await told()).toMatchObject([{ site: site.site._id, run: null, runId: null }]);
    expect(announced).toBeGreaterThan(0);
  });

  it('is told of anew once a run has started in between, or it was switched on again', async () => {
    const site = await scheduledSite(app, 3, { credits: 1 });
    await nights(site, 2);
    await topUp(database, { account: site.site.account, amount: 8_000, key: 'enough for one' });
    await nights(site, 1);
    const [run] = await site.runs();
    if (run) await app.worked(run);
    await makeKeywords(database, site.site, ['one more']);
    await nights(site, 2);
    await site.change({ enabled: false });
    await site.change({ enabled: true });
    await nights(site, 2);
    const events = ['schedule.refused', 'run.completed', 'schedule.refused', 'schedule.refused'];
    expect((await told()).map(({ event }) => event)).toEqual(events);
  });

  it('is told of anew for another reason, and never for want of work', async () => {
    const site = await scheduledSite(app, 3, { credits: 1 });
    await nights(site, 1);
    const configs = database.of(AutomationConfig);
    const ofSite = { site: site.site._id };
    await configs.updateOne(ofSite, { $set: { stages: { shout: { loudness: 99 } } } });
    await nights(site, 2);
    await database.of(Keyword).deleteMany(ofSite);
    await configs.updateOne(ofSite, { $set: { stages: {} } });
    await nights(site, 2);
    const codes = (await site.occurrences()).map(({ code }) => code);
    expect(codes).toEqual([
      'INSUFFICIENT_CREDITS',
      ...['INVALID_SETTINGS', 'INVALID_SETTINGS'],
      ...['NOTHING_TO_DO', 'NOTHING_TO_DO'],
    ]);
    expect(await told()).toMatchObject([
      { sentence: expect.stringContaining('credits') },
      { sentence: expect.stringContaining('loudness') },
    ]);
  });

  it('whose credits went elsewhere at the last moment is told of, too', async () => {
    const site = await scheduledSite(app, 3, { credits: 9 });
    goTo(app, site.dueAt);
    const robbed = overtake(database, 'accounts', () =>
      database.of(Account).updateOne({ _id: site.site.account }, { $set: { available: 0 } }),
    );
    await look({ ...engine, database: robbed });
    expect(await told()).toMatchObject([{ event: 'schedule.refused', run: null }]);
    await nights(site, 1);
    expect(await told()).toHaveLength(1);
  });
});
