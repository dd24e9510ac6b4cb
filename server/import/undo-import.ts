import type { ObjectId } from 'mongodb';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { KeywordImport } from '../../schema/keyword-import.ts';
import { type Database, transaction } from '../db/database.ts';
import { errors } from '../errors.ts';

/**
 * Takes an import's keywords back, all of them or none. Twice is once; those that a person has deleted are gone
 * already. Returns how many were deleted. Throws IMPORT_TOUCHED where a run or a person has changed any.
 */
export function undoImport(database: Database, id: ObjectId, now: Date): Promise<number> {
  const keywords = database.of(Keyword);
  const brought = { import: id };
  const untouched = {
    ...brought,
    status: KeywordStatus.New,
    cluster: null,
    failure: null,
    $expr: { $eq: ['$createdAt', '$updatedAt'] },
  };
  return transaction(database.client, async (session) => {
    const all = await keywords.countDocuments(brought, { session });
    const { deletedCount } = await keywords.deleteMany(untouched, { session });
    // Rolls the deletion back.
    if (deletedCount < all) {
      throw errors.importTouched({ import: id.toHexString(), touched: all - deletedCount });
    }
    await database
      .of(KeywordImport)
      .updateOne({ _id: id, undoneAt: null }, { $set: { undoneAt: now } }, { session });
    return deletedCount;
  });
}
