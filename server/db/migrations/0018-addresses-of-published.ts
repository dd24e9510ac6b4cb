import { untimed } from '../untimed.ts';
import type { Migration } from './index.ts';

/** Each draft tells under which slugs it was published, by which an article's former ones are found. */
export const addressesOfPublished: Migration = {
  id: '0018-addresses-of-published',
  async up(db) {
    const contents = db.collection('contents');
    const partialFilterExpression = { publishedAs: { $gt: '' } };
    await contents.createIndexes([{ key: { site: 1, publishedAs: 1 }, partialFilterExpression }], untimed);
    const known = { $cond: [{ $gt: ['$published', null] }, ['$slug'], []] };
    await contents.updateMany(
      { publishedAs: { $exists: false } },
      [{ $set: { publishedAs: known } }],
      untimed,
    );
  },
};
