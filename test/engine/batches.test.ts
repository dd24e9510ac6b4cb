import { describe, expect, it } from 'vitest';
import { AutomationRun, RunStatus, StageStatus } from '../../schema/automation-run.ts';
import { Cluster, ClusterStatus } from '../../schema/cluster.ts';
import { CreditEntry } from '../../schema/credit-entry.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { audit } from '../../server/credits/audit.ts';
import { makeBarrier } from '../support/barrier.ts';
import { makeKeywords, numbered } from '../support/factory.ts';
import { eventsOf, openToyApp, rowsOf, type Scene } from '../support/toy-app.ts';

const onlyShout = { to: 'shout' };
const app = await openToyApp();
const differences = async () => (await audit(app.engine.database)).differences;
const startedSizes = async (run: AutomationRun) =>
  (await eventsOf(app.engine, run, 'batch.started')).map(({ ids }) => ids.length);

describe('a stage', () => {
  it('takes its 47 items in batches of 20, 20 and 7, and charges each', async () => {
    const { start, charges } = await app.site(47);
    const run = await app.worked(await start(onlyShout));
    expect(run.stages.shout).toMatchObject({
      status: StageStatus.Completed,
      total: 47,
      processed: 47,
      failed: 0,
      batches: 3,
      counters: { keywordsProcessed: 47, clustersCreated: 47, batches: 3 },
      creditsUsed: 10_000,
    });
    expect(await charges()).toEqual([4_000, 4_000, 2_000]);
    const started = await eventsOf(app.engine, run, 'batch.started');
    expect(started.map(({ opening }) => opening)).toEqual([
      'Processing batch 1/3 (20 keywords)',
      'Processing batch 2/3 (20 keywords)',
      'Processing batch 3/3 (7 keywords)',
    ]);
    expect(started.map(({ batch }) => [batch.first, batch.last, batch.total])).toEqual([
      [1, 20, 47],
      [21, 40, 47],
      [41, 47, 47],
    ]);
    expect(started.map(({ current }) => current)).toEqual([
      'Processing keywords 1–20',
      'Processing keywords 21–40',
      'Processing keywords 41–47',
    ]);
  });

  it('takes its items in the order in which they came, each once', async () => {
    const { start, keywords } = await app.site(130, { stages: { shout: { batchSize: 30 } } });
    const run = await app.worked(await start(onlyShout));
    const started = await eventsOf(app.engine, run, 'batch.started');
    expect(started.flatMap(({ ids }) => ids)).toEqual(keywords.map(({ _id }) => _id.toHexString()));
  });

  it('counts and names an item that is worked on alone, also the last of several batches', async () => {
    const { start } = await app.site(['tea', 'milk', 'rum'], { stages: { shout: { batchSize: 2 } } });
    const run = await app.worked(await start());
    const started = await eventsOf(app.engine, run, 'batch.started');
    expect(started.map(({ current }) => current)).toEqual([
      'Processing keywords 1–2',
      'Keyword 3/3 "rum"',
      'Cluster 1/3 "TEA!"',
      'Cluster 2/3 "MILK!"',
      'Cluster 3/3 "RUM!"',
    ]);
  });

  it('tells of its calls in its own words once it has some', async () => {
    const { start } = await app.site(1);
    app.toys.echo.inWork = (_, { progress }) => progress('Echoing', 40);
    const run = await app.worked(await start());
    const phases = await eventsOf(app.engine, run, 'batch.phase');
    const asked = phases.filter(({ phase }) => phase === 'AI_CALL');
    expect(asked.map(({ message, percent }) => [message, percent])).toEqual([
      ['Asking the AI', undefined],
      ['Echoing', 40],
    ]);
  });

  it('starts the next stage when it is drained, and not before', async () => {
    const { start } = await app.site(3, { stages: { shout: { batchSize: 1 } } });
    const run = await app.worked(await start());
    const steps = (await rowsOf(app.engine, run))
      .filter(({ event }) => /^(stage|run|batch)\.(started|completed)$/.test(event.type))
      .map(({ event, stage }) => `${event.type} ${stage ?? ''}`.trim());
    const batches = (stage: string) =>
      Array.from({ length: 3 }, () => [`batch.started ${stage}`, `batch.completed ${stage}`]).flat();
    expect(steps).toEqual([
      'run.started',
      ...['stage.started shout', ...batches('shout'), 'stage.completed shout'],
      ...['stage.started echo', ...batches('echo'), 'stage.completed echo'],
      ...['stage.started listen', 'stage.completed listen'],
      'run.completed',
    ]);
    expect(run).toMatchObject({
      status: RunStatus.Completed,
      stages: { listen: { total: 3, processed: 0 } },
    });
  });

  it('is skipped when nothing waits for it, and the log says so', async () => {
    const { start, site } = await app.site(0);
    const cluster = Object.assign(new Cluster(), { account: site.account, site: site._id, name: 'Tea' });
    await app.engine.database.of(Cluster).insertOne(cluster);
    const run = await app.worked(await start());
    expect(run.stages.shout).toMatchObject({ status: StageStatus.Skipped, total: 0, creditsUsed: 0 });
    expect(run.stages.echo).toMatchObject({ status: StageStatus.Completed, processed: 1 });
    expect((await rowsOf(app.engine, run)).map(({ message }) => message)).toContain(
      'Stage 1: No keywords to process',
    );
  });

  it('is skipped when its settings switch it off, and the log says so', async () => {
    const { start, count } = await app.site(2, { stages: { echo: { isOn: false } } });
    const run = await app.worked(await start());
    expect(run.stages.echo?.status).toBe(StageStatus.Skipped);
    expect((await rowsOf(app.engine, run)).map(({ message }) => message)).toContain(
      'Stage 2: switched off by its settings',
    );
    expect(run.estimate.stages.echo).toEqual({ items: 0, credits: 0 });
    expect(await count(Cluster, { status: ClusterStatus.New })).toBe(2);
  });

  it('leaves what was added after it had begun to the next run, and tells its batches where it ends', async () => {
    const { start, site, count, keywords } = await app.site(3, { stages: { shout: { batchSize: 1 } } });
    app.toys.shout.inWork = async ({ index, upTo }) => {
      expect(upTo).toEqual(keywords.at(-1)?._id);
      await makeKeywords(app.engine.database, site, [`latecomer ${index}`]);
    };
    const run = await app.worked(await start(onlyShout));
    expect(run.stages.shout).toMatchObject({ status: StageStatus.Completed, total: 3, processed: 3 });
    expect(await count(Keyword, { status: KeywordStatus.New })).toBe(3);
    app.toys.reset();
    const next = await app.worked(await start(onlyShout));
    expect(next.stages.shout).toMatchObject({ total: 3, processed: 3 });
  });

  it('passes over disabled items', async () => {
    const { start, site, count } = await app.site(2);
    await makeKeywords(app.engine.database, site, numbered(3, 'off'), { disabled: true });
    const run = await app.worked(await start(onlyShout));
    expect(run.stages.shout).toMatchObject({ total: 2, processed: 2 });
    expect(await count(Keyword, { status: KeywordStatus.New, disabled: true })).toBe(3);
  });
});

describe('a stage with `parallel: 4`', () => {
  it('has four batches at work at once, never more, and charges each exactly', async () => {
    const { start, charges, count, account } = await app.site(11, {
      credits: 100,
      stages: { echo: { parallel: 4 } },
    });
    const barrier = makeBarrier();
    let atWork = 0;
    let most = 0;
    app.toys.echo.inWork = async () => {
      atWork += 1;
      most = Math.max(most, atWork);
      await barrier.pass();
    };
    app.toys.echo.inSave = () => {
      atWork -= 1;
    };
    const started = await start();
    const working = app.worked(started);
    await barrier.reached(4);
    barrier.open();
    const run = await working;
    expect(most).toBe(4);
    expect(run.stages.echo).toMatchObject({ processed: 11, batches: 11, creditsUsed: 22_000 });
    expect(await charges()).toEqual([3_000, ...Array.from({ length: 11 }, () => 2_000)]);
    expect(await count(Cluster, { status: ClusterStatus.Mapped })).toBe(11);
    expect(await account()).toMatchObject({ available: 75_000, held: 0 });
    expect(await differences()).toEqual([]);
  });

  it('does each item of many small pages once', async () => {
    const { start, charges, keywords } = await app.site(230, {
      stages: { shout: { parallel: 4, batchSize: 7 } },
    });
    const run = await app.worked(await start(onlyShout));
    expect(run.stages.shout).toMatchObject({ processed: 230, batches: (await charges()).length });
    const seen = (await eventsOf(app.engine, run, 'batch.started')).flatMap(({ ids }) => ids);
    expect(seen.toSorted()).toEqual(keywords.map(({ _id }) => _id.toHexString()).toSorted());
    expect(await differences()).toEqual([]);
  });
});

describe('rings', () => {
  /** Everything that a run leaves, but for times, ids and who did it. */
  async function outcome({ count, charges, account }: Scene, run: AutomationRun) {
    const stages = Object.values(run.stages).map(({ processed, batches, counters }) => [
      processed,
      batches,
      counters,
    ]);
    return {
      stages,
      charges: await charges(),
      clusters: await count(Cluster),
      mapped: await count(Keyword, { status: KeywordStatus.Mapped }),
      account: await account(),
      sizes: await startedSizes(run),
      calls: app.ai.calls.length,
      used: run.creditsUsed,
    };
  }
  const ring = (run: AutomationRun, times: number) => {
    for (let nth = 0; nth < times; nth += 1) app.engine.ring(run._id);
  };

  it('of any number, from any moment and to several workers, change neither result nor charge', async () => {
    const undisturbed = await app.site(25, { credits: 200 });
    const expected = await outcome(undisturbed, await app.worked(await undisturbed.start()));
    for (const times of [2, 10]) {
      app.ai.reset();
      const scene = await app.site(25, { credits: 200 });
      const workers = [app.startWorker(), app.startWorker(1)];
      const started = await scene.start();
      app.toys.shout.inWork = () => ring(started, times);
      app.toys.echo.inSave = () => ring(started, times);
      ring(started, times);
      const run = await app.settled(started._id);
      ring(run, times);
      await Promise.all(workers.map((worker) => worker.stop()));
      expect(await outcome(scene, run)).toEqual(expected);
    }
  });

  it('after the end change nothing at all', async () => {
    const { start, site } = await app.site(5);
    const run = await app.worked(await start());
    const { database } = app.engine;
    const all = async () => ({
      run: await database.of(AutomationRun).findOne({ _id: run._id }),
      rows: await rowsOf(app.engine, run),
      entries: await database.of(CreditEntry).find({ account: site.account }).toArray(),
    });
    const before = await all();
    const worker = app.startWorker();
    ring(run, 10);
    await worker.stop();
    expect(await all()).toEqual(before);
  });
});
