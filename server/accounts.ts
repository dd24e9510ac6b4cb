import type { ClientSession } from 'mongodb';
import { Account } from '../schema/account.ts';
import { AiSettings } from '../schema/ai-settings.ts';
import { AiSpending } from '../schema/ai-spending.ts';
import { CreditEntry } from '../schema/credit-entry.ts';
import { Site } from '../schema/site.ts';
import { openBalance } from './credits/ledger.ts';
import { type Database, transaction } from './db/database.ts';
import { type Deleting, deleteSiteWithin, removeRemains } from './db/deletion.ts';
import { isDuplicateKey } from './db/duplicate-key.ts';
import { errors } from './errors.ts';

/**
 * The account of this name, made where there is none, with so many milli-credits to begin with. `isNew` is true
 * where it got them now. At once or cut off in between, it is made once and gets them once.
 */
export async function openAccount(
  database: Database,
  { name, opening }: { name: string; opening: number },
): Promise<{ account: Account; isNew: boolean }> {
  // One session: what another process has just written, and is seen here, its transaction sees as well.
  return database.client.withSession(async (session) => {
    const seen = await database.of(Account).findOne({ name }, { session });
    const account = seen ?? (await makeAccount(database, name, session));
    const entry = await database.of(CreditEntry).findOne({ account: account._id }, { session });
    const balance = { account: account._id, amount: opening };
    const isNew = entry === null && (await openBalance(database, balance, session));
    return { account: await accountNamed(database, name, session), isNew };
  });
}

/** Throws ACCOUNT_NOT_FOUND. */
export async function accountNamed(
  database: Database,
  name: string,
  session?: ClientSession,
): Promise<Account> {
  const account = await database.of(Account).findOne({ name }, session ? { session } : {});
  if (!account) throw errors.accountNotFound({ account: name });
  return account;
}

/**
 * Deletes the account with its sites and all that belongs to them but the ledger's entries; its AI keys go, too. Throws DELETION_REFUSED
 * while a run of one of them is running or paused, and ACCOUNT_NOT_FOUND; then nothing has changed.
 */
export async function deleteAccount(deleting: Deleting, account: Account): Promise<void> {
  const { database } = deleting;
  const { _id, name } = account;
  await transaction(database.client, async (session) => {
    const { deletedCount } = await database.of(Account).deleteOne({ _id }, { session });
    if (deletedCount === 0) throw errors.accountNotFound({ account: name });
    await database.of(AiSettings).deleteOne({ account: _id }, { session });
    await database.of(AiSpending).deleteMany({ account: _id, run: null }, { session });
    const sites = await database.of(Site).find({ account: _id }, { session }).toArray();
    for (const site of sites) await deleteSiteWithin(deleting, site, `the account "${name}"`, session);
  });
  await removeRemains(deleting);
}

async function makeAccount(database: Database, name: string, session: ClientSession): Promise<Account> {
  const account = Object.assign(new Account(), { name });
  try {
    await database.of(Account).insertOne(account, { session });
    return account;
  } catch (error) {
    // Another process was faster.
    if (isDuplicateKey(error)) return accountNamed(database, name, session);
    throw error;
  }
}
