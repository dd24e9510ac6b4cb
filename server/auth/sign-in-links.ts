import type { ClientSession, ObjectId } from 'mongodb';
import { SignInLink } from '../../schema/sign-in-link.ts';
import { User } from '../../schema/user.ts';
import { type Database, transaction } from '../db/database.ts';
import { openSession } from './sessions.ts';
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

/**
 * Uses the link up and signs in who it was for; returns them and the token for their cookie, or null: the link is
 * unknown, was used before, or is too old.
 */
export async function redeemSignInLink(
  database: Database,
  token: string,
  now: Date,
): Promise<{ user: User; token: string } | null> {
  return transaction(database.client, async (session) => {
    const link = await database.of(SignInLink).findOne({ tokenHash: hashOf(token) }, { session });
    if (!link || link.expiresAt <= now) return null;
    const counted = { $inc: { signIns: 1 } };
    const user = await database.of(User).findOneAndUpdate({ _id: link.user }, counted, { session });
    await database.of(SignInLink).deleteOne({ _id: link._id }, { session });
    return user && { user, ...(await openSession(database, user, now, { byLink: true, session })) };
  });
}

/** Makes all the person's links worth nothing. */
export async function dropSignInLinks(
  database: Database,
  user: ObjectId,
  session?: ClientSession,
): Promise<void> {
  await database.of(SignInLink).deleteMany({ user }, session ? { session } : {});
}
