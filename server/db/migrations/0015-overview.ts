import type { IndexDescription } from 'mongodb';
import { untimed } from '../untimed.ts';
import type { Migration } from './index.ts';

const indexes: Record<string, IndexDescription[]> = {
  runs: [{ key: { account: 1, status: 1, startedAt: -1 } }],
  credit_entries: [{ key: { account: 1, kind: 1, createdAt: 1 } }],
};

/** What an account's runs are at, over all its sites; its spending by day. */
export const overview: Migration = {
  id: '0015-overview',
  async up(db) {
    for (const [name, list] of Object.entries(indexes))
      await db.collection(name).createIndexes(list, untimed);
  },
};
