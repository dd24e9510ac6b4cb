import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { AutomationRun, RunStatus, RunTrigger, StageStatus } from '../../schema/automation-run.ts';
import { Cluster, ClusterStatus } from '../../schema/cluster.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { Site } from '../../schema/site.ts';
import type { Choice } from '../../server/engine/plan.ts';
import { runLogFolder } from '../../server/engine/run-log/folders.ts';
import { renderRunLog } from '../../server/engine/run-log/render.ts';
import { cancelRun } from '../../server/engine/steer-run.ts';
import { eventsOf, openToyApp, rowsOf } from '../support/toy-app.ts';

const app = await openToyApp();

describe('a start', () => {
  it('holds the estimate and its reserve, takes the site and tells so', async () => {
    const { start, account } = await app.site(10, { credits: 100 });
    const run = await start();
    expect(run).toMatchObject({ status: RunStatus.Running, active: true, hold: 26_400, creditsUsed: 0 });
    const holds = [{ run: run._id, amount: 26_400 }];
    expect(await account()).toEqual({ available: 73_600, held: 26_400, holds });
    expect((await rowsOf(app.engine, run)).map(({ seq, message }) => [seq, message])).toEqual([
      [1, 'Automation started (trigger: manual)'],
      [2, 'Credit check: Account has 100 credits, estimated need: 22 credits'],
    ]);
  });

  it('is refused without enough credits, and leaves nothing behind', async () => {
    const { start, account, count } = await app.site(10, { credits: 26 });
    await expect(start()).rejects.toMatchObject({ code: 'INSUFFICIENT_CREDITS' });
    expect(await account()).toEqual({ available: 26_000, held: 0, holds: [] });
    expect(await count(AutomationRun)).toBe(0);
  });

  it('is refused where nothing waits', async () => {
    const { start, site } = await app.site(0);
    const message = `Nothing on the site "${site.name}" is waiting for this run's stages. Import keywords or retry failed items, then start again.`;
    await expect(start()).rejects.toMatchObject({ code: 'NOTHING_TO_DO', message });
  });

  it('is refused for stages that do not exist, stand the other way round or have wrong settings', async () => {
    const { start } = await app.site(1, { stages: { echo: { parallel: 99 } } });
    await expect(start({ from: 'whisper' })).rejects.toMatchObject({ code: 'UNKNOWN_STAGE' });
    await expect(start({ from: 'echo', to: 'shout' })).rejects.toMatchObject({ code: 'STAGE_RANGE' });
    await expect(start()).rejects.toMatchObject({ code: 'INVALID_SETTINGS' });
    expect(await start({ to: 'shout' })).toMatchObject({ sequence: ['shout'] });
  });

  it("is refused while a run holds the site, in the plan's words and the site's time zone", async () => {
    const { start, site } = await app.site(2);
    const { database } = app.engine;
    await database.of(Site).updateOne({ _id: site._id }, { $set: { timeZone: 'America/New_York' } });
    const first = await start();
    const refusal = (stage: number) => ({
      code: 'RUN_ALREADY_ACTIVE',
      message: `Automation already in progress. Started at 09:05 AM, currently on Stage ${stage}.`,
      details: { runId: first.runId, stage },
    });
    await expect(start()).rejects.toMatchObject(refusal(1));
    const paused = { status: RunStatus.Paused, current: 'echo' };
    await database.of(AutomationRun).updateOne({ _id: first._id }, { $set: paused });
    await expect(start()).rejects.toMatchObject(refusal(2));
  });

  it('names the run by its UTC second and trigger, and a second one of that second by the next', async () => {
    const { start } = await app.site(1);
    const names: string[] = [];
    for (const trigger of [RunTrigger.Manual, RunTrigger.Manual, RunTrigger.Scheduled]) {
      const { _id, runId } = await start({ trigger });
      names.push(runId);
      await cancelRun(app.engine, _id, 'the test');
    }
    expect(names).toEqual([
      'run_20251203_140523_manual',
      'run_20251203_140524_manual',
      'run_20251203_140523_scheduled',
    ]);
  });
});

describe('a run of some stages', () => {
  it('holds for those, and completes at the last of them', async () => {
    const { start, count } = await app.site(10);
    const first = await start({ to: 'shout' });
    expect(first).toMatchObject({ sequence: ['shout'], hold: 2_400 });
    const done = await app.worked(first);
    expect(done).toMatchObject({ status: RunStatus.Completed, creditsUsed: 2_000 });
    expect(await count(Cluster, { status: ClusterStatus.New })).toBe(10);

    const second = await start({ from: 'echo', to: 'listen' });
    expect(second).toMatchObject({ sequence: ['echo', 'listen'], hold: 24_000, current: 'echo' });
    const { stages } = await app.worked(second);
    expect(stages.echo).toMatchObject({ number: 2, status: StageStatus.Completed, processed: 10 });
    expect(stages.listen).toMatchObject({ number: 3, counters: { readyForReview: 10 } });
  });

  it('numbers them by their place in the whole sequence, in the log, its files and the refusal alike', async () => {
    const { start } = await app.site(1);
    const first = await app.worked(await start({ to: 'shout' }));
    const run = await start({ from: 'echo' });
    await expect(start()).rejects.toMatchObject({
      message: 'Automation already in progress. Started at 02:05 PM, currently on Stage 2.',
    });
    await app.worked(run);
    const rows = await rowsOf(app.engine, run);
    expect(rows.find(({ event }) => event.type === 'stage.started')?.message).toBe(
      'Stage 2 starting: Shouts → Echoes',
    );
    expect((await eventsOf(app.engine, first, 'run.completed'))[0]).toMatchObject({ ready: null });
    expect(rows.at(-1)?.event).toMatchObject({ type: 'run.completed', ready: 1 });
    const files = ['automation_run.log', 'stage_2.log', 'stage_3.log'];
    expect([...renderRunLog(rows).keys()]).toEqual(files);
    const [account, site] = [run.account.toHexString(), run.site.toHexString()];
    const folder = runLogFolder(app.engine.logFolder, { account, site, runId: run.runId });
    expect((await readdir(folder)).filter((name) => name.endsWith('.log')).sort()).toEqual(files);
  });

  it('goes over chosen items alone when they are given', async () => {
    const { start, count, keywords } = await app.site(10);
    const chosen = keywords.slice(3, 6).map(({ _id }) => _id);
    const stage = { from: 'shout', to: 'shout' };
    const run = await start({ ...stage, items: chosen });
    expect(await app.worked(run)).toMatchObject({
      status: RunStatus.Completed,
      stages: { shout: { total: 3, processed: 3 } },
      creditsUsed: 1_000,
    });
    // @ts-expect-error: of which stage they are has to be said.
    void ({ items: chosen } satisfies Choice);
    expect(await count(Keyword, { status: KeywordStatus.Mapped, _id: { $in: chosen } })).toBe(3);
    expect(await count(Keyword, { status: KeywordStatus.New })).toBe(7);
    await expect(start({ ...stage, items: chosen })).rejects.toMatchObject({
      code: 'ITEMS_NOT_WAITING',
      message:
        'None of the 3 chosen items is waiting for the stage "shout". Choose items that it has not processed yet.',
    });
  });
});

describe('what a run starts with', () => {
  it('stays as it was: later changes of settings, prices and limits touch only the next run', async () => {
    const { start, site, charges } = await app.site(4, { stages: { shout: { batchSize: 2, loudness: 3 } } });
    const run = await start();
    const { database } = app.engine;
    const changed = { shout: { batchSize: 1, loudness: 1 }, echo: { isOn: false } };
    await database
      .of(AutomationConfig)
      .updateOne({ site: site._id }, { $set: { stages: changed, maxFailedItems: 0 } });
    const { prices } = app.engine;
    const worker = app.startWorker(4, { prices: { ...prices, fiveKeywords: 9_000, cluster: 9_000 } });
    const done = await app.settled(run._id);
    await worker.stop();
    expect(done.stages.shout).toMatchObject({ settings: { batchSize: 2, loudness: 3 }, batches: 2 });
    expect(done.stages.echo).toMatchObject({ status: StageStatus.Completed, processed: 4 });
    expect(await charges()).toEqual([1_000, 1_000, 2_000, 2_000, 2_000, 2_000]);
    expect(await database.of(Cluster).distinct('name', { site: site._id })).toContain('COFFEE GRINDER 1!!!');
  });
});
