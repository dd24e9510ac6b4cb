import type { ClientSession, ObjectId } from 'mongodb';
import { Session } from '../../schema/session.ts';
import { User } from '../../schema/user.ts';
import type { Database } from '../db/database.ts';
import { minuteMs } from '../durations.ts';
import { hashOf, newToken } from './tokens.ts';

/** A session that nobody has used for so long is over. */
const idleMs = 7 * 24 * 60 * minuteMs;
/** However much it is used, a session is over after so long. */
export const absoluteMs = 30 * 24 * 60 * minuteMs;

/**
 * Signs the person in; returns the token for their cookie, which is stored nowhere else. Belongs into the transaction
 * that proves, and writes (`signIns`), the person: whatever ends their sessions then comes before it or ends this one.
 */
export async function openSession(
  database: Database,
  user: Pick<User, '_id' | 'account'>,
  now: Date,
  { byLink = false, session }: { byLink?: boolean; session?: ClientSession } = {},
): Promise<{ session: Session; token: string }> {
  const token = newToken();
  const opened = Object.assign(new Session(), {
    account: user.account,
    user: user._id,
    tokenHash: hashOf(token),
    byLink,
    createdAt: now,
    lastSeenAt: now,
  });
  await database.of(Session).insertOne(opened, session ? { session } : {});
  return { session: opened, token };
}

/** Who is signed in with this token, or null: unknown, signed out, or a limit is reached. */
export async function sessionOf(
  database: Database,
  token: string,
  now: Date,
): Promise<{ session: Session; user: User } | null> {
  const session = await database.of(Session).findOne({ tokenHash: hashOf(token) });
  if (!session) return null;
  if (isOver(session, now)) {
    await endSession(database, session._id);
    return null;
  }
  if (now.getTime() - session.lastSeenAt.getTime() > minuteMs) {
    await database.of(Session).updateOne({ _id: session._id }, { $set: { lastSeenAt: now } });
  }
  const user = await database.of(User).findOne({ _id: session.user });
  return user && { session, user };
}

/** True where a limit is reached. */
export function isOver({ lastSeenAt, createdAt }: Session, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() > idleMs || now.getTime() - createdAt.getTime() > absoluteMs;
}

/** Signs the person out everywhere, `but` in this session. */
export async function endSessionsOf(
  database: Database,
  user: ObjectId,
  { but, session }: { but?: ObjectId; session?: ClientSession } = {},
): Promise<void> {
  const ended = { user, ...(but && { _id: { $ne: but } }) };
  await database.of(Session).deleteMany(ended, session ? { session } : {});
}

/** Ending it twice ends it once. */
export async function endSession(database: Database, session: ObjectId): Promise<void> {
  await database.of(Session).deleteOne({ _id: session });
}
