import { randomUUID } from 'node:crypto';
import type { ObjectId } from 'mongodb';
import { AutomationRun } from '../../../schema/automation-run.ts';
import { topUp } from '../../../server/credits/ledger.ts';
import type { TestApi } from '../../support/api.ts';

/** Something of every kind changes in these accounts: whoever subscribes hears of it. */
export async function stir({ engine: { database } }: TestApi, accounts: readonly ObjectId[]): Promise<void> {
  const theirs = { account: { $in: [...accounts] } };
  const touched = { $currentDate: { updatedAt: true } } as const;
  for (const name of database.itemCollections) await database.db.collection(name).updateMany(theirs, touched);
  await database.of(AutomationRun).updateMany(theirs, { $inc: { creditsLeft: 1 } });
  for (const account of accounts) await topUp(database, { account, amount: 1, key: randomUUID() });
}
