import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../server/db/migrate.ts';
import { migrations } from '../../server/db/migrations/index.ts';
import { hourMs } from '../../server/durations.ts';
import { startScheduler } from '../../server/engine/scheduler.ts';
import { createLog } from '../../server/log.ts';
import { testDatabase } from '../support/db.ts';

const { db } = testDatabase();

it('the first process of a database does the maintenance at once, not when it next looks for what is due', async () => {
  await migrate(db, migrations);
  const { promise, resolve } = Promise.withResolvers<string>();
  const scheduler = await startScheduler({
    db,
    log: createLog('silent'),
    pollMs: hourMs,
    onRing() {},
    maintain: async () => resolve('done'),
  });
  onTestFinished(() => scheduler.stop());
  expect(await promise).toBe('done');
});
