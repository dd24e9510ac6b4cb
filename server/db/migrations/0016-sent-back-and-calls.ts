import type { IndexDescription } from 'mongodb';
import { untimed } from '../untimed.ts';
import type { Migration } from './index.ts';

const indexes: Record<string, IndexDescription[]> = {
  contents: [
    {
      key: { site: 1, _id: 1 },
      partialFilterExpression: { 'sentBack.at': { $exists: true } },
      name: 'sent_back',
    },
  ],
  ai_calls: [{ key: { run: 1, stage: 1, _id: 1 } }],
};

/** The drafts of a site that were sent back, of which there are few; the calls of a run's stage, the latest first. */
export const sentBackAndCalls: Migration = {
  id: '0016-sent-back-and-calls',
  async up(db) {
    for (const [name, list] of Object.entries(indexes))
      await db.collection(name).createIndexes(list, untimed);
  },
};
