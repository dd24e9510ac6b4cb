/** What people change of themselves. */
import type { ClientSession } from 'mongodb';
import { addressOf, User } from '../schema/user.ts';
import type { Caller } from './auth/caller.ts';
import { hashPassword, isPasswordOf } from './auth/passwords.ts';
import { endSessionsOf } from './auth/sessions.ts';
import type { Gate } from './auth/sign-in.ts';
import { dropSignInLinks } from './auth/sign-in-links.ts';
import { transaction } from './db/database.ts';
import { isDuplicateKey } from './db/duplicate-key.ts';
import { errors } from './errors.ts';

/** So long after they came by a link, a person need not know their password to change it, or their address. */
const freshLinkMs = 60 * 60_000;

type Person = Pick<Extract<Caller, { kind: 'person' }>, 'user' | 'session'>;

/**
 * Sets a person's password and ends all their other sessions and links. The current one must be given, but by who
 * has none, or came by a link within the hour. Throws WRONG_PASSWORD, SIGN_IN_THROTTLED.
 */
export async function changePassword(
  gate: Gate,
  { user, session }: Person,
  { current, next }: { current: string | null; next: string },
): Promise<void> {
  await prove(gate, { user, session }, current);
  const { database } = gate;
  const passwordHash = await hashPassword(next);
  await transaction(database.client, async (within) => {
    await change(gate, user, { passwordHash }, within);
    await dropSignInLinks(database, user._id, within);
    await endSessionsOf(database, user._id, { but: session._id, session: within });
  });
}

export interface Profile {
  readonly name?: string | null;
  readonly email?: string | null;
}

/**
 * Changes what is given of a person. For another address they must give their password, as for another password:
 * who has the address has the account. Throws WRONG_PASSWORD, SIGN_IN_THROTTLED, EMAIL_TAKEN.
 */
export async function changeProfile(
  gate: Gate,
  { user, session }: Person,
  profile: Profile,
  currentPassword: string | null,
): Promise<User> {
  const name = profile.name ?? user.name;
  const email = addressOf(profile.email ?? user.email);
  if (email === user.email) return change(gate, user, { name });
  await prove(gate, { user, session }, currentPassword);
  try {
    return await change(gate, user, { name, email });
  } catch (error) {
    throw isDuplicateKey(error) ? errors.emailTaken({ email }) : error;
  }
}

/** Throws WRONG_PASSWORD where this is not, or no more, the person's password. A wrong one is a guess that counts. */
async function prove(
  { throttle, ip, now }: Gate,
  { user, session }: Person,
  password: string | null,
): Promise<void> {
  const isFreshByLink = session.byLink && now.getTime() - session.createdAt.getTime() <= freshLinkMs;
  if (user.passwordHash === null || isFreshByLink) return;
  const attempt = { email: user.email, ip };
  await throttle.attempt(attempt);
  if (!(await isPasswordOf(user.passwordHash, password ?? ''))) throw errors.wrongPassword();
  await throttle.forgive(attempt);
}

/** As long as the password is the one that was proven: where another change was faster, that holds no more. */
async function change(
  { database }: Gate,
  user: User,
  fields: Partial<User>,
  session?: ClientSession,
): Promise<User> {
  const proven = { _id: user._id, passwordHash: user.passwordHash };
  const after = { returnDocument: 'after', ...(session && { session }) } as const;
  const changed = await database.of(User).findOneAndUpdate(proven, { $set: fields }, after);
  if (!changed) throw errors.wrongPassword();
  return changed;
}
