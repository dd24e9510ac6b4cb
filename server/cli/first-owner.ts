import type { Account } from '../../schema/account.ts';
import type { User } from '../../schema/user.ts';
import { openAccount } from '../accounts.ts';
import { makeSignInLink } from '../auth/sign-in-links.ts';
import { signInUrl } from '../auth/sign-in-url.ts';
import { readConfig } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { Engine } from '../engine/engine.ts';
import { openOwner } from '../users.ts';
import { openingCredits, ownAccountName } from './with-app.ts';

const ownersAddress = 'owner@localhost';

/** The command line's account, made where there is none. */
export async function ownAccount(database: Database): Promise<Account> {
  const opening = openingCredits * 1_000;
  return (await openAccount(database, { name: ownAccountName, opening })).account;
}

/** The first owner of the command line's account; both are made where there is none, and then `isNew` is true. */
export async function firstOwner(database: Database): Promise<{ user: User; isNew: boolean }> {
  return openOwner(database, (await ownAccount(database))._id, ownersAddress);
}

/**
 * A new one-time link for the user, at PUBLIC_URL, else at `url`. An API that listens on all of a machine's addresses
 * is reached by this machine's browser as localhost.
 */
export async function newSignInUrl(
  { database, now }: Pick<Engine, 'database' | 'now'>,
  user: User,
  url: string,
): Promise<string> {
  const { PUBLIC_URL } = readConfig(process.env);
  const here = url.replace(/\/\/(0\.0\.0\.0|\[::\])(?=:|$)/, '//localhost');
  return signInUrl(PUBLIC_URL ?? here, await makeSignInLink(database, user, now()));
}
