import { Session } from '../../schema/session.ts';
import { addressOf, User } from '../../schema/user.ts';
import type { Database } from '../db/database.ts';
import { errors } from '../errors.ts';
import { hashPassword, isPasswordOf } from './passwords.ts';
import { endSessionsOf, openSession } from './sessions.ts';
import { dropSignInLinks } from './sign-in-links.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

/** So long after they came by a link, a person may set a password without knowing the old one. */
const freshLinkMs = 60 * 60_000;

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
  return { user, ...(await openSession(database, user, now)) };
}

/**
 * Sets a person's password and ends all their other sessions and links. The current one must be given, but by who
 * has none, or came by a link within the hour. Throws WRONG_PASSWORD, SIGN_IN_THROTTLED.
 */
export async function changePassword(
  { database, throttle, ip, now }: Gate,
  { user, session }: { user: User; session: Session },
  { current, next }: { current: string | null; next: string },
): Promise<void> {
  const isFreshByLink = session.byLink && now.getTime() - session.createdAt.getTime() <= freshLinkMs;
  if (user.passwordHash !== null && !isFreshByLink) {
    const attempt = { email: user.email, ip };
    await throttle.attempt(attempt);
    if (!(await isPasswordOf(user.passwordHash, current ?? ''))) throw errors.wrongPassword();
    await throttle.forgive(attempt);
  }
  const passwordHash = await hashPassword(next);
  const proven = { _id: user._id, passwordHash: user.passwordHash };
  const { matchedCount } = await database.of(User).updateOne(proven, { $set: { passwordHash } });
  // Another change was faster: what was proven holds no more.
  if (matchedCount === 0) throw errors.wrongPassword();
  await dropSignInLinks(database, user._id);
  await endSessionsOf(database, user._id, { but: session._id });
}
