import type { IndexDescription } from 'mongodb';
import { untimed } from '../untimed.ts';
import type { Migration } from './index.ts';

const indexes: Record<string, IndexDescription[]> = {
  sign_in_attempts: [
    { key: { key: 1 }, unique: true },
    { key: { expire: 1 }, expireAfterSeconds: 0 },
  ],
  sign_in_links: [{ key: { user: 1 } }],
  users: [{ key: { account: 1, role: 1 } }, { key: { account: 1, email: 1 } }],
  credit_entries: [
    { key: { account: 1, kind: 1, _id: 1 } },
    { key: { account: 1, site: 1, _id: 1 } },
    { key: { run: 1, _id: 1 } },
  ],
  ai_calls: [
    // Holds all that is added up by day, so that no reply is read for it.
    {
      key: {
        account: 1,
        createdAt: 1,
        site: 1,
        run: 1,
        stage: 1,
        model: 1,
        status: 1,
        tokensIn: 1,
        tokensOut: 1,
        costUsd: 1,
      },
      name: 'usage',
    },
  ],
};

/** What finds users, sign-ins that are counted, entries and the usage of AI; two indexes that these contain go. */
export const callers: Migration = {
  id: '0005-callers',
  async up(db) {
    const existing = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map((c) => c.name));
    for (const [name, list] of Object.entries(indexes)) {
      if (!existing.has(name)) await db.createCollection(name);
      await db.collection(name).createIndexes(list, untimed);
    }
    for (const [name, index] of [
      ['ai_calls', 'account_1_createdAt_1'],
      ['credit_entries', 'run_1'],
    ] as const) {
      if (await db.collection(name).indexExists(index)) await db.collection(name).dropIndex(index);
    }
  },
};
