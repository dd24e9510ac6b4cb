import type { ObjectId } from 'mongodb';
import { Deletion } from '../../schema/deletion.ts';
import { Keyword, untouched } from '../../schema/keyword.ts';
import { KeywordImport } from '../../schema/keyword-import.ts';
import { type Database, transaction } from '../db/database.ts';
import { removeUntouched } from '../db/deletion.ts';
import { errors } from '../errors.ts';

/**
 * Takes an import's keywords back. Twice is once; those that a person has deleted are gone already. A list may be too
 * long for one transaction, so that this decides and leaves a note of what is to follow: cut off, the clock goes on
 * with it. What a run or a person changes meanwhile stays. Returns how many were deleted. Throws IMPORT_TOUCHED, and
 * deletes nothing, where a run or a person has changed any.
 */
export async function undoImport(database: Database, id: ObjectId, now: Date): Promise<number> {
  const imports = database.of(KeywordImport);
  await transaction(database.client, async (session) => {
    const { modifiedCount } = await imports.updateOne(
      { _id: id, undoneAt: null },
      { $set: { undoneAt: now } },
      { session },
    );
    if (modifiedCount === 0) return;
    const changed = { import: id, $nor: [untouched] };
    const touched = await database.of(Keyword).countDocuments(changed, { session });
    // Rolls back that it is undone.
    if (touched > 0) throw errors.importTouched({ import: id.toHexString(), touched });
    const note = { _id: id, kind: 'import' as const, runs: [], at: now };
    await database.of(Deletion).insertOne(note, { session });
  });
  return removeUntouched(database, id);
}
