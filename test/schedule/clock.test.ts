import { afterEach, describe, expect, it } from 'vitest';
import { migrate } from '../../server/db/migrate.ts';
import { migrations } from '../../server/db/migrations/index.ts';
import { type RecurringJob, type Scheduler, startScheduler } from '../../server/engine/scheduler.ts';
import { createLog } from '../../server/log.ts';
import { testDatabase } from '../support/db.ts';

const { db } = testDatabase();
const jobs = db.collection('agenda_jobs');
await migrate(db, migrations);
const started: Scheduler[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((scheduler) => scheduler.stop()));
  await jobs.deleteMany({});
});

/** A process whose clock also does these. */
async function startProcess(besides: readonly RecurringJob[]): Promise<void> {
  const log = createLog('silent');
  started.push(await startScheduler({ db, log, besides, onRing() {}, async maintain() {} }));
}

describe('the clock', () => {
  it('does what is to be done every minute, beginning at once, however many processes boot', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const schedules = { name: 'schedules', every: 60_000, work: async () => resolve() };
    await Promise.all(Array.from({ length: 8 }, () => startProcess([schedules])));
    await promise;
    expect(await jobs.countDocuments({ name: 'schedules' })).toBe(1);
  });

  it.each(['schedules', 'clean-up', 'notifications'])(
    'has no second job %s made by a process that looked before the first was there',
    async (name) => {
      await startProcess([{ name, every: 60_000, work: async () => {} }]);
      await expect(jobs.insertOne({ name })).rejects.toThrow('duplicate key');
    },
  );

  it("keeps the clean-up for Monday at three, by the server's own time", async () => {
    const cleanUp = { name: 'clean-up', every: '0 3 * * 1', work: async () => {} };
    await Promise.all(Array.from({ length: 8 }, () => startProcess([cleanUp])));
    const [job, ...others] = await jobs.find({ name: 'clean-up' }).toArray();
    expect(others).toEqual([]);
    const next: Date = job?.nextRunAt;
    expect([next.getDay(), next.getHours(), next.getMinutes()]).toEqual([1, 3, 0]);
    expect(next.getTime() - Date.now()).toBeLessThanOrEqual(7 * 86_400_000 + 3_600_000);
  });
});
