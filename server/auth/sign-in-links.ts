import type { ClientSession, ObjectId } from 'mongodb';
import { SignInLink } from '../../schema/sign-in-link.ts';
import { User } from '../../schema/user.ts';
import type { Database } from '../db/database.ts';
import { hashOf, newToken } from './tokens.ts';

/** How long a link can be used. */
const linkMs = 15 * 60_000;

/** A token that signs the person in, once, within 15 minutes. */
export async function makeSignInLink(
  database: Database,
  user: Pick<User, '_id'>,
  now: Date,
): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + linkMs);
  await database
    .of(SignInLink)
    .insertOne(Object.assign(new SignInLink(), { user: user._id, tokenHash: hashOf(token), expiresAt }));
  return token;
}

/** Uses the link up; returns who it was for, or null: unknown, used before, or too old. */
export async function redeemSignInLink(database: Database, token: string, now: Date): Promise<User | null> {
  const link = await database.of(SignInLink).findOneAndDelete({ tokenHash: hashOf(token) });
  if (!link || link.expiresAt <= now) return null;
  return database.of(User).findOne({ _id: link.user });
}

/** Makes all the person's links worth nothing. */
export async function dropSignInLinks(
  database: Database,
  user: ObjectId,
  session?: ClientSession,
): Promise<void> {
  await database.of(SignInLink).deleteMany({ user }, session ? { session } : {});
}
