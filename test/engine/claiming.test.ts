import { describe, expect, it } from 'vitest';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { cancelRun } from '../../server/engine/steer-run.ts';
import { makeBarrier } from '../support/barrier.ts';
import { recordLog } from '../support/recorded-log.ts';
import { openToyApp } from '../support/toy-app.ts';
import { watchWrites } from '../support/watched-writes.ts';

const app = await openToyApp();
const { engine, toys } = app;
const { database } = engine;
/** A worker looks when it is woken, and not by itself. */
const timing = { ...engine.timing, pollMs: 600_000 };

describe('a run that cannot be claimed', () => {
  it('keeps nobody from the others that wait, is told of, and claimed at the next look', async () => {
    const scenes = await Promise.all([app.site(1), app.site(1), app.site(1)]);
    const runs = [];
    for (const { start } of scenes) runs.push(await start());
    const [first, ...others] = runs;
    const isOut = Promise.all(others.map(({ _id }) => app.settled(_id)));
    let isLocked = true;
    const locked = watchWrites(database, (nth, collection) => {
      if (nth === 1) expect(collection).toBe('runs');
      if (nth === 1 && isLocked) throw new TypeError('locked');
    });
    const log = recordLog();
    const worker = app.startWorker(1, { database: locked, timing, log: log.log });
    expect(await isOut).toMatchObject(others.map(() => ({ status: RunStatus.Completed })));
    isLocked = false;
    if (first) expect(await app.settled(first._id)).toMatchObject({ status: RunStatus.Completed });
    await worker.stop();
    expect(log.lines.filter(({ level }) => level >= 40)).toMatchObject([
      { msg: 'a run could not be claimed', run: first?.runId, err: { message: 'locked' } },
    ]);
  });
});

describe('an account with more runs than there are slots', () => {
  /** Runs of one new account, the first of them longest in line. */
  async function runsOfOne(count: number): Promise<AutomationRun[]> {
    const first = await app.site(1, { credits: 100 });
    const { account } = first.site;
    const runs = [await first.start()];
    while (runs.length < count) runs.push(await (await app.site(1, { account })).start());
    return runs;
  }

  /** Which of the runs are at work when so many are. */
  async function atWork(runs: readonly AutomationRun[], slots: number) {
    const barrier = makeBarrier();
    toys.shout.inWork = () => barrier.pass();
    const worker = app.startWorker(slots, { timing });
    await barrier.reached(slots);
    const held = { _id: { $in: runs.map(({ _id }) => _id) }, 'lease.owner': worker.owner };
    const busy = await database.of(AutomationRun).distinct('_id', held);
    barrier.open();
    for (const { _id } of runs) expect(await app.settled(_id)).toMatchObject({ status: RunStatus.Completed });
    await worker.stop();
    return runs.map(({ _id }) => busy.some((id) => id.equals(_id)));
  }

  it('leaves another account that comes later its share of them', async () => {
    const ofOne = await runsOfOne(4);
    const ofOther = await runsOfOne(2);
    const [yes, no] = [true, false];
    expect(await atWork([...ofOne, ...ofOther], 3)).toEqual([yes, yes, no, no, yes, no]);
  });

  it('has all of them where no other has a run to work on', async () => {
    expect(await atWork(await runsOfOne(4), 3)).toEqual([true, true, true, false]);
  });

  it('gives up another slot where the run that was to give way is kept by its batch', async () => {
    const kept = await app.site(1, { credits: 1_000 });
    const { account } = kept.site;
    const long = await app.site(100, { account, stages: { shout: { batchSize: 1 } } });
    const barrier = makeBarrier();
    toys.shout.inWork = ({ items }) => (items[0]?.site.equals(kept.site._id) ? barrier.pass() : undefined);
    const [held, going] = [await kept.start(), await long.start()];
    const worker = app.startWorker(2, { timing: { ...engine.timing, sliceMs: 20 } });
    await barrier.reached();
    const other = await (await app.site(1)).start();
    expect(await app.settled(other._id)).toMatchObject({ status: RunStatus.Completed });
    const stored = ({ _id }: AutomationRun) => database.of(AutomationRun).findOne({ _id });
    expect(await stored(held)).toMatchObject({ lease: { owner: worker.owner } });
    expect(await stored(going)).toMatchObject({ status: RunStatus.Running });
    await cancelRun(engine, going._id, 'the test');
    barrier.open();
    expect(await app.settled(held._id)).toMatchObject({ status: RunStatus.Completed });
    await worker.stop();
  });
});
