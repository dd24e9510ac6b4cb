import { describe, expect, it } from 'vitest';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { Cluster } from '../../schema/cluster.ts';
import { audit } from '../../server/credits/audit.ts';
import { countClaimable } from '../../server/engine/claim.ts';
import { defaultTiming } from '../../server/engine/engine.ts';
import { createRegistry } from '../../server/engine/registry.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { cancelRun } from '../../server/engine/steer-run.ts';
import { Worker } from '../../server/engine/worker.ts';
import { createMetrics } from '../../server/metrics.ts';
import { makeBarrier } from '../support/barrier.ts';
import { eventsOf, openToyApp } from '../support/toy-app.ts';
import { makeToys } from '../support/toy-stages.ts';
import { watchWrites } from '../support/watched-writes.ts';

const oneByOne = { stages: { shout: { batchSize: 1 } }, credits: 1_000 };
const app = await openToyApp();
const { engine, toys } = app;
const { database } = engine;
const stored = (run: AutomationRun) => database.of(AutomationRun).findOne({ _id: run._id });
const differences = async () => (await audit(database)).differences;

describe('a worker that is stopped', () => {
  it('finishes the batch in flight, begins no other, and gives the run back', async () => {
    const { start, charges } = await app.site(3, oneByOne);
    const barrier = makeBarrier();
    toys.shout.inWork = () => barrier.pass();
    const run = await start();
    const worker = app.startWorker();
    await barrier.reached();
    const stopped = worker.stop();
    barrier.open();
    await stopped;
    expect(await charges()).toEqual([1_000]);
    expect(await stored(run)).toMatchObject({
      status: RunStatus.Running,
      lease: { owner: null, session: null },
      stages: { shout: { processed: 1 } },
    });
    expect(await countClaimable(database, engine.registry.keys, 1)).toBe(1);
    const done = await app.worked(run);
    expect(done).toMatchObject({ status: RunStatus.Completed, creditsUsed: 9_000 });
    expect(await eventsOf(engine, run, 'run.takenOver')).toEqual([]);
  });

  it('abandons what does not finish in time, uncharged, and gives the run back', async () => {
    const { start, charges, count } = await app.site(3, oneByOne);
    const hurried = { ...engine, timing: { ...engine.timing, stopMs: 0 } };
    const barrier = makeBarrier();
    let signal: AbortSignal | undefined;
    toys.shout.inWork = ({ index }, context) => {
      signal = context.signal;
      return index === 2 ? barrier.pass() : undefined;
    };
    const run = await start();
    const worker = new Worker(hurried, { slots: 1 });
    worker.start();
    await barrier.reached();
    await worker.stop();
    expect(signal?.aborted).toBe(true);
    barrier.open();
    expect(await charges()).toEqual([1_000]);
    expect(await stored(run)).toMatchObject({ status: RunStatus.Running, lease: { owner: null } });
    toys.reset();
    const done = await app.worked(run);
    expect(done).toMatchObject({ status: RunStatus.Completed, creditsUsed: 9_000 });
    expect(await count(Cluster)).toBe(3);
    expect(await differences()).toEqual([]);
  });

  it('abandons what does not finish in time though a claim of its own hangs', async () => {
    const [held, wanted] = [await app.site(1), await app.site(1)];
    const [barrier, claiming, abandoned] = [makeBarrier(), makeBarrier(), makeBarrier()];
    toys.shout.inWork = async (_, { signal }) => {
      signal.addEventListener('abort', () => abandoned.pass());
      await barrier.pass();
    };
    const run = await held.start();
    let isHeld = false;
    const slow = watchWrites(database, async (_, collection) => {
      if (isHeld && collection === 'runs') await claiming.pass();
    });
    const worker = new Worker({ ...engine, database: slow }, { slots: 2 });
    worker.start();
    await barrier.reached();
    isHeld = true;
    const other = await wanted.start();
    worker.wake();
    await claiming.reached();
    const stopped = worker.stop(0);
    await abandoned.reached();
    claiming.open();
    await stopped;
    barrier.open();
    for (const each of [run, other]) {
      expect(await stored(each)).toMatchObject({ status: RunStatus.Running, lease: { owner: null } });
    }
    // What was claimed at the last moment is given back untouched.
    expect(await stored(other)).toMatchObject({ lease: { token: 2 }, seq: other.seq });
    toys.reset();
    for (const each of [run, other]) {
      expect(await app.worked(each)).toMatchObject({ status: RunStatus.Completed });
    }
  });

  it('claims nothing more, rung or not', async () => {
    const { start } = await app.site(1);
    const worker = app.startWorker();
    await worker.stop();
    const run = await start();
    worker.wake(run._id);
    await worker.stop();
    expect(await stored(run)).toMatchObject({ lease: { owner: null, token: 1 } });
    await app.worked(run);
  });
});

describe('a run whose worker vanished', () => {
  it('is taken over when its lease has run out, and says so', async () => {
    const { start } = await app.site(2);
    const run = await start();
    const vanished = { owner: 'gone', token: 7, until: new Date(Date.now() - 1), session: null };
    await database.of(AutomationRun).updateOne({ _id: run._id }, { $set: { lease: vanished } });
    const done = await app.worked(run);
    expect(done).toMatchObject({ status: RunStatus.Completed, lease: { token: 8 } });
    expect(await eventsOf(engine, run, 'run.takenOver')).toHaveLength(1);
  });

  it('is left to its worker while the lease lasts', async () => {
    const { start } = await app.site(2);
    const run = await start();
    const lasting = { owner: 'busy', token: 7, until: new Date(Date.now() + 600_000), session: null };
    await database.of(AutomationRun).updateOne({ _id: run._id }, { $set: { lease: lasting } });
    const other = await app.site(1);
    await app.worked(await other.start());
    expect(await stored(run)).toMatchObject({ lease: lasting, seq: 2 });
  });

  it('is left to its worker while that renews the lease, however long a batch takes', async () => {
    const { start, charges } = await app.site(1);
    const barrier = makeBarrier();
    toys.shout.inWork = () => barrier.pass();
    const brief = { ...engine, timing: { ...engine.timing, leaseMs: 2_500, pollMs: 50 } };
    const workers = [new Worker(brief, { slots: 1 }), new Worker(brief, { slots: 1 })];
    const { _id } = await start({ to: 'shout' });
    for (const worker of workers) worker.start();
    await barrier.reached();
    const { lease } = await app.settled(_id, (now) => now.lease.token === 2);
    const aLeaseOn = lease.until.getTime() + brief.timing.leaseMs;
    const renewed = await app.settled(_id, (now) => now.lease.until.getTime() > aLeaseOn);
    barrier.open();
    const done = await app.settled(_id);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(renewed.lease).toMatchObject({ owner: lease.owner, token: 2 });
    expect(done).toMatchObject({ status: RunStatus.Completed, lease: { token: 2 } });
    expect(await eventsOf(engine, done, 'run.takenOver')).toEqual([]);
    expect(await charges()).toEqual([1_000]);
  });

  it('cannot be written to by it afterwards, which is counted as a lease lost', async () => {
    const metrics = createMetrics({ database });
    const losing = new Worker({ ...engine, observe: metrics.observer }, { slots: 1 });
    const { start, charges, count } = await app.site(1);
    const barrier = makeBarrier();
    toys.shout.inWork = () => barrier.pass();
    const run = await start();
    losing.start();
    await barrier.reached();
    const taken = { 'lease.owner': 'another', 'lease.until': new Date(Date.now() + 600_000) };
    const before = await database
      .of(AutomationRun)
      .findOneAndUpdate({ _id: run._id }, { $set: taken, $inc: { 'lease.token': 1 } });
    barrier.open();
    await losing.stop();
    expect(await charges()).toEqual([]);
    expect(await count(Cluster)).toBe(0);
    expect(await stored(run)).toMatchObject({ status: RunStatus.Running, seq: before?.seq });
    expect((await metrics.text()).text).toContain('\ngalley_leases_lost_total 1\n');
    await cancelRun(engine, run._id, 'the test');
  });
});

describe('many runs and few slots', () => {
  it('take turns: a run gives way after its slice, and no site waits for another to end', async () => {
    const long = await app.site(40, oneByOne);
    const short = await app.site(1);
    const impatient = { ...engine, timing: { ...defaultTiming, pollMs: 20, sliceMs: 20 } };
    const first = await long.start({ to: 'shout' });
    const second = await short.start();
    const worker = new Worker(impatient, { slots: 1 });
    worker.start();
    await app.settled(second._id);
    expect(await stored(first)).toMatchObject({ status: RunStatus.Running });
    const done = await app.settled(first._id);
    await worker.stop();
    expect(done).toMatchObject({ status: RunStatus.Completed, creditsUsed: 40_000 });
    expect(await eventsOf(engine, first, 'run.takenOver')).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  it('are worked on side by side in as many slots as there are', async () => {
    const barrier = makeBarrier();
    toys.shout.inWork = () => barrier.pass();
    const scenes = await Promise.all([1, 2, 3].map((count) => app.site(count)));
    const runs = await Promise.all(scenes.map(({ start }) => start()));
    const worker = app.startWorker(3);
    await barrier.reached(3);
    barrier.open();
    for (const run of runs) expect(await app.settled(run._id)).toMatchObject({ status: RunStatus.Completed });
    await worker.stop();
  });

  it('leave a run with a stage that a worker does not know to one that does', async () => {
    const { start } = await app.site(2);
    const run = await start();
    const fewer = makeToys().stages.filter(({ key }) => key !== 'echo');
    const old = new Worker({ ...engine, registry: createRegistry(fewer) }, { slots: 1 });
    old.start();
    const other = await app.site(1);
    const known = { site: other.site._id, trigger: run.trigger, to: 'shout' };
    const sign = await startRun({ ...engine, ring: () => old.wake() }, known);
    expect(await app.settled(sign._id)).toMatchObject({ status: RunStatus.Completed });
    await old.stop();
    expect(await stored(run)).toMatchObject({ status: RunStatus.Running, lease: { token: 1 } });
    expect(await app.worked(run)).toMatchObject({ status: RunStatus.Completed });
  });
});
