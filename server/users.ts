import { type ClientSession, ObjectId } from 'mongodb';
import { Account } from '../schema/account.ts';
import { addressOf, Role, User } from '../schema/user.ts';
import { endSessionsOf } from './auth/sessions.ts';
import { dropSignInLinks, makeSignInLink } from './auth/sign-in-links.ts';
import { type Database, transaction } from './db/database.ts';
import { isDuplicateKey } from './db/duplicate-key.ts';
import { errors } from './errors.ts';

/** The account's first owner, made where it has none: then `isNew` is true. At once, one is made. */
export async function openOwner(
  database: Database,
  account: ObjectId,
  email: string,
): Promise<{ user: User; isNew: boolean }> {
  const users = database.of(User);
  const known = await users.findOne({ account, role: Role.Owner }, { sort: { _id: 1 } });
  if (known) return { user: known, isNew: false };
  const user = Object.assign(new User(), { account, email, name: 'Owner', role: Role.Owner });
  try {
    await users.insertOne(user);
    return { user, isNew: true };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return openOwner(database, account, email);
  }
}

/** Throws USER_NOT_FOUND. */
export async function userOfEmail(database: Database, email: string): Promise<User> {
  const user = await database.of(User).findOne({ email: addressOf(email) });
  if (!user) throw errors.userNotFound({ email });
  return user;
}

export interface Invitation {
  readonly account: ObjectId;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

/** Makes a user, who has no password yet; `token` is that of a one-time link for them. Throws EMAIL_TAKEN. */
export async function inviteUser(
  database: Database,
  { account, email, name, role }: Invitation,
  now: Date,
): Promise<{ user: User; token: string }> {
  const fields = { _id: new ObjectId(), account, email: addressOf(email), name, role, createdAt: now };
  const user = Object.assign(new User(), fields);
  try {
    await database.of(User).insertOne(user);
  } catch (error) {
    if (isDuplicateKey(error)) throw errors.emailTaken({ email: user.email });
    throw error;
  }
  return { user, token: await makeSignInLink(database, user, now) };
}

/** What they may do changes at once, on open sockets too. Throws LAST_OWNER. */
export async function changeRole(database: Database, user: User, role: Role): Promise<User> {
  return transaction(database.client, async (session) => {
    if (role !== Role.Owner) await keepAnOwner(database, user, session);
    const changed = { session, returnDocument: 'after' } as const;
    const after = await database.of(User).findOneAndUpdate({ _id: user._id }, { $set: { role } }, changed);
    return after ?? user;
  });
}

/** Removes a user with all their sessions and links. What they did keeps its traces. Throws LAST_OWNER. */
export async function removeUser(database: Database, user: User): Promise<void> {
  await transaction(database.client, async (session) => {
    await keepAnOwner(database, user, session);
    await database.of(User).deleteOne({ _id: user._id }, { session });
    await endSessionsOf(database, user._id, { session });
    await dropSignInLinks(database, user._id, session);
  });
}

/** Proves that the account has another owner than the one who goes, and that none goes at the same time. */
async function keepAnOwner(
  database: Database,
  { _id, account }: User,
  session: ClientSession,
): Promise<void> {
  const users = database.of(User);
  // As they are now: what the caller read may be old.
  const user = await users.findOne({ _id }, { session });
  if (user?.role !== Role.Owner) return;
  // Written by each who goes: transactions that do not see each other collide here, and one is tried again.
  await database.of(Account).updateOne({ _id: account }, { $inc: { ownersGone: 1 } }, { session });
  const other = { account, role: Role.Owner, _id: { $ne: _id } };
  if (!(await users.findOne(other, { session }))) throw errors.lastOwner({ email: user.email });
}
