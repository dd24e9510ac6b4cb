import { ObjectId } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { firstIndexes } from '../../server/db/migrations/0001-first-indexes.ts';
import { ideaTitleKeys } from '../../server/db/migrations/0002-idea-title-keys.ts';
import { testDatabase } from '../support/db.ts';

const { db } = testDatabase();
const [english, german] = [new ObjectId(), new ObjectId()];

describe('the ideas of an older database', () => {
  const ideas = db.collection<{ site: ObjectId; title: string; titleKey?: string | null }>('ideas');
  const keys = async () => (await ideas.find().sort({ _id: 1 }).toArray()).map(({ titleKey }) => titleKey);

  beforeEach(async () => {
    await db.dropDatabase();
    await firstIndexes.up(db);
    await db.collection<{ _id: ObjectId; language: string; name: string }>('sites').insertMany([
      { _id: english, language: 'en', name: 'Beans' },
      { _id: german, language: 'de', name: 'Bohnen' },
    ]);
  });

  it('get their keys by the language of their site; what an older one says stays without', async () => {
    await ideas.insertMany([
      { site: english, title: 'Best Espresso Machine' },
      { site: german, title: 'Best Espresso Machine' },
      { site: english, title: 'The Best Espresso Machines' },
      { site: german, title: 'Die Kaffeemühlen' },
    ]);
    await ideaTitleKeys.up(db);
    const [first, other, same, grinder] = await keys();
    expect(first).toBe('best espresso machin');
    expect(other).toEqual(expect.any(String));
    expect(same).toBeNull();
    expect(grinder).toBe('kaffeemuhl');
  });

  it('get them page by page, duplicates of an earlier page included', async () => {
    const many = Array.from({ length: 501 }, (_, number) => ({ site: english, title: `Kettle ${number}` }));
    await ideas.insertMany([...many, { site: english, title: 'Kettles 7' }]);
    await ideaTitleKeys.up(db);
    const found = await keys();
    expect(found.filter((key) => typeof key === 'string')).toHaveLength(501);
    expect(found.at(-1)).toBeNull();
  });

  it('are gone on with where it was cut off', async () => {
    await ideaTitleKeys.up(db);
    await ideas.insertMany([
      { site: english, title: 'Kettle Care', titleKey: 'care kettl' },
      { site: english, title: 'Caring for a Kettle' },
      { site: english, title: 'Descaling' },
    ]);
    await ideaTitleKeys.up(db);
    expect(await keys()).toEqual(['care kettl', null, 'descal']);
  });
});
