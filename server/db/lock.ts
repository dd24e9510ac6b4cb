import { setTimeout as sleep } from 'node:timers/promises';
import { type Collection, type Db, ObjectId } from 'mongodb';
import { isDuplicateKey } from './duplicate-key.ts';

const retryMs = 50;

interface Lock {
  _id: string;
  holder: ObjectId;
  until: Date;
}

/**
 * Does the work while no other process does work under a lock of this name; waits for its turn. A holder that says
 * nothing for `lockMs` counts as dead and is succeeded: so the work must bear to be done a second time, even at once.
 */
export async function underLock<T>(db: Db, name: string, lockMs: number, work: () => Promise<T>): Promise<T> {
  const locks = db.collection<Lock>('locks');
  const holder = new ObjectId();
  while (!(await takeLock(locks, { name, holder, lockMs }))) await sleep(retryMs);
  // An index of a large collection may take longer than the lock; losing one renewal is made up for by the next.
  const renewal = setInterval(() => {
    locks.updateOne({ _id: name, holder }, extension(lockMs)).catch(() => undefined);
  }, lockMs / 4);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await locks.deleteOne({ _id: name, holder });
  }
}

async function takeLock(
  locks: Collection<Lock>,
  { name, holder, lockMs }: { name: string; holder: ObjectId; lockMs: number },
): Promise<boolean> {
  const take = [{ $set: { holder } }, ...extension(lockMs)];
  const overdue = { _id: name, $expr: { $lt: ['$until', '$$NOW'] } };
  const { matchedCount } = await locks.updateOne(overdue, take);
  if (matchedCount > 0) return true;
  try {
    // Made where there is none; where somebody holds one, the insert meets it.
    await locks.updateOne({ _id: name, until: { $exists: false } }, take, { upsert: true });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

function extension(lockMs: number) {
  return [{ $set: { until: { $add: ['$$NOW', lockMs] } } }];
}
