import { ObjectId } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { firstIndexes } from '../../server/db/migrations/0001-first-indexes.ts';
import { ideaTitleKeys } from '../../server/db/migrations/0002-idea-title-keys.ts';
import { contentTitleKeys } from '../../server/db/migrations/0013-content-title-keys.ts';
import { finerTitleKeys } from '../../server/db/migrations/0017-finer-title-keys.ts';
import { testDatabase } from '../support/db.ts';

const { db } = testDatabase();
const [english, german] = [new ObjectId(), new ObjectId()];

interface Stored {
  site: ObjectId;
  slug?: string;
  title: string;
  titleKey: string | null;
}

describe('the title keys of an older database', () => {
  const ideas = db.collection<Stored>('ideas');
  const contents = db.collection<Stored>('contents');
  const keysOf = async (items: typeof ideas) =>
    (await items.find().sort({ _id: 1 }).toArray()).map(({ titleKey }) => titleKey);

  beforeEach(async () => {
    await db.dropDatabase();
    await firstIndexes.up(db);
    await db.collection<{ _id: ObjectId; language: string; name: string }>('sites').insertMany([
      { _id: english, language: 'en', name: 'Beans' },
      { _id: german, language: 'de', name: 'Bohnen' },
    ]);
    await ideaTitleKeys.up(db);
    await contentTitleKeys.up(db);
  });

  it('tell opposites apart by the language of their site, and are else as they were', async () => {
    await ideas.insertMany([
      { site: english, title: 'Eating Before a Run', titleKey: 'eat run' },
      { site: german, title: 'Essen nach dem Sport', titleKey: 'ess sport' },
      { site: english, title: 'Best Kettles', titleKey: 'best kettl' },
    ]);
    await contents.insertMany([
      { site: english, slug: 'a', title: 'Eating After a Run', titleKey: 'eat run' },
      { site: english, slug: 'b', title: 'Vitamin A', titleKey: 'vitamin' },
    ]);
    await finerTitleKeys.up(db);
    expect(await keysOf(ideas)).toEqual(['befor eat run', 'ess ess>sport nach sport', 'best kettl']);
    expect(await keysOf(contents)).toEqual(['after eat run', 'a vitamin']);
  });

  it('are renewed page by page, and again where that was cut off', async () => {
    const many = Array.from({ length: 501 }, (_, n) => ({
      site: english,
      title: `Scale Up ${n}`,
      titleKey: `${n} scale`,
    }));
    await ideas.insertMany(many);
    await finerTitleKeys.up(db);
    await finerTitleKeys.up(db);
    expect((await keysOf(ideas)).filter((key) => key?.endsWith(' up'))).toHaveLength(501);
  });

  it('are not given to what had none, nor twice', async () => {
    await ideas.insertMany([
      { site: english, title: 'Ins and Outs of Tea', titleKey: 'in out tea' },
      { site: english, title: 'Tea Out', titleKey: null },
      { site: english, title: 'Scale Outs', titleKey: 'out scale' },
      { site: english, title: 'Scale Out', titleKey: 'scale' },
    ]);
    await finerTitleKeys.up(db);
    expect(await keysOf(ideas)).toEqual(['in out tea', null, 'out scale', 'scale']);
  });

  it('come with terms of the clusters about what ends with a sign, so that they are found by them', async () => {
    const cluster = { _id: new ObjectId(), site: english, name: 'C++', terms: ['c'] };
    const other = { _id: new ObjectId(), site: english, name: 'Kettles', terms: ['as they were'] };
    await db.collection('clusters').insertMany([cluster, other]);
    await db.collection('keywords').insertMany([{ cluster: cluster._id, phrase: 'c++ for beginners' }]);
    await finerTitleKeys.up(db);
    const terms = async ({ _id }: { _id: ObjectId }) =>
      (await db.collection('clusters').findOne({ _id }))?.terms;
    expect(await terms(cluster)).toContain('c++');
    expect(await terms(other)).toEqual(['as they were']);
  });
});
