import { type AnyBulkWriteOperation, type Collection, type Db, MongoBulkWriteError, ObjectId } from 'mongodb';
import { titleKeyOf } from '../../../language/title-key.ts';
import { clusterTerms } from '../../../language/topic-terms.ts';
import type { Migration } from './index.ts';

interface Titled {
  readonly _id: ObjectId;
  readonly site: ObjectId;
  readonly title: string;
  readonly titleKey: string | null;
}

const pageSize = 500;

/**
 * Titles that say the opposite (before and after, PDF to Word and Word to PDF) no longer have one key: ideas and articles
 * get theirs anew. What has none, as it said what an older one says, stays without.
 */
export const finerTitleKeys: Migration = {
  id: '0017-finer-title-keys',
  async up(db) {
    const sites = await db.collection<{ _id: ObjectId; language: string }>('sites').find().toArray();
    const languages = new Map(sites.map(({ _id, language }) => [_id.toHexString(), language]));
    for (const name of ['ideas', 'contents']) await giveKeys(db.collection<Titled>(name), languages);
    await giveTerms(db, languages);
  },
};

/** C++ and C# are topics by now, where both were C: clusters about such have their terms anew, by which they are found. */
async function giveTerms(db: Db, languages: ReadonlyMap<string, string>): Promise<void> {
  const keywords = db.collection<{ cluster: ObjectId; phrase: string }>('keywords');
  const clusters = db.collection<{ site: ObjectId; name: string }>('clusters');
  for await (const { _id, site, name } of clusters.find({ name: /[+#]/ })) {
    const own = await keywords.find({ cluster: _id }, { sort: { _id: 1 } }).toArray();
    const phrases = own.map(({ phrase }) => phrase);
    const terms = clusterTerms(name, phrases, languages.get(site.toHexString()) ?? 'en');
    await clusters.updateOne({ _id, name }, { $set: { terms } });
  }
}

async function giveKeys(items: Collection<Titled>, languages: ReadonlyMap<string, string>): Promise<void> {
  let after = new ObjectId('0'.repeat(24));
  for (;;) {
    const page = await items
      .find(
        { _id: { $gt: after }, titleKey: { $gt: '' }, title: { $type: 'string' } },
        { projection: { site: 1, title: 1, titleKey: 1 } },
      )
      .sort({ _id: 1 })
      .limit(pageSize)
      .toArray();
    const last = page.at(-1);
    if (last === undefined) return;
    const changed = page.flatMap(({ _id, site, title, titleKey: known }): AnyBulkWriteOperation<Titled>[] => {
      const titleKey = titleKeyOf(title, languages.get(site.toHexString()) ?? 'en');
      return titleKey === known
        ? []
        : [{ updateOne: { filter: { _id, title }, update: { $set: { titleKey } } } }];
    });
    if (changed.length > 0) await items.bulkWrite(changed, { ordered: false }).catch(unlessTaken);
    after = last._id;
  }
}

/** Finer keys part titles and join next to none; where another idea has a key by now, this one keeps what it has. */
function unlessTaken(error: unknown): void {
  const isTaken =
    error instanceof MongoBulkWriteError && [error.writeErrors].flat().every(({ code }) => code === 11000);
  if (!isTaken) throw error;
}
