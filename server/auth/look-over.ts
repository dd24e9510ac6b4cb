import type { ObjectId } from 'mongodb';
import { ApiKey } from '../../schema/api-key.ts';
import { Session } from '../../schema/session.ts';
import { User } from '../../schema/user.ts';
import type { Database } from '../db/database.ts';
import type { Caller } from './caller.ts';
import { isOver } from './sessions.ts';
import type { CallerChange } from './watch-callers.ts';

/** What has become of callers since they came in, sessions that reached a limit among it. Three reads, for any number. */
export async function lookOver(
  database: Database,
  callers: readonly Caller[],
  now: Date,
): Promise<CallerChange[]> {
  const people = callers.filter((caller) => caller.kind === 'person');
  const programs = callers.filter((caller) => caller.kind === 'program');
  const among = (ids: readonly ObjectId[]) => ({ _id: { $in: [...ids] } });
  const [sessions, users, apiKeys] = await Promise.all([
    database
      .of(Session)
      .find(among(people.map(({ session }) => session._id)))
      .toArray(),
    database
      .of(User)
      .find(among(people.map(({ user }) => user._id)))
      .toArray(),
    database
      .of(ApiKey)
      .find({ ...among(programs.map(({ apiKey }) => apiKey._id)), revokedAt: null })
      .toArray(),
  ]);
  const open = keysOf(sessions.filter((session) => !isOver(session, now)));
  const roles = new Map(users.map(({ _id, role }) => [_id.toHexString(), role]));
  const valid = keysOf(apiKeys);
  return [
    ...people.flatMap(({ session, user }): CallerChange[] => {
      const role = roles.get(user._id.toHexString());
      if (!open.has(session._id.toHexString()) || !role) return [{ id: session._id, what: 'ended' }];
      return role === user.role ? [] : [{ id: user._id, what: 'changed' }];
    }),
    ...programs.flatMap(({ apiKey: { _id } }): CallerChange[] =>
      valid.has(_id.toHexString()) ? [] : [{ id: _id, what: 'ended' }],
    ),
  ];
}

function keysOf(documents: readonly { _id: ObjectId }[]): Set<string> {
  return new Set(documents.map(({ _id }) => _id.toHexString()));
}
