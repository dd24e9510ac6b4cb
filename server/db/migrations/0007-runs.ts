import type { IndexDescription } from 'mongodb';
import { untimed } from '../untimed.ts';
import type { Migration } from './index.ts';

const indexes: IndexDescription[] = [
  // A request starts one run, however often it is carried out.
  {
    key: { request: 1 },
    unique: true,
    partialFilterExpression: { request: { $type: 'objectId' } },
    name: 'one_run_a_request',
  },
  // The history, as a whole and by what it can be filtered by.
  { key: { site: 1, startedAt: -1, _id: -1 } },
  { key: { site: 1, status: 1, startedAt: -1, _id: -1 } },
  { key: { site: 1, trigger: 1, startedAt: -1, _id: -1 } },
];

/** How runs are found by the API: by the request that started them, and in the history's filters. */
export const runsOfTheApi: Migration = {
  id: '0007-runs',
  async up(db) {
    await db.collection('runs').createIndexes(indexes, untimed);
  },
};
