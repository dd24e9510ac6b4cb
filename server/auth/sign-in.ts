import type { Session } from '../../schema/session.ts';
import { addressOf, User } from '../../schema/user.ts';
import type { Database } from '../db/database.ts';
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
  const user = await database.of(User).findOne({ email: attempt.email });
  const isRight = await isPasswordOf(user?.passwordHash ?? null, password);
  if (!user || !isRight) throw errors.signInRefused();
  await throttle.forgive(attempt);
  await strengthen(database, user, password);
  return { user, ...(await openSession(database, user, now)) };
}

/** Only now is the password known: what was hashed by the parameters of another day is hashed by today's. */
async function strengthen(database: Database, { _id, passwordHash }: User, password: string): Promise<void> {
  if (passwordHash === null || !isOutdated(passwordHash)) return;
  const change = { $set: { passwordHash: await hashPassword(password) } };
  // Unless it was changed meanwhile.
  await database.of(User).updateOne({ _id, passwordHash }, change);
}
