import { beforeAll, describe, expect, it } from 'vitest';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { importKeywords } from '../../server/import/import-keywords.ts';
import { parseKeywords } from '../../server/import/parse-keywords.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { makeSite } from '../support/factory.ts';

const rowsOf = (...phrases: string[]) => parseKeywords(`keyword\n${phrases.join('\n')}\n`, 'list.csv').rows;

describe('importing keywords into a site', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp();
  });

  it('adds each keyword as new, in the order of the file', async () => {
    const { database } = app.engine;
    const site = await makeSite(database);
    expect(await importKeywords(database, site, rowsOf('b', 'a', 'c'))).toEqual({ imported: 3, known: 0 });
    const stored = await database
      .of(Keyword)
      .find({ site: site._id }, { sort: { _id: 1 } })
      .toArray();
    expect(stored.map(({ phrase }) => phrase)).toEqual(['b', 'a', 'c']);
    expect(stored[0]).toMatchObject({ status: KeywordStatus.New, account: site.account, failure: null });
  });

  it('leaves what the site has already, by the normalised phrase, and counts it', async () => {
    const { database } = app.engine;
    const site = await makeSite(database);
    await importKeywords(database, site, rowsOf('Coffee Beans'));
    await database.of(Keyword).updateOne({ site: site._id }, { $set: { status: KeywordStatus.Mapped } });
    const again = await importKeywords(database, site, rowsOf('coffee  beans', 'garden hose'));
    expect(again).toEqual({ imported: 1, known: 1 });
    expect(await database.of(Keyword).countDocuments({ site: site._id, status: KeywordStatus.Mapped })).toBe(
      1,
    );
  });

  it('adds each keyword once where several imports run at the same time', async () => {
    const { database } = app.engine;
    const site = await makeSite(database);
    const rows = rowsOf(...Array.from({ length: 1_200 }, (_, index) => `keyword ${index}`));
    const reports = await Promise.all([1, 2, 3].map(() => importKeywords(database, site, rows)));
    expect(reports.reduce((sum, { imported }) => sum + imported, 0)).toBe(1_200);
    expect(await database.of(Keyword).countDocuments({ site: site._id })).toBe(1_200);
  });
});
