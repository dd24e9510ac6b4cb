import type { Db } from 'mongodb';
import { underLock } from './lock.ts';
import type { Migration } from './migrations/index.ts';

/** The lock under which the database's shape is changed. */
export const shapeLock = 'migrations';
/** A holder that says nothing for this long has died. */
export const shapeLockMs = 60_000;

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
  { lockMs = shapeLockMs }: MigrateOptions = {},
): Promise<void> {
  const done = db.collection<{ _id: string; at: Date }>('migrations');
  const isPending = async () => {
    const finished = new Set(await done.distinct('_id', {}));
    return migrations.filter((migration) => !finished.has(migration.id));
  };
  if ((await isPending()).length === 0) return;
  await underLock(db, shapeLock, lockMs, async () => {
    for (const { id, up } of await isPending()) {
      await up(db);
      // One that stalled for longer than the lock may find it on record: its successor was faster.
      await done.updateOne({ _id: id }, { $setOnInsert: { at: new Date() } }, { upsert: true });
    }
  });
}
