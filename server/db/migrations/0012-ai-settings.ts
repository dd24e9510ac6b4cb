import type { IndexDescription } from 'mongodb';
import { untimed } from '../untimed.ts';
import type { Migration } from './index.ts';

const indexes: Record<string, IndexDescription[]> = {
  ai_settings: [{ key: { account: 1 }, unique: true }],
  ai_spending: [{ key: { account: 1, run: 1 } }],
  // Ended runs whose replies are still there, by when they ended.
  runs: [
    {
      key: { repliesDroppedAt: 1, endedAt: 1, _id: 1 },
      partialFilterExpression: { active: false },
      name: 'replies_to_drop',
    },
  ],
};

/** By whom accounts' AI calls are answered and what they cost; the age of replies; a cap for the runs of each site. */
export const aiSettings: Migration = {
  id: '0012-ai-settings',
  async up(db) {
    for (const [name, list] of Object.entries(indexes))
      await db.collection(name).createIndexes(list, untimed);
    await db
      .collection('automation_configs')
      .updateMany({ usdPerRun: { $exists: false } }, { $set: { usdPerRun: 50 } });
  },
};
