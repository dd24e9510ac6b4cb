import type { ObjectId } from 'mongodb';
import { Role, User } from '../schema/user.ts';
import { isDuplicateKey } from './credits/ledger.ts';
import type { Database } from './db/database.ts';

/** The account's first owner, made where it has none. At once, one is made. */
export async function openOwner(database: Database, account: ObjectId, email: string): Promise<User> {
  const users = database.of(User);
  const known = await users.findOne({ account, role: Role.Owner }, { sort: { _id: 1 } });
  if (known) return known;
  const owner = Object.assign(new User(), { account, email, name: 'Owner', role: Role.Owner });
  try {
    await users.insertOne(owner);
    return owner;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return openOwner(database, account, email);
  }
}
