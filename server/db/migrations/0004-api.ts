import type { IndexDescription } from 'mongodb';
import { untimed } from '../untimed.ts';
import type { Migration } from './index.ts';

const weekSeconds = 7 * 24 * 60 * 60;

const indexes: Record<string, IndexDescription[]> = {
  users: [{ key: { email: 1 }, unique: true }, { key: { account: 1, _id: 1 } }],
  sessions: [
    { key: { tokenHash: 1 }, unique: true },
    { key: { user: 1 } },
    // Idle for a month: nothing is signed in for longer.
    { key: { lastSeenAt: 1 }, expireAfterSeconds: 30 * 24 * 60 * 60 },
  ],
  sign_in_links: [
    { key: { tokenHash: 1 }, unique: true },
    { key: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ],
  api_keys: [{ key: { keyHash: 1 }, unique: true }, { key: { account: 1, _id: 1 } }],
  requests: [
    { key: { account: 1, key: 1 }, unique: true },
    { key: { createdAt: 1 }, expireAfterSeconds: weekSeconds },
  ],
  // Lists are sorted by these.
  keywords: [
    { key: { site: 1, volume: 1, _id: 1 } },
    { key: { site: 1, difficulty: 1, _id: 1 } },
    { key: { site: 1, cpc: 1, _id: 1 } },
  ],
};

/** Who signs in, and what the API's lists are sorted by. */
export const api: Migration = {
  id: '0004-api',
  async up(db) {
    const existing = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map((c) => c.name));
    for (const [name, list] of Object.entries(indexes)) {
      if (!existing.has(name)) await db.createCollection(name);
      await db.collection(name).createIndexes(list, untimed);
    }
  },
};
