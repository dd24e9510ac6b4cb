import { type Collection, type Db, MongoBulkWriteError, ObjectId } from 'mongodb';
import { titleKeyOf } from '../../../language/title-key.ts';
import { untimed } from '../untimed.ts';
import type { Migration } from './index.ts';

interface StoredIdea {
  readonly _id: ObjectId;
  readonly site: ObjectId;
  readonly title: string;
  readonly titleKey: string | null;
}

const pageSize = 500;

/**
 * No two ideas of a site say the same. Ideas that are there get the key of their title, the oldest first; one that
 * says what an older one says stays, without a key.
 */
export const ideaTitleKeys: Migration = {
  id: '0002-idea-title-keys',
  async up(db) {
    const ideas = db.collection<StoredIdea>('ideas');
    await ideas.createIndex(
      { site: 1, titleKey: 1 },
      { unique: true, partialFilterExpression: { titleKey: { $gt: '' } }, ...untimed },
    );
    const languages = await siteLanguages(db);
    let after = new ObjectId('0'.repeat(24));
    for (;;) {
      const page = await ideas
        .find({ _id: { $gt: after }, titleKey: { $exists: false } })
        .sort({ _id: 1 })
        .limit(pageSize)
        .toArray();
      const last = page.at(-1);
      if (last === undefined) return;
      await giveKeys(ideas, page, languages);
      after = last._id;
    }
  },
};

async function siteLanguages(db: Db): Promise<ReadonlyMap<string, string>> {
  const sites = await db.collection<{ _id: ObjectId; language: string }>('sites').find().toArray();
  return new Map(sites.map(({ _id, language }) => [_id.toHexString(), language]));
}

async function giveKeys(
  ideas: Collection<StoredIdea>,
  page: readonly StoredIdea[],
  languages: ReadonlyMap<string, string>,
): Promise<void> {
  const keyed = page.map(({ _id, site, title }) => {
    const titleKey = titleKeyOf(title, languages.get(site.toHexString()) ?? 'en');
    return { updateOne: { filter: { _id }, update: { $set: { titleKey } } } };
  });
  const refused = await ideas.bulkWrite(keyed, { ordered: false }).then(() => [], duplicatesOf);
  const same = refused.flatMap((index) => page[index]?._id ?? []);
  if (same.length > 0) await ideas.updateMany({ _id: { $in: same } }, { $set: { titleKey: null } });
}

/** Which writes the unique index refused; any other error is thrown on. */
function duplicatesOf(error: unknown): number[] {
  if (!(error instanceof MongoBulkWriteError)) throw error;
  const failed = [error.writeErrors].flat();
  if (failed.some(({ code }) => code !== 11000)) throw error;
  return failed.map(({ index }) => index);
}
