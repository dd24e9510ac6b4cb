import { ObjectId } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { firstIndexes } from '../../server/db/migrations/0001-first-indexes.ts';
import { contentTitleKeys } from '../../server/db/migrations/0013-content-title-keys.ts';
import { testDatabase } from '../support/db.ts';

const { db } = testDatabase();
const german = new ObjectId();

describe('the articles of an older database', () => {
  const contents = db.collection<{ site: ObjectId; slug: string; title: string; titleKey?: string }>(
    'contents',
  );
  const keys = async () => (await contents.find().sort({ _id: 1 }).toArray()).map(({ titleKey }) => titleKey);

  beforeEach(async () => {
    await db.dropDatabase();
    await firstIndexes.up(db);
    const site = { _id: german, language: 'de', name: 'Bohnen' };
    await db.collection<{ _id: ObjectId; language: string; name: string }>('sites').insertOne(site);
  });

  it('get the keys of their titles, page by page, and the same key where they say the same', async () => {
    const many = Array.from({ length: 501 }, (_, n) => ({
      site: german,
      slug: `k-${n}`,
      title: `Kessel ${n}`,
    }));
    await contents.insertMany([
      { site: german, slug: 'a', title: 'Die Kaffeemühlen' },
      { site: german, slug: 'b', title: 'Kaffeemühle' },
      ...many,
    ]);
    await contentTitleKeys.up(db);
    const found = await keys();
    expect(found.slice(0, 2)).toEqual(['kaffeemuhl', 'kaffeemuhl']);
    expect(found.filter((key) => key !== undefined)).toHaveLength(503);
  });

  it('keep the keys that they have when it runs again', async () => {
    await contents.insertOne({ site: german, slug: 'a', title: 'Kaffeemühle', titleKey: 'given' });
    await contentTitleKeys.up(db);
    expect(await keys()).toEqual(['given']);
  });
});
