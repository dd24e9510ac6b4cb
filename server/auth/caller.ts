import type { ObjectId } from 'mongodb';
import type { ApiKey } from '../../schema/api-key.ts';
import type { Session } from '../../schema/session.ts';
import type { User } from '../../schema/user.ts';
import type { Database } from '../db/database.ts';
import { apiKeyOf } from './api-keys.ts';
import { type Right, rightsOfRole, rightsOfScopes } from './rights.ts';
import { sessionOf } from './sessions.ts';

/**
 * Who asks. Made for each request, for a socket when it opens and for each of its operations. A program's key may be one
 * that `known-programs.ts` remembers, for 250 ms at most.
 */
export type Caller =
  | {
      readonly kind: 'person';
      readonly account: ObjectId;
      readonly rights: ReadonlySet<Right>;
      readonly user: User;
      readonly session: Session;
    }
  | {
      readonly kind: 'program';
      readonly account: ObjectId;
      readonly rights: ReadonlySet<Right>;
      readonly apiKey: ApiKey;
    }
  | { readonly kind: 'nobody'; readonly account: null; readonly rights: ReadonlySet<Right> };

const nobody: Caller = { kind: 'nobody', account: null, rights: new Set() };

/** What a request carries to say who it is. */
export interface Credentials {
  /** Of the session cookie. */
  readonly sessionToken?: string | undefined;
  /** Of `Authorization: Bearer …`. It goes before the cookie: whoever sends it means it. */
  readonly apiKey?: string | undefined;
}

/** Looks up the key of this text. */
type KeyLookUp = (key: string, now: Date) => Promise<ApiKey | null>;

export async function callerOf(
  database: Database,
  { sessionToken, apiKey }: Credentials,
  now: Date,
  lookUp: KeyLookUp = (key) => apiKeyOf(database, key, now),
): Promise<Caller> {
  if (apiKey !== undefined) {
    const found = await lookUp(apiKey, now);
    if (!found) return nobody;
    const { account, scopes } = found;
    return { kind: 'program', account, apiKey: found, rights: rightsOfScopes(scopes) };
  }
  const found = sessionToken === undefined ? null : await sessionOf(database, sessionToken, now);
  if (!found) return nobody;
  const { user, session } = found;
  return { kind: 'person', account: user.account, user, session, rights: rightsOfRole(user.role) };
}
