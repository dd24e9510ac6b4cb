import type { ClientSession } from 'mongodb';
import { Account } from '../schema/account.ts';
import { CreditEntry } from '../schema/credit-entry.ts';
import { openBalance } from './credits/ledger.ts';
import type { Database } from './db/database.ts';
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
