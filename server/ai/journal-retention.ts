import type { ObjectId } from 'mongodb';
import { AiCall } from '../../schema/ai-call.ts';
import type { Database } from '../db/database.ts';

const withReply = (run: ObjectId) => ({ run, reply: { $ne: null } });

/**
 * Takes the replies out of a run's journal; returns how many there were. The hashes of their questions go with them: the
 * same question, asked again by a run that is resumed, is a new one.
 */
export async function dropReplies(database: Database, run: ObjectId): Promise<number> {
  const nothing = { $set: { reply: null, inputHash: '' } };
  const { modifiedCount } = await database.of(AiCall).updateMany(withReply(run), nothing);
  return modifiedCount;
}

export async function replyCount(database: Database, run: ObjectId): Promise<number> {
  return database.of(AiCall).countDocuments(withReply(run));
}
