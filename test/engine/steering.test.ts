import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { AiCall } from '../../schema/ai-call.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { audit } from '../../server/credits/audit.ts';
import { workedMs } from '../../server/engine/progress/stage-progress.ts';
import { cancelRun, pauseRun, resumeRun } from '../../server/engine/steer-run.ts';
import { makeBarrier } from '../support/barrier.ts';
import { eventsOf, openToyApp, rowsOf } from '../support/toy-app.ts';

const oneByOne = { stages: { shout: { batchSize: 1 } }, credits: 100 };
const app = await openToyApp();
const { engine, toys } = app;
const { database } = engine;

const isPaused = ({ status }: AutomationRun) => status === RunStatus.Paused;
const messagesOf = async (run: AutomationRun) => (await rowsOf(engine, run)).map(({ message }) => message);
const differences = async () => (await audit(database)).differences;

/** Lets the `nth` batch of shout pause its run while it is at work. */
function pauseInBatch(nth: number, run: AutomationRun) {
  toys.shout.inWork = async ({ index }) => {
    if (index === nth) await pauseRun(engine, run._id, 'Ada');
  };
}

describe('pausing', () => {
  it('takes effect after the batch in flight, which is saved and charged', async () => {
    const { start, charges, count, account } = await app.site(4, oneByOne);
    const run = await start();
    pauseInBatch(2, run);
    const paused = await app.worked(run, ({ stages }) => stages.shout?.processed === 2);
    expect(paused).toMatchObject({
      status: RunStatus.Paused,
      active: true,
      pause: { reason: 'person', message: 'Paused by Ada', needed: 0 },
    });
    const after = await database.of(AutomationRun).findOne({ _id: run._id });
    expect(after).toMatchObject({ creditsUsed: 2_000, lease: { owner: null } });
    expect(await charges()).toEqual([1_000, 1_000]);
    expect(await count(Keyword, { status: KeywordStatus.New })).toBe(2);
    expect((await messagesOf(run)).filter((line) => /paused/.test(line))).toEqual([
      'Automation paused by Ada',
    ]);
    // What the run holds stays held: 4 + 8 credits and a fifth.
    expect(await account()).toMatchObject({ available: 85_600, held: 14_400 });
    expect(await differences()).toEqual([]);
  });

  it('keeps the site: no other run starts meanwhile', async () => {
    const { start } = await app.site(1);
    const run = await start();
    await pauseRun(engine, run._id, 'Ada');
    await expect(start()).rejects.toMatchObject({ code: 'RUN_ALREADY_ACTIVE' });
  });

  it('is refused for a run that is paused already, has ended or does not exist', async () => {
    const { start } = await app.site(1);
    const run = await start();
    await pauseRun(engine, run._id, 'Ada');
    const refused = (status: string) => ({
      code: 'TRANSITION_REFUSED',
      message: `Cannot pause the run ${run.runId}: it is ${status}.`,
    });
    await expect(pauseRun(engine, run._id, 'Ada')).rejects.toMatchObject(refused('paused'));
    await cancelRun(engine, run._id, 'Ada');
    await expect(pauseRun(engine, run._id, 'Ada')).rejects.toMatchObject(refused('cancelled'));
    await expect(pauseRun(engine, new ObjectId(), 'Ada')).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
  });
});

describe('resuming a paused run', () => {
  it('goes on where it stopped: nothing runs twice', async () => {
    const { start, charges, account } = await app.site(4, oneByOne);
    const run = await start();
    pauseInBatch(2, run);
    await app.worked(run, isPaused);
    await resumeRun(engine, run._id, 'Ada');
    const done = await app.worked(run);
    expect(done).toMatchObject({ status: RunStatus.Completed, pause: null, creditsUsed: 12_000, round: 1 });
    expect(done.stages.shout).toMatchObject({ total: 4, processed: 4, batches: 4 });
    expect(await charges()).toEqual([...Array(4).fill(1_000), ...Array(4).fill(2_000)]);
    expect(app.ai.calls.filter(({ purpose }) => purpose === 'shout')).toHaveLength(4);
    expect(await account()).toMatchObject({ available: 88_000, held: 0 });
    const openings = (await eventsOf(engine, run, 'batch.started')).map(({ opening }) => opening);
    expect(openings.slice(0, 4)).toEqual([1, 2, 3, 4].map((n) => `Processing batch ${n}/4 (1 keyword)`));
    expect(await messagesOf(run)).toContain('Automation resumed by Ada');
  });

  it('does not count the pause as time that its stage was worked on', async () => {
    const { start } = await app.site(4, oneByOne);
    const run = await start();
    pauseInBatch(2, run);
    await app.worked(run, isPaused);
    app.clock.advance(3_600_000);
    await resumeRun(engine, run._id, 'Ada');
    const { shout, echo } = (await app.worked(run)).stages;
    expect(shout && workedMs(shout, app.clock.now())).toBe(0);
    expect(echo?.restedMs).toBeUndefined();
  });

  it('within the batch that it was paused in changes nothing', async () => {
    const { start } = await app.site(3, oneByOne);
    const run = await start();
    toys.shout.inWork = async ({ index }) => {
      if (index !== 2) return;
      await pauseRun(engine, run._id, 'Ada');
      await resumeRun(engine, run._id, 'Ada');
    };
    const done = await app.worked(run, ({ active }) => !active);
    expect(done).toMatchObject({ status: RunStatus.Completed, creditsUsed: 9_000 });
  });

  it('is refused for a run that is running or has ended', async () => {
    const { start } = await app.site(1);
    const run = await start();
    const refused = { code: 'TRANSITION_REFUSED' };
    await expect(resumeRun(engine, run._id, 'Ada')).rejects.toMatchObject(refused);
    await app.worked(run);
    await expect(resumeRun(engine, run._id, 'Ada')).rejects.toMatchObject(refused);
    await expect(cancelRun(engine, run._id, 'Ada')).rejects.toMatchObject(refused);
  });
});

describe('cancelling', () => {
  it('aborts the call in flight, charges nothing for it, releases the hold and frees the site', async () => {
    const { start, charges, account, count } = await app.site(3, oneByOne);
    const run = await start();
    const barrier = makeBarrier();
    const aborted = Promise.withResolvers<void>();
    app.ai.answer = ({ nth, signal }) => {
      if (nth !== 2) return;
      signal.addEventListener('abort', () => aborted.resolve());
      return barrier.pass();
    };
    const worker = app.startWorker();
    await barrier.reached();
    await cancelRun(engine, run._id, 'Ada');
    await aborted.promise;
    // The answer that comes after all is not wanted any more.
    barrier.open();
    await worker.stop();
    const after = await database.of(AutomationRun).findOne({ _id: run._id });
    expect(after).toMatchObject({
      status: RunStatus.Cancelled,
      active: false,
      hold: 0,
      creditsLeft: 0,
      creditsUsed: 1_000,
      creditsSettled: 1_000,
      stages: { shout: { processed: 1 } },
    });
    expect(await charges()).toEqual([1_000]);
    expect(await count(Cluster)).toBe(1);
    expect(await account()).toEqual({ available: 99_000, held: 0, holds: [] });
    expect((await messagesOf(run)).at(-1)).toBe('Automation cancelled by Ada');
    expect(await database.of(AiCall).countDocuments({ run: run._id })).toBe(1);
    expect(await differences()).toEqual([]);
    app.ai.reset();
    expect(await app.worked(await start())).toMatchObject({ status: RunStatus.Completed });
  });

  it('beats a batch that is just being saved', async () => {
    const { start, charges, count } = await app.site(1, oneByOne);
    const run = await start();
    toys.shout.inSave = () => cancelRun(engine, run._id, 'Ada').catch(() => undefined);
    await app.worked(run);
    expect(await charges()).toEqual([]);
    expect(await count(Cluster)).toBe(0);
    expect(await differences()).toEqual([]);
  });

  it('of a paused run settles what it used', async () => {
    const { start, account } = await app.site(4, oneByOne);
    const run = await start();
    pauseInBatch(3, run);
    await app.worked(run, ({ stages }) => stages.shout?.processed === 3);
    await cancelRun(engine, run._id, 'Ada');
    expect(await account()).toEqual({ available: 97_000, held: 0, holds: [] });
    expect(await differences()).toEqual([]);
  });
});
