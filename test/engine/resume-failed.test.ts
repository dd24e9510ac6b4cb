import { describe, expect, it } from 'vitest';
import { AutomationRun, RunStatus, StageStatus } from '../../schema/automation-run.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { audit } from '../../server/credits/audit.ts';
import { renderRunLog } from '../../server/engine/run-log/render.ts';
import { resumeRun } from '../../server/engine/steer-run.ts';
import { errors } from '../../server/errors.ts';
import { eventsOf, openToyApp, rowsOf } from '../support/toy-app.ts';

const app = await openToyApp();
const { engine, toys } = app;
const { database } = engine;
const differences = async () => (await audit(database)).differences;

describe('resuming a failed run', () => {
  /** A run over four keywords that fails at the third cluster of its second stage. */
  async function failedRun(credits = 100) {
    const scene = await app.site(4, { credits });
    toys.echo.inWork = ({ index }) => {
      if (index === 3) throw errors.aiRejectedKey({ provider: 'scripted' });
    };
    const run = await app.worked(await scene.start());
    toys.reset();
    expect(run).toMatchObject({ status: RunStatus.Failed, current: 'echo', creditsUsed: 5_000 });
    return { ...scene, run };
  }

  it('goes on at the stage that failed; nothing that was completed runs again', async () => {
    const { run, charges, account } = await failedRun();
    expect(await account()).toEqual({ available: 95_000, held: 0, holds: [] });
    const resumed = await resumeRun(engine, run._id, 'Ada');
    expect(resumed).toMatchObject({
      status: RunStatus.Running,
      active: true,
      error: null,
      endedAt: null,
      round: 2,
      // For the two clusters that are left.
      hold: 4_800,
      creditsLeft: 4_800,
      estimate: { credits: 4_000 },
      stages: { shout: { status: StageStatus.Completed }, echo: { status: StageStatus.Running, failed: 0 } },
    });
    expect(await account()).toMatchObject({ available: 90_200, held: 4_800 });
    const done = await app.worked(run);
    expect(done).toMatchObject({ status: RunStatus.Completed, creditsUsed: 9_000, creditsSettled: 9_000 });
    expect(done.stages.echo).toMatchObject({ total: 4, processed: 4 });
    expect(await charges()).toEqual([1_000, 2_000, 2_000, 2_000, 2_000]);
    const begun = await eventsOf(engine, run, 'stage.started');
    expect(begun.map(({ name }) => name.number)).toEqual([1, 2, 3]);
    const log = renderRunLog(await rowsOf(engine, run)).get('automation_run.log');
    expect(log).toContain('Automation resumed by Ada\n14:05:23 - Stage 1 already completed - skipping\n');
    expect(await account()).toEqual({ available: 91_000, held: 0, holds: [] });
    expect(await differences()).toEqual([]);
  });

  it('over what a filter finds goes on with that alone', async () => {
    const { start, count } = await app.site(['green tea', 'black tea', 'coffee']);
    toys.shout.inWork = () => {
      throw errors.aiRejectedKey({ provider: 'scripted' });
    };
    const matching = { phrase: { $in: ['green tea', 'black tea'] } };
    const run = await app.worked(await start({ from: 'shout', matching }));
    expect(run).toMatchObject({ status: RunStatus.Failed, current: 'shout' });
    toys.reset();
    await resumeRun(engine, run._id, 'Ada');
    const done = await app.worked(run);
    expect(done).toMatchObject({
      status: RunStatus.Completed,
      stages: { shout: { total: 2, processed: 2 } },
    });
    expect(await count(Keyword, { status: KeywordStatus.New })).toBe(1);
  });

  it('holds what remains at the prices that the run began with, by which it is charged', async () => {
    const { run, charges } = await failedRun();
    const dearer = { ...engine.prices, cluster: 90_000 };
    expect(await resumeRun({ ...engine, prices: dearer }, run._id, 'Ada')).toMatchObject({ hold: 4_800 });
    await app.worked(run);
    expect(await charges()).toEqual([1_000, 2_000, 2_000, 2_000, 2_000]);
  });

  it('is refused while another run is active, in the same words as a start', async () => {
    const { run, start } = await failedRun();
    await start();
    await expect(resumeRun(engine, run._id, 'Ada')).rejects.toMatchObject({
      code: 'RUN_ALREADY_ACTIVE',
      message: 'Automation already in progress. Started at 02:05 PM, currently on Stage 1.',
    });
    expect(await database.of(AutomationRun).findOne({ _id: run._id })).toEqual(run);
    expect(await differences()).toEqual([]);
  });

  it('is refused without the credits for what remains', async () => {
    const { run, account } = await failedRun(14.4);
    const { available } = await account();
    await database.db.collection('accounts').updateOne({ _id: run.account }, { $set: { available: 4_700 } });
    await expect(resumeRun(engine, run._id, 'Ada')).rejects.toMatchObject({
      code: 'INSUFFICIENT_CREDITS',
      details: { estimate: 4_000, needed: 4_800, available: 4_700 },
    });
    await database.db.collection('accounts').updateOne({ _id: run.account }, { $set: { available } });
    expect(await differences()).toEqual([]);
  });

  it('can be repeated: each round is settled by itself', async () => {
    const { run, account } = await failedRun();
    for (const round of [2, 3]) {
      toys.echo.inWork = ({ items }) => {
        throw errors.mediaNotStored({ key: items.length.toString(), reason: `round ${round}` });
      };
      await resumeRun(engine, run._id, 'Ada');
      expect(await app.worked(run)).toMatchObject({ status: RunStatus.Failed, round, creditsSettled: 5_000 });
    }
    toys.reset();
    await resumeRun(engine, run._id, 'Ada');
    expect(await app.worked(run)).toMatchObject({ status: RunStatus.Completed, creditsSettled: 9_000 });
    expect(await account()).toEqual({ available: 91_000, held: 0, holds: [] });
    expect(await differences()).toEqual([]);
  });
});
