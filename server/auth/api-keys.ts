import { createHash } from 'node:crypto';
import type { ObjectId } from 'mongodb';
import { ApiKey, type Scope } from '../../schema/api-key.ts';
import type { Database } from '../db/database.ts';
import { minuteMs } from '../durations.ts';
import { errors } from '../errors.ts';
import { hashOf, newToken } from './tokens.ts';

/** By which scanners of leaked secrets, and people, know a key of Galley. */
const mark = 'galley_';
const shown = mark.length + 6;

/** Makes a key; `key` itself is stored nowhere and cannot be had again. */
export async function makeApiKey(
  database: Database,
  { account, name, scopes }: { account: ObjectId; name: string; scopes: readonly Scope[] },
): Promise<{ apiKey: ApiKey; key: string }> {
  const body = newToken();
  const key = `${mark}${body}${checksumOf(body)}`;
  const apiKey = Object.assign(new ApiKey(), {
    account,
    name,
    scopes: [...scopes],
    prefix: key.slice(0, shown),
    keyHash: hashOf(key),
  });
  await database.of(ApiKey).insertOne(apiKey);
  return { apiKey, key };
}

/** The key of this text, or null: unknown or revoked. What is no key at all is not even looked for. */
export async function apiKeyOf(database: Database, key: string, now: Date): Promise<ApiKey | null> {
  if (!isWellFormed(key)) return null;
  const apiKey = await database.of(ApiKey).findOne({ keyHash: hashOf(key), revokedAt: null });
  if (apiKey && now.getTime() - (apiKey.lastUsedAt?.getTime() ?? 0) > minuteMs) {
    await database.of(ApiKey).updateOne({ _id: apiKey._id }, { $set: { lastUsedAt: now } });
  }
  return apiKey;
}

/** The account's keys, the latest first, those that were revoked among them. */
export function apiKeysOf(database: Database, account: ObjectId): Promise<ApiKey[]> {
  return database
    .of(ApiKey)
    .find({ account }, { sort: { _id: -1 } })
    .toArray();
}

/** The account's key that begins so; more of it may be given. Throws API_KEY_NOT_FOUND. */
export async function apiKeyBeginning(
  database: Database,
  account: ObjectId,
  beginning: string,
): Promise<ApiKey> {
  const prefix = beginning.slice(0, shown);
  const apiKey = await database.of(ApiKey).findOne({ account, prefix });
  if (!apiKey) throw errors.apiKeyNotFound({ prefix });
  return apiKey;
}

/** Makes the key worth nothing, from now on and everywhere. Revoking it twice revokes it once. */
export async function revokeApiKey(database: Database, apiKey: ObjectId, now: Date): Promise<void> {
  await database.of(ApiKey).updateOne({ _id: apiKey, revokedAt: null }, { $set: { revokedAt: now } });
}

/** True for what was once made by `makeApiKey`, typing errors aside. */
export function isWellFormed(key: string): boolean {
  if (!key.startsWith(mark)) return false;
  const body = key.slice(mark.length, -6);
  return key.slice(-6) === checksumOf(body);
}

function checksumOf(body: string): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 6);
}
