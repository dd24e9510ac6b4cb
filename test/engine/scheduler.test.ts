import { ObjectId } from 'mongodb';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../server/db/migrate.ts';
import { migrations } from '../../server/db/migrations/index.ts';
import { type Scheduler, startScheduler } from '../../server/engine/scheduler.ts';
import { createLog } from '../../server/log.ts';
import { testDatabase } from '../support/db.ts';

const { db } = testDatabase();
const jobs = db.collection('agenda_jobs');
const maintenance = { name: 'maintenance' };

/** What the processes of a test were told, and by whom each was heard. */
const heard: { by: string; run: string }[] = [];
const maintained: string[] = [];
let listeners: (() => void)[] = [];
let started: Scheduler[] = [];
/** Thrown by the next maintenance. */
let fault: Error | undefined;
/** How long a process that says nothing keeps a maintenance. */
const lockMs = 3_000;
const pollMs = 200;
/** What each maintenance waits for. */
let ready = Promise.resolve();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Resolves as soon as it holds. */
function until(holds: () => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => holds() && resolve();
  listeners.push(look);
  look();
  return promise;
}

async function startProcess(by: string): Promise<Scheduler> {
  const scheduler = await startScheduler({
    db,
    log: createLog('silent'),
    pollMs,
    lockMs,
    onRing(run) {
      heard.push({ by, run: run.toHexString() });
      tell();
    },
    async maintain() {
      maintained.push(by);
      tell();
      await ready;
      const thrown = fault;
      fault = undefined;
      if (thrown) throw thrown;
    },
  });
  started.push(scheduler);
  return scheduler;
}

/** Resolves when nobody is at the maintenance: it has been done, and is put down for the next time. */
async function isPutDown(): Promise<void> {
  while (!(await jobs.findOne({ ...maintenance, lockedAt: null, nextRunAt: { $gt: new Date() } })));
}

/** Lets the next time come now, and resolves when it is over. */
async function nextTime(): Promise<void> {
  const before = maintained.length;
  await jobs.updateOne(maintenance, { $set: { nextRunAt: new Date() } });
  await until(() => maintained.length > before);
  await isPutDown();
}

beforeAll(() => migrate(db, migrations));

beforeEach(async () => {
  await jobs.deleteMany({});
  heard.length = 0;
  maintained.length = 0;
  listeners = [];
  started = [];
  fault = undefined;
  ready = Promise.resolve();
});

afterEach(async () => {
  await Promise.all(started.map((scheduler) => scheduler.stop()));
});

describe('a ring', () => {
  it('reaches one listener of one process, whichever rings', async () => {
    const [one, other] = [await startProcess('one'), await startProcess('other')];
    const runs = Array.from({ length: 10 }, () => new ObjectId());
    for (const [nth, run] of runs.entries()) (nth % 2 === 0 ? one : other).ring(run);
    await until(() => heard.length >= runs.length);
    await Promise.all([one.stop(), other.stop()]);
    expect(heard.map(({ run }) => run).sort()).toEqual(runs.map((run) => run.toHexString()).sort());
  });

  it('is sent and heard by others after the process that rings has stopped to listen', async () => {
    const [one] = [await startProcess('one'), await startProcess('other')];
    await one.stop();
    const run = new ObjectId();
    one.ring(run);
    await one.rung();
    await until(() => heard.length > 0);
    expect(heard).toEqual([{ by: 'other', run: run.toHexString() }]);
  });
});

describe('the maintenance', () => {
  it('is done at once and then every minute', async () => {
    await startProcess('one');
    await until(() => maintained.length > 0);
    await isPutDown();
    const job = await jobs.findOne(maintenance);
    expect(job?.nextRunAt.getTime() - job?.lastRunAt.getTime()).toBe(60_000);
  });

  it('is done by one of two processes each time', async () => {
    await startProcess('one');
    await startProcess('other');
    await until(() => maintained.length > 0);
    await isPutDown();
    for (let time = 2; time <= 6; time += 1) await nextTime();
    expect(maintained).toHaveLength(6);
  });

  it('is done by one process alone, however long it takes', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    ready = promise;
    await startProcess('one');
    await startProcess('other');
    await until(() => maintained.length > 0);
    const begun = await jobs.findOne(maintenance);
    const longPast = new Date(begun?.lockedAt.getTime() + lockMs + 2 * pollMs);
    while (!(await jobs.findOne({ ...maintenance, lockedAt: { $gt: longPast } })));
    resolve();
    await isPutDown();
    expect(maintained).toHaveLength(1);
  });

  it('goes on in another process when the one that did it stops', async () => {
    const one = await startProcess('one');
    await until(() => maintained.length > 0);
    await isPutDown();
    await startProcess('other');
    await one.stop();
    await nextTime();
    expect(maintained).toEqual(['one', 'other']);
  });

  it('is done again the next time when it has failed', async () => {
    fault = new Error('the database was away');
    await startProcess('one');
    await until(() => maintained.length > 0);
    await isPutDown();
    expect(await jobs.findOne(maintenance)).toMatchObject({ failReason: 'the database was away' });
    await nextTime();
    expect(maintained).toHaveLength(2);
  });

  it('is left as it stands by a process that starts later', async () => {
    await startProcess('one');
    await until(() => maintained.length > 0);
    await isPutDown();
    const lockedAt = new Date();
    await jobs.updateOne(maintenance, { $set: { lockedAt } });
    const before = await jobs.findOne(maintenance);
    await startProcess('other');
    expect(await jobs.findOne(maintenance)).toEqual(before);
  });

  it('is one job, done once, when thirty processes start at the same moment', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, nth) => startProcess(`process ${nth}`)));
    await until(() => maintained.length > 0);
    await isPutDown();
    expect(await jobs.countDocuments(maintenance)).toBe(1);
    expect(maintained).toHaveLength(1);
    await expect(jobs.insertOne(maintenance)).rejects.toThrow('duplicate key');
  });
});
