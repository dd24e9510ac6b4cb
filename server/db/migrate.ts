import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, MongoServerError, ObjectId } from 'mongodb';
import type { Migration } from './migrations/index.ts';

const lockId = 'migrations';
const retryMs = 50;

interface Lock {
  _id: string;
  holder: ObjectId;
  until: Date;
}

export interface MigrateOptions {
  /** A holder that says nothing for this long has died, and is succeeded. Default: a minute. */
  readonly lockMs?: number;
}

/**
 * Carries out what has not been carried out yet, in order, under a lock: however many processes boot at once, each
 * migration runs once, and all of them return only when the database is up to date.
 */
export async function migrate(
  db: Db,
  migrations: readonly Migration[],
  { lockMs = 60_000 }: MigrateOptions = {},
): Promise<void> {
  const done = db.collection<{ _id: string; at: Date }>('migrations');
  const isPending = async () => {
    const finished = new Set(await done.distinct('_id', {}));
    return migrations.filter((migration) => !finished.has(migration.id));
  };
  if ((await isPending()).length === 0) return;
  const locks = db.collection<Lock>('locks');
  const holder = new ObjectId();
  const extension = [{ $set: { until: { $add: ['$$NOW', lockMs] } } }];
  while (!(await takeLock(holder))) await sleep(retryMs);
  // An index of a large collection may take longer than the lock; losing one renewal is made up for by the next.
  const renewal = setInterval(() => {
    locks.updateOne({ _id: lockId, holder }, extension).catch(() => undefined);
  }, lockMs / 4);
  try {
    for (const migration of await isPending()) {
      await migration.up(db);
      await done.insertOne({ _id: migration.id, at: new Date() });
    }
  } finally {
    clearInterval(renewal);
    await locks.deleteOne({ _id: lockId, holder });
  }

  async function takeLock(holder: ObjectId): Promise<boolean> {
    const take = [{ $set: { holder } }, ...extension];
    const overdue = { _id: lockId, $expr: { $lt: ['$until', '$$NOW'] } };
    const { matchedCount } = await locks.updateOne(overdue, take);
    if (matchedCount > 0) return true;
    try {
      // Made where there is none; where somebody holds one, the insert meets it.
      await locks.updateOne({ _id: lockId, until: { $exists: false } }, take, { upsert: true });
      return true;
    } catch (error) {
      if (error instanceof MongoServerError && error.code === 11000) return false;
      throw error;
    }
  }
}
