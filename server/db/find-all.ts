import {
  type Collection,
  type Db,
  type Document,
  type Filter,
  MongoNetworkError,
  MongoNetworkTimeoutError,
  MongoServerError,
  type WithId,
} from 'mongodb';

export interface FindOptions {
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  readonly skip?: number;
  readonly limit?: number;
  readonly projection?: Document;
}

/** More than are ever asked for in one go, so that they come in one answer of the database. */
export const allAtOnce = 100_000;

/**
 * All that the filter finds, of the primary. Asked for as a command, and not through a cursor of the driver: that
 * takes each document of an answer apart by itself, and twice as long for a page of fifty. What a cursor does besides
 * is left to one, which then reads again: more than one answer holds, and another try where the connection broke.
 */
export async function findAll<T extends Document>(
  db: Db,
  collection: Collection<T>,
  filter: Filter<T>,
  options: FindOptions = {},
): Promise<WithId<T>[]> {
  try {
    const { cursor } = await db.command({
      find: collection.collectionName,
      filter,
      ...options,
      batchSize: allAtOnce,
    });
    if (Number(cursor.id) === 0) return cursor.firstBatch;
  } catch (error) {
    if (!isWorthAnother(error)) throw error;
  }
  return collection.find(filter, { ...options, batchSize: allAtOnce }).toArray();
}

/** Of a server that does not answer, nobody waits for twice. */
function isWorthAnother(error: unknown): boolean {
  if (error instanceof MongoNetworkTimeoutError) return false;
  return error instanceof MongoNetworkError || error instanceof MongoServerError;
}
