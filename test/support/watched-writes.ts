import type { Collection } from 'mongodb';
import type { Database, DocumentClass } from '../../server/db/database.ts';

const writes = new Set<PropertyKey>([
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'findOneAndUpdate',
  'deleteOne',
  'deleteMany',
  'bulkWrite',
]);

/**
 * The same database, with `before` called ahead of every write, told its number from 1 and its collection. What it throws is thrown in
 * the write's place: a process that is cut off there.
 */
export function watchWrites(
  database: Database,
  before: (nth: number, collection: string) => unknown,
): Database {
  let nth = 0;
  const watched = <T extends object>(collection: Collection<T>): Collection<T> =>
    new Proxy(collection, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== 'function') return value;
        if (!writes.has(property)) return value.bind(target);
        return async (...given: unknown[]) => {
          nth += 1;
          await before(nth, target.collectionName);
          return value.apply(target, given);
        };
      },
    });
  return { ...database, of: <T extends object>(kind: DocumentClass<T>) => watched(database.of(kind)) };
}

/** A database that writes no more from its `nth` write on. */
export function cutOff(database: Database, nth: number): Database {
  return watchWrites(database, (now) => {
    if (now >= nth) throw new TypeError('cut off');
  });
}

/** The same database, for somebody who is too late: ahead of their first write to the collection another acts, once. */
export function overtake(database: Database, collection: string, act: () => Promise<unknown>): Database {
  let done: Promise<unknown> | undefined;
  return watchWrites(database, async (_, written) => {
    if (written !== collection) return;
    done ??= act();
    await done;
  });
}
