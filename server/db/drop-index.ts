import { type Db, MongoServerError } from 'mongodb';

/** Drops an index by its name. One that is gone is no trouble: a start may have been cut off after it was dropped. */
export async function dropIndex(db: Db, collection: string, name: string): Promise<void> {
  try {
    await db.collection(collection).dropIndex(name);
  } catch (error) {
    if (!(error instanceof MongoServerError && error.codeName === 'IndexNotFound')) throw error;
  }
}
