import type { ObjectId } from 'mongodb';
import { Account } from '../../schema/account.ts';
import { AutomationRun } from '../../schema/automation-run.ts';
import { type Database, transaction } from '../db/database.ts';
import { dropHold } from './ledger.ts';

/**
 * Releases holds whose run does not run any more: what is left of a start that was cut off while somebody cancelled
 * its run. Of one account where it is given. Doing it twice does it once.
 */
export async function releaseStrayHolds(database: Database, account?: ObjectId): Promise<void> {
  const runs = database.of(AutomationRun);
  const accounts = await database
    .of(Account)
    .find({ held: { $gt: 0 }, ...(account && { _id: account }) })
    .toArray();
  const holds = accounts.flatMap(({ _id, holds }) => holds.map(({ run }) => ({ _id: run, account: _id })));
  const active = await runs.distinct('_id', { _id: { $in: holds.map(({ _id }) => _id) }, active: true });
  for (const run of holds.filter(({ _id }) => !active.some((id) => id.equals(_id)))) {
    await transaction(database.client, async (session) => {
      // A failed run may have been resumed meanwhile.
      if (await runs.findOne({ _id: run._id, active: true }, { session })) return;
      await dropHold(database, run, session);
    });
  }
}
