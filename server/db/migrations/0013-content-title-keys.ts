import { ObjectId } from 'mongodb';
import { titleKeyOf } from '../../../language/title-key.ts';
import { untimed } from '../untimed.ts';
import type { Migration } from './index.ts';

interface StoredContent {
  readonly _id: ObjectId;
  readonly site: ObjectId;
  readonly title: string;
}

const pageSize = 500;

/** Articles get the key of their title, too, by which an idea finds that the site has it already. */
export const contentTitleKeys: Migration = {
  id: '0013-content-title-keys',
  async up(db) {
    const contents = db.collection<StoredContent>('contents');
    const partialFilterExpression = { titleKey: { $gt: '' } };
    await contents.createIndexes([{ key: { site: 1, titleKey: 1 }, partialFilterExpression }], untimed);
    const sites = await db.collection<{ _id: ObjectId; language: string }>('sites').find().toArray();
    const languages = new Map(sites.map(({ _id, language }) => [_id.toHexString(), language]));
    let after = new ObjectId('0'.repeat(24));
    for (;;) {
      const page = await contents
        .find(
          { _id: { $gt: after }, titleKey: { $exists: false }, title: { $type: 'string' } },
          { projection: { site: 1, title: 1 } },
        )
        .sort({ _id: 1 })
        .limit(pageSize)
        .toArray();
      const last = page.at(-1);
      if (last === undefined) return;
      const keyed = page.map(({ _id, site, title }) => {
        const titleKey = titleKeyOf(title, languages.get(site.toHexString()) ?? 'en');
        return { updateOne: { filter: { _id, title }, update: { $set: { titleKey } } } };
      });
      await contents.bulkWrite(keyed, { ordered: false });
      after = last._id;
    }
  },
};
