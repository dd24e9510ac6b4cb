import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { Cluster, ClusterStatus } from '../../schema/cluster.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { audit } from '../../server/credits/audit.ts';
import { topUp } from '../../server/credits/ledger.ts';
import { maintain } from '../../server/engine/maintenance.ts';
import { type RetryResult, retryFailed } from '../../server/engine/retry-failed.ts';
import { cancelRun } from '../../server/engine/steer-run.ts';
import { Worker } from '../../server/engine/worker.ts';
import { errors } from '../../server/errors.ts';
import { makeBarrier } from '../support/barrier.ts';
import { makeKeywords } from '../support/factory.ts';
import { eventsOf, openToyApp, type SiteOptions } from '../support/toy-app.ts';
import { cutOff, watchWrites } from '../support/watched-writes.ts';

const app = await openToyApp();
const { engine, toys } = app;
const { database } = engine;
const differences = async () => (await audit(database)).differences;

/** A site with a completed run in which `stage` failed on each phrase with "bad" in it. */
async function siteWithFailed(stage: 'shout' | 'echo', phrases: string[], options: SiteOptions = {}) {
  const scene = await app.site(phrases, options);
  app.ai.answer = ({ purpose, input }) => {
    if (purpose === stage && /bad/i.test(JSON.stringify(input))) {
      throw errors.aiRefused({ purpose, reason: 'rude' });
    }
  };
  const run = await app.worked(await scene.start());
  expect(run.status).toBe(RunStatus.Completed);
  app.ai.reset();
  const retry = (items?: ObjectId[]) =>
    retryFailed(engine, { site: scene.site._id, stage, ...(items && { items }) });
  return { ...scene, retry };
}

describe('retrying failed items while the site is idle', () => {
  it('starts a run from their stage on, over all of them', async () => {
    const { retry, charges, site } = await siteWithFailed('echo', ['tea', 'bad 1', 'bad 2']);
    const { outcome, run } = await retry();
    expect(outcome).toBe('started');
    expect(run).toMatchObject({ sequence: ['echo', 'listen'], hold: 4_800 });
    const retried = { site: site._id, retries: 1, failure: null };
    expect(await database.of(Cluster).countDocuments(retried)).toBe(2);
    const done = await app.worked(run);
    expect(done.stages).toMatchObject({
      echo: { processed: 2 },
      listen: { counters: { readyForReview: 3 } },
    });
    expect(await charges()).toEqual([1_000, 2_000, 0, 0, 2_000, 2_000]);
    expect(await differences()).toEqual([]);
  });

  it('puts back the chosen ones alone', async () => {
    const { retry, keywords, count } = await siteWithFailed('shout', ['bad 1', 'bad 2', 'bad 3']);
    const { run } = await retry([keywords[1]?._id ?? new ObjectId()]);
    expect((await app.worked(run)).stages.shout).toMatchObject({ processed: 1 });
    expect(await count(Keyword, { 'failure.stage': 'shout' })).toBe(2);
  });

  it('twice at once is once', async () => {
    const { retry, charges } = await siteWithFailed('shout', ['bad']);
    const results = await Promise.all([retry(), retry()]);
    expect(new Set(results.map(({ run }) => run.runId)).size).toBe(1);
    const [{ run }] = results;
    await app.worked(run);
    await maintain(engine);
    expect((await charges()).filter((charge) => charge > 0)).toEqual([1_000, 2_000]);
    expect(await differences()).toEqual([]);
  });

  it('leaves them failed where there are no credits for a run: they can be retried once there are', async () => {
    const { retry, count, site } = await siteWithFailed('shout', ['tea', 'bad'], { credits: 6.2 });
    // 4 were used; another would hold 3.6.
    await expect(retry()).rejects.toMatchObject({ code: 'INSUFFICIENT_CREDITS' });
    expect(await count(Keyword, { 'failure.stage': 'shout', retries: 0 })).toBe(1);
    await topUp(database, { account: site.account, amount: 100_000, key: 'more' });
    expect((await app.worked((await retry()).run)).stages.shout).toMatchObject({ processed: 1 });
  });

  it('starts nothing where none of the items meant has failed, whatever else waits', async () => {
    const { retry, keywords, site, count, charges } = await siteWithFailed('shout', ['tea', 'bad']);
    const spent = await charges();
    await makeKeywords(database, site, ['coffee']);
    const refused = { code: 'NOTHING_FAILED' };
    await expect(retry([keywords[0]?._id ?? new ObjectId()])).rejects.toMatchObject(refused);
    await database.of(Keyword).updateOne({ _id: keywords[1]?._id ?? site._id }, { $set: { disabled: true } });
    await expect(retry()).rejects.toMatchObject(refused);
    expect(await count(Keyword, { 'failure.stage': 'shout' })).toBe(1);
    expect(await count(AutomationRun)).toBe(1);
    expect(await charges()).toEqual(spent);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'starts one run when the request is cut off before write %i and repeated',
    async (nth) => {
      const { site, count } = await siteWithFailed('shout', ['tea', 'bad']);
      await makeKeywords(database, site, ['coffee']);
      const asked = { site: site._id, stage: 'shout', request: new ObjectId() };
      const cut = { ...engine, database: cutOff(database, nth) };
      await retryFailed(cut, asked).catch(() => undefined);
      const { run } = await retryFailed(engine, asked);
      const overdue = { 'lease.until': new Date(0) };
      await database.of(AutomationRun).updateOne({ _id: run._id, 'lease.owner': 'start' }, { $set: overdue });
      expect((await app.worked(run)).stages.shout).toMatchObject({ processed: 2 });
      expect(await count(AutomationRun)).toBe(2);
      expect(await count(Keyword, { phrase: 'bad', retries: 1 })).toBe(1);
      expect(await differences()).toEqual([]);
    },
  );

  it('is refused for a stage or site that does not exist, and where nothing failed', async () => {
    const { site } = await app.site(0);
    const at = (stage: string, _id = site._id) => retryFailed(engine, { site: _id, stage });
    await expect(at('whisper')).rejects.toMatchObject({ code: 'UNKNOWN_STAGE' });
    await expect(at('echo', new ObjectId())).rejects.toMatchObject({ code: 'SITE_NOT_FOUND' });
    await expect(at('echo')).rejects.toMatchObject({ code: 'NOTHING_FAILED' });
  });
});

describe('retrying failed items while a run is active', () => {
  it('gives them to it when it has yet to come to their stage', async () => {
    const { retry, site, start, count } = await siteWithFailed('echo', ['tea', 'bad 1', 'bad 2']);
    await makeKeywords(database, site, ['coffee']);
    const active = await start();
    const { outcome, run } = await retry();
    expect(outcome).toBe('joined');
    expect(run.runId).toBe(active.runId);
    expect(await eventsOf(engine, active, 'stage.itemsRetried')).toMatchObject([{ count: 2, message: '' }]);
    const done = await app.worked(active);
    expect(done.stages).toMatchObject({ shout: { processed: 1 }, echo: { total: 3, processed: 3 } });
    expect(await count(Cluster, { status: ClusterStatus.Mapped })).toBe(4);
    expect(await differences()).toEqual([]);
  });

  it.each([
    ['would have been skipped', []],
    ['counts its items', ['tea']],
  ])('gives them to it at the very moment when their stage, which %s, begins', async (_, again) => {
    const { retry, site, start } = await siteWithFailed('shout', ['tea', 'bad']);
    const { account, _id } = site;
    await database.of(Cluster).insertOne(Object.assign(new Cluster(), { account, site: _id, name: 'Tea' }));
    // An older item than the failed one: what has come after the last that waits is left to later runs.
    const older = { site: _id, phrase: { $in: again } };
    await database.of(Keyword).updateMany(older, { $set: { status: KeywordStatus.New } });
    const active = await start();
    let retried: Promise<RetryResult> | undefined;
    const meddled = watchWrites(database, async (_, collection) => {
      if (collection !== 'runs' || retried) return;
      const run = await database.of(AutomationRun).findOne({ _id: active._id });
      if (!run?.lease.owner) return;
      retried = retry();
      await retried;
    });
    const timing = { ...engine.timing, flushMs: 2 ** 30 };
    const worker = new Worker({ ...engine, timing, database: meddled }, { slots: 1 });
    worker.start();
    const done = await app.settled(active._id);
    await worker.stop();
    expect(await retried).toMatchObject({ outcome: 'joined' });
    const count = again.length + 1;
    expect(done.stages.shout).toMatchObject({ total: count, processed: count });
    expect(await differences()).toEqual([]);
  });

  it('lets a run follow when it is at their stage already, or past it', async () => {
    const { retry, site, start, count } = await siteWithFailed('shout', ['tea', 'bad']);
    await makeKeywords(database, site, ['coffee']);
    const barrier = makeBarrier();
    toys.echo.inWork = () => barrier.pass();
    const active = await start();
    const worker = app.startWorker();
    await barrier.reached();
    expect(await retry()).toMatchObject({ outcome: 'follows', run: { runId: active.runId } });
    expect(await retry()).toMatchObject({ outcome: 'follows' });
    await maintain(engine);
    expect(await count(AutomationRun, { active: true })).toBe(1);
    barrier.open();
    expect((await app.settled(active._id)).stages.shout).toMatchObject({ processed: 1 });
    await worker.stop();

    await Promise.all([maintain(engine), maintain(engine)]);
    const following = await database.of(AutomationRun).findOne({ site: site._id, active: true });
    expect(following).toMatchObject({ sequence: ['shout', 'echo', 'listen'] });
    expect(following && (await app.worked(following)).stages.shout).toMatchObject({ processed: 1 });
    await maintain(engine);
    expect(await count(AutomationRun)).toBe(3);
    expect(await count(Keyword, { status: KeywordStatus.Mapped })).toBe(3);
    expect(await differences()).toEqual([]);
  });

  it('lets a run follow one that does not go through their stage, however that one ends', async () => {
    const { retry, site, start, count } = await siteWithFailed('echo', ['bad']);
    await makeKeywords(database, site, ['coffee']);
    const active = await start({ to: 'shout' });
    expect(await retry()).toMatchObject({ outcome: 'follows' });
    await cancelRun(engine, active._id, 'Ada');
    await maintain(engine);
    const following = await database.of(AutomationRun).findOne({ site: site._id, active: true });
    expect(following).toMatchObject({ sequence: ['echo', 'listen'] });
    expect(following && (await app.worked(following)).status).toBe(RunStatus.Completed);
    expect(await count(Cluster, { status: ClusterStatus.Mapped })).toBe(1);
  });

  it('is refused where none of those meant has failed, and no run follows', async () => {
    const { site, start, count } = await app.site(['tea']);
    const active = await start({ to: 'shout' });
    const retried = retryFailed(engine, { site: site._id, stage: 'echo' });
    await expect(retried).rejects.toMatchObject({ code: 'NOTHING_FAILED' });
    await app.worked(active);
    await maintain(engine);
    expect(await count(AutomationRun)).toBe(1);
  });

  it('twice is once, for as long as they wait', async () => {
    const { retry, site, start, keywords } = await siteWithFailed('echo', ['bad']);
    await makeKeywords(database, site, ['coffee']);
    const active = await start();
    for (const _ of [1, 2]) expect(await retry()).toMatchObject({ outcome: 'joined' });
    expect(await eventsOf(engine, active, 'stage.itemsRetried')).toMatchObject([{ count: 1 }]);
    const others = retry([keywords[0]?._id ?? site._id]);
    await expect(others).rejects.toMatchObject({ code: 'NOTHING_FAILED' });
    await app.worked(active);
  });

  it('lets a run follow one over chosen items, which would pass them over', async () => {
    const { retry, site, start } = await siteWithFailed('shout', ['bad']);
    const [coffee] = await makeKeywords(database, site, ['coffee']);
    const active = await start({ from: 'shout', to: 'shout', items: coffee ? [coffee._id] : [] });
    expect(await retry()).toMatchObject({ outcome: 'follows' });
    await app.worked(active);
    await maintain(engine);
    const following = await database.of(AutomationRun).findOne({ site: site._id, active: true });
    expect(following && (await app.worked(following)).stages.shout).toMatchObject({ processed: 1 });
  });
});
