import { describe, expect, it } from 'vitest';
import { ActivityLevel } from '../../schema/activity.ts';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { RunStatus, StageStatus } from '../../schema/automation-run.ts';
import { Cluster, ClusterStatus } from '../../schema/cluster.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { audit } from '../../server/credits/audit.ts';
import { resumeRun } from '../../server/engine/steer-run.ts';
import { errors } from '../../server/errors.ts';
import { makeBarrier } from '../support/barrier.ts';
import { eventsOf, openToyApp, rowsOf } from '../support/toy-app.ts';

const app = await openToyApp();
const { engine, toys, ai } = app;
const { database } = engine;
const differences = async () => (await audit(database)).differences;
const settings = (batchSize: number, parallel = 1) => ({ stages: { shout: { batchSize, parallel } } });

describe('a critical error', () => {
  it('fails the run at its stage with the sentence of the catalogue, and stops the pipeline', async () => {
    const { start, account, count } = await app.site(3, { credits: 100 });
    ai.answer = ({ purpose }) => {
      if (purpose === 'echo') throw errors.aiRejectedKey({ provider: 'scripted' });
    };
    const run = await app.worked(await start());
    const message = 'The AI provider "scripted" rejected the API key. Check the key.';
    expect(run).toMatchObject({
      status: RunStatus.Failed,
      active: false,
      current: 'echo',
      error: { code: 'AI_REJECTED_KEY', message, stage: 'echo' },
      hold: 0,
      stages: { shout: { status: StageStatus.Completed }, listen: { status: StageStatus.Waiting } },
    });
    expect(await account()).toEqual({ available: 99_000, held: 0, holds: [] });
    expect(await count(Cluster, { failure: null, status: ClusterStatus.New })).toBe(3);
    const rows = await rowsOf(engine, run);
    expect(rows.at(-1)).toMatchObject({
      level: ActivityLevel.Error,
      message: expect.stringContaining(message),
    });
    expect(await differences()).toEqual([]);
  });

  it('before a stage has begun is that stage’s, and what was completed before it is not done again', async () => {
    const { site, start } = await app.site(2);
    const started = await start();
    const { providers } = engine;
    let stages = 0;
    const worker = app.startWorker(1, {
      providers: {
        async of(account) {
          if (account.equals(site.account)) stages += 1;
          if (stages === 2) throw errors.masterKeyMissing();
          return providers.of(account);
        },
      },
    });
    const run = await app.settled(started._id);
    await worker.stop();
    expect(run).toMatchObject({
      status: RunStatus.Failed,
      current: 'echo',
      error: { code: 'MASTER_KEY_MISSING', stage: 'echo' },
      stages: { shout: { status: StageStatus.Completed }, echo: { status: StageStatus.Failed } },
    });
    await resumeRun(engine, run._id, 'Ada');
    expect(await app.worked(run)).toMatchObject({ status: RunStatus.Completed });
    const completed = await eventsOf(engine, run, 'stage.completed');
    expect(completed.map(({ name }) => name.title)).toEqual([
      'Keywords → Shouts',
      'Shouts → Echoes',
      'Echoes → Ears',
    ]);
    expect(await differences()).toEqual([]);
  });

  it.each(['inWork', 'inSave'] as const)('that is a bug shows nothing of its inside (%s)', async (half) => {
    const { start } = await app.site(1);
    toys.shout[half] = () => {
      throw new TypeError('password=hunter2 is undefined at /srv/app.ts:7');
    };
    const run = await app.worked(await start());
    expect(run.error).toEqual({
      code: 'UNEXPECTED',
      message:
        'Something unexpected went wrong in the stage "shout". The server\'s log has the details; resume the run to try again.',
      stage: 'shout',
    });
    expect(JSON.stringify([run, await rowsOf(engine, run)])).not.toMatch(/hunter2|app\.ts/);
  });

  it('within `save` leaves nothing of the batch behind but the answer that was paid for', async () => {
    const { start, count, charges, account } = await app.site(3, { credits: 100 });
    toys.shout.inSave = () => {
      throw new TypeError('a bug');
    };
    const run = await app.worked(await start());
    expect(await count(Cluster)).toBe(0);
    expect(await count(Keyword, { status: KeywordStatus.New, failure: null })).toBe(3);
    expect(await charges()).toEqual([]);
    expect(await account()).toEqual({ available: 100_000, held: 0, holds: [] });
    expect(run.stages.shout).toMatchObject({ processed: 0, batches: 0, counters: {} });
    expect(await eventsOf(engine, run, 'batch.completed')).toEqual([]);
    const accepted = { run: run._id, status: AiCallStatus.Accepted };
    expect(await database.of(AiCall).countDocuments(accepted)).toBe(1);
  });

  it('lets the batches beside it commit what they have paid for', async () => {
    const { start, charges } = await app.site(4, settings(1, 4));
    const barrier = makeBarrier();
    toys.shout.inWork = async ({ index }) => {
      void barrier.pass();
      await barrier.reached(4);
      if (index === 1) throw errors.aiRejectedKey({ provider: 'scripted' });
    };
    const run = await app.worked(await start());
    expect(run).toMatchObject({ status: RunStatus.Failed, stages: { shout: { processed: 3 } } });
    expect(await charges()).toEqual([1_000, 1_000, 1_000]);
    expect(await differences()).toEqual([]);
  });
});
