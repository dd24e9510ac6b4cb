import type { IndexDescription } from 'mongodb';
import { dropIndex } from '../drop-index.ts';
import { untimed } from '../untimed.ts';
import type { Migration } from './index.ts';

const indexes: Record<string, IndexDescription[]> = {
  runs: [
    // Of several sites, the active run that started last: one key a site.
    { key: { site: 1, startedAt: -1 }, partialFilterExpression: { active: true }, name: 'latest_active' },
  ],
  contents: [
    // As `held_back`, without the disabled.
    {
      key: { site: 1, _id: 1 },
      partialFilterExpression: {
        status: 'draft',
        disabled: false,
        'images.planned': true,
        'images.failed': { $gt: 0 },
      },
      name: 'held_back_enabled',
    },
  ],
  images: [
    // Which of a folder's pictures are somebody's.
    { key: { site: 1, mediaKey: 1 }, partialFilterExpression: { mediaKey: { $gt: '' } }, name: 'pictures' },
  ],
  ai_calls: [
    // Pictures that have been paid and whose image is not saved yet.
    {
      key: { site: 1, 'reply.key': 1 },
      partialFilterExpression: { status: 'accepted', 'reply.key': { $gt: '' } },
      name: 'paid_pictures',
    },
  ],
  deletions: [{ key: { at: 1 } }],
  agenda_jobs: [
    // Agenda asks before it makes a recurring job: of forty processes that boot at once, ten made one each.
    {
      key: { name: 1 },
      unique: true,
      partialFilterExpression: { name: 'maintenance' },
      name: 'one_maintenance',
    },
  ],
};

/** Indexes that later queries need, one maintenance job, and `passed` as fields, by which an index can tell. */
export const secondIndexes: Migration = {
  id: '0003-second-indexes',
  async up(db) {
    await db.collection('agenda_jobs').deleteMany({ name: 'maintenance' });
    // Makes those that are not there yet, which a transaction should not.
    for (const [name, list] of Object.entries(indexes)) {
      await db.collection(name).createIndexes(list, untimed);
    }
    await dropIndex(db, 'contents', 'held_back');
    for (const name of ['keywords', 'clusters', 'ideas', 'tasks', 'contents', 'images']) {
      const asFields = {
        $arrayToObject: { $map: { input: '$passed', in: { k: '$$this', v: true } } },
      };
      const items = db.collection(name);
      await items.updateMany({ passed: { $type: 'array' } }, [{ $set: { passed: asFields } }], untimed);
    }
  },
};
