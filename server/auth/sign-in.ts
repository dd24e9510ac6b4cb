import type { Session } from '../../schema/session.ts';
import { addressOf, User } from '../../schema/user.ts';
import { type Database, transaction } from '../db/database.ts';
import { errors } from '../errors.ts';
import { hashPassword, isOutdated, isPasswordOf } from './passwords.ts';
import { openSession } from './sessions.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

export interface Gate {
  readonly database: Database;
  readonly throttle: SignInThrottle;
  /** Address of the client. */
  readonly ip: string;
  readonly now: Date;
}

/**
 * Signs a person in by password; returns the token for their cookie. An unknown address, one without a password and
 * a wrong password are refused alike, after the same work. Throws SIGN_IN_REFUSED, SIGN_IN_THROTTLED.
 */
export async function signIn(
  { database, throttle, ip, now }: Gate,
  { email, password }: { email: string; password: string },
): Promise<{ user: User; session: Session; token: string }> {
  const attempt = { email: addressOf(email), ip };
  await throttle.attempt(attempt);
  for (;;) {
    const user = await database.of(User).findOne({ email: attempt.email });
    const isRight = await isPasswordOf(user?.passwordHash ?? null, password);
    if (!user || !isRight) throw errors.signInRefused();
    const opened = await openProven(database, user, password, now);
    // Null: another password, or another hash of this one, was stored meanwhile. It is the one that counts.
    if (!opened) continue;
    await throttle.forgive(attempt);
    return { user, ...opened };
  }
}

/** Opens a session where the password is still the one that was proven, or returns null. */
async function openProven(
  database: Database,
  user: User,
  password: string,
  now: Date,
): Promise<{ session: Session; token: string } | null> {
  const { _id, passwordHash } = user;
  // Only now is the password known: what was hashed by the parameters of another day is hashed by today's.
  const stronger = passwordHash && isOutdated(passwordHash) ? await hashPassword(password) : passwordHash;
  const change = { $set: { passwordHash: stronger }, $inc: { signIns: 1 } };
  return transaction(database.client, async (session) => {
    const { matchedCount } = await database.of(User).updateOne({ _id, passwordHash }, change, { session });
    return matchedCount === 0 ? null : openSession(database, user, now, { session });
  });
}
