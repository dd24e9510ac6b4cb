import type { IndexDescription } from 'mongodb';
import { untimed } from '../untimed.ts';
import type { Migration } from './index.ts';

const keptSeconds = 30 * 86_400;

const indexes: Record<string, IndexDescription[]> = {
  notifications: [
    // What is to be delivered, by when it is due.
    { key: { nextTryAt: 1 }, partialFilterExpression: { isOpen: true }, name: 'due' },
    { key: { at: 1 }, expireAfterSeconds: keptSeconds },
    { key: { site: 1 } },
  ],
  agenda_jobs: [
    // Agenda asks before it makes a recurring job: processes that boot at once would make one each.
    {
      key: { name: 1 },
      unique: true,
      partialFilterExpression: { name: 'notifications' },
      name: 'one_notifications',
    },
  ],
};

/** The outbox of what people are told, and the job that empties it. */
export const notifications: Migration = {
  id: '0009-notifications',
  async up(db) {
    // Makes the outbox, too, which the transactions that write to it should not.
    for (const [name, list] of Object.entries(indexes))
      await db.collection(name).createIndexes(list, untimed);
  },
};
