/**
 * The ledger: the only code that moves an account's credits. All amounts are whole milli-credits. A run's charges
 * move the run alone (see engine/fence.ts): an account is touched when credits come in, when a hold is taken or
 * grows, and when a run ends.
 */
import { type ClientSession, type Document, ObjectId } from 'mongodb';
import { Account } from '../../schema/account.ts';
import type { AutomationRun } from '../../schema/automation-run.ts';
import { CreditEntry, EntryKind } from '../../schema/credit-entry.ts';
import { type Database, inTransaction } from '../db/database.ts';
import { isDuplicateKey } from '../db/duplicate-key.ts';
import { errors } from '../errors.ts';

/** Per cent of an estimate that are held besides it. */
const reserve = 20;

/** What a run of this estimate holds, in milli-credits: the estimate and its reserve, rounded up. */
export function withReserve(estimate: number): number {
  return Math.ceil((estimate * (100 + reserve)) / 100);
}

/**
 * Adds credits to an account. The same key again changes nothing: returns false. Throws INVALID_AMOUNT,
 * ACCOUNT_NOT_FOUND.
 */
export function topUp(
  database: Database,
  { account, amount, key }: { account: ObjectId; amount: number; key: string },
): Promise<boolean> {
  return database.client.withSession((session) =>
    bringIn(database, { account, amount, key: topUpKey(account, key) }, session),
  );
}

/**
 * Adds the credits that an account begins with, once, under a key that no top-up can have; in accounts opened by an
 * earlier version it is that of a top-up with the key `opening`. Throws as `topUp`.
 * `session`: in which the account was seen, as it may be so young that a transaction by itself does not see it yet.
 */
export function openBalance(
  database: Database,
  { account, amount }: { account: ObjectId; amount: number },
  session: ClientSession,
): Promise<boolean> {
  return bringIn(database, { account, amount, key: `opening:${account.toHexString()}` }, session);
}

async function bringIn(
  database: Database,
  { account, amount, key }: Pick<CreditEntry, 'account' | 'amount' | 'key'>,
  session: ClientSession,
): Promise<boolean> {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw errors.invalidAmount({ amount: amount / 1000 });
  try {
    await inTransaction(session, async () => {
      await database
        .of(CreditEntry)
        .insertOne(entry({ key, account, kind: EntryKind.TopUp, amount }), { session });
      const { matchedCount } = await database
        .of(Account)
        .updateOne({ _id: account }, { $inc: { available: amount } }, { session });
      if (matchedCount === 0) throw errors.accountNotFound({ account: account.toHexString() });
    });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Under which the ledger keeps a top-up. */
export function topUpKey(account: ObjectId, key: string): string {
  return `top-up:${account.toHexString()}:${key}`;
}

/**
 * Sets credits aside for a run: one guarded update, no transaction, so that hundreds of runs of one account may
 * start at once. Returns false where not enough is available. A run has one hold: taking it again changes nothing.
 */
export async function takeHold(
  database: Database,
  run: Pick<AutomationRun, '_id' | 'account'>,
  amount: number,
  session?: ClientSession,
): Promise<boolean> {
  if (amount === 0) return true;
  const accounts = database.of(Account);
  const options = session ? { session } : {};
  const { matchedCount } = await accounts.updateOne(
    { _id: run.account, available: { $gte: amount }, 'holds.run': { $ne: run._id } },
    { $inc: { available: -amount, held: amount }, $push: { holds: { run: run._id, amount } } },
    options,
  );
  if (matchedCount > 0) return true;
  return (await accounts.countDocuments({ _id: run.account, 'holds.run': run._id }, options)) > 0;
}

/** Milli-credits held for the run, 0 where it has no hold. */
export async function heldFor(
  database: Database,
  run: Pick<AutomationRun, '_id' | 'account'>,
): Promise<number> {
  const account = await database.of(Account).findOne({ _id: run.account });
  return account?.holds.find((hold) => hold.run.equals(run._id))?.amount ?? 0;
}

/** Enlarges a run's hold, within the transaction that tells the run. False where not enough is available. */
export async function growHold(
  database: Database,
  run: Pick<AutomationRun, '_id' | 'account'>,
  amount: number,
  session: ClientSession,
): Promise<boolean> {
  const { matchedCount } = await database
    .of(Account)
    .updateOne(
      { _id: run.account, available: { $gte: amount }, 'holds.run': run._id },
      { $inc: { available: -amount, held: amount, 'holds.$.amount': amount } },
      { session },
    );
  return matchedCount > 0;
}

/** Releases whatever is held for a run that has not used it. Without a hold nothing changes. */
export async function dropHold(
  database: Database,
  run: Pick<AutomationRun, '_id' | 'account'>,
  session: ClientSession,
): Promise<void> {
  await endHold(database, run, 0, session);
}

/** Takes a run's hold off the account's list: `used` of it is gone, the rest available. False where it has none. */
async function endHold(
  database: Database,
  run: Pick<AutomationRun, '_id' | 'account'>,
  used: number,
  session: ClientSession,
): Promise<boolean> {
  const holdsWhere = (condition: Document) => ({ $filter: { input: '$holds', cond: condition } });
  const amount = {
    $sum: { $map: { input: holdsWhere({ $eq: ['$$this.run', run._id] }), in: '$$this.amount' } },
  };
  // In one step, because an account is a hot document: whoever reads it first holds others up for longer.
  const { matchedCount } = await database.of(Account).updateOne(
    { _id: run.account, 'holds.run': run._id },
    [
      {
        $set: {
          held: { $subtract: ['$held', amount] },
          available: { $subtract: [{ $add: ['$available', amount] }, used] },
          holds: holdsWhere({ $ne: ['$$this.run', run._id] }),
        },
      },
    ],
    { session },
  );
  return matchedCount > 0;
}

/**
 * Ends a run's hold within the transaction that ends the run: what it used since the last settlement leaves the
 * account, the rest is available again. `run` is as that transaction left it.
 */
export async function settle(database: Database, run: AutomationRun, session: ClientSession): Promise<void> {
  const used = run.creditsUsed - run.creditsSettled;
  if (!(await endHold(database, run, used, session))) return;
  const key = `settlement:${run._id.toHexString()}:${run.round}`;
  const kind = EntryKind.Settlement;
  await database
    .of(CreditEntry)
    .insertOne(entry({ key, account: run.account, site: run.site, run: run._id, kind, amount: -used }), {
      session,
    });
}

/** The record of a batch, at zero credits too. `amount` is what it cost, ≥ 0. */
export function chargeEntry(
  run: AutomationRun,
  batch: { stage: string; key: string; attempt: number },
  amount: number,
): CreditEntry {
  return entry({
    key: `charge:${run._id.toHexString()}:${batch.stage}:${batch.key}:${batch.attempt}`,
    account: run.account,
    site: run.site,
    run: run._id,
    stage: batch.stage,
    kind: EntryKind.Charge,
    amount: amount === 0 ? 0 : -amount,
  });
}

/** True where the entry of a batch exists already. */
export function isChargedAlready(error: unknown): boolean {
  return isDuplicateKey(error) && error.keyPattern?.key === 1;
}

function entry(fields: Partial<CreditEntry>): CreditEntry {
  return Object.assign(new CreditEntry(), { _id: new ObjectId() }, fields);
}
