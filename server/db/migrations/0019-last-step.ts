import { untimed } from '../untimed.ts';
import type { Migration } from './index.ts';

/** When active runs last moved on is known from now on. */
export const lastStep: Migration = {
  id: '0019-last-step',
  async up(db) {
    const unknown = { active: true, lastStep: { $exists: false } };
    await db.collection('runs').updateMany(unknown, { $set: { lastStep: { at: new Date() } } }, untimed);
  },
};
