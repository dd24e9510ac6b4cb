import type { ObjectId } from 'mongodb';
import { CreditEntry } from '../../schema/credit-entry.ts';
import type { Database } from '../db/database.ts';
import { errors } from '../errors.ts';
import { topUp, topUpKey } from './ledger.ts';

/**
 * Adds credits that somebody asked for under a key of theirs, however often; returns the entry's id. The ledger itself
 * keeps the key, for good. Throws IDEMPOTENCY_KEY_REUSED where it was used for another amount.
 */
export async function addCredits(
  database: Database,
  { account, amount, key }: { account: ObjectId; amount: number; key: string },
): Promise<ObjectId> {
  await topUp(database, { account, amount, key });
  const entry = await database.of(CreditEntry).findOne({ key: topUpKey(account, key) });
  if (entry?.amount !== amount) throw errors.idempotencyKeyReused({ key });
  return entry._id;
}
