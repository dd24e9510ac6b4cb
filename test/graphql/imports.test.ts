import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { ImportReceipt, KeywordImport } from '../../schema/keyword-import.ts';
import { Role } from '../../schema/user.ts';
import { maintain } from '../../server/engine/maintenance.ts';
import { importList } from '../../server/import/import-list.ts';
import { parseKeywords } from '../../server/import/parse-keywords.ts';
import { undoImport as undo } from '../../server/import/undo-import.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { cutOff, overtake, watchWrites } from '../support/watched-writes.ts';

const app = await openTestApi();
const { database } = app.engine;
const keywords = database.of(Keyword);
const receipt = `import { id name imported known duplicate bad undoneAt rows { line outcome phrase problem } }`;
const importKeywords = `mutation ($input: ImportKeywordsInput!) { importKeywords(input: $input) { ${receipt} } }`;
const undoImport = `mutation ($input: UndoImportInput!) { undoImport(input: $input) { deleted import { undoneAt } } }`;
const listed = `query ($siteId: ObjectID!) {
  keywordImports(siteId: $siteId) { totalCount nodes { name imported rows(outcome: BAD, first: 1) { line } } }
}`;

async function scene() {
  const site = await makeSite(database);
  return { site, ask: app.as(await app.program(site.account)) };
}

describe('importing keywords', () => {
  it('as CSV text gives a receipt of each row: new, known, repeated or bad', async () => {
    const { site, ask } = await scene();
    await makeKeywords(database, site, ['moka pot']);
    const csv = 'keyword,volume\ncold brew,10\nMoka  Pot,5\nCOLD BREW,20\n,7\ntea pot,many\n';
    const input = { siteId: site._id, name: 'list.csv', csv, idempotencyKey: 'first' };
    const { data } = await ask(importKeywords, { input });
    expect(data.importKeywords.import).toMatchObject({
      name: 'list.csv',
      imported: 1,
      known: 1,
      duplicate: 1,
      bad: 2,
      undoneAt: null,
      rows: [
        { line: 2, outcome: 'IMPORTED', phrase: 'cold brew', problem: null },
        { line: 3, outcome: 'KNOWN', phrase: 'Moka Pot', problem: null },
        { line: 4, outcome: 'DUPLICATE', phrase: 'COLD BREW', problem: 'Line 2 already has this keyword.' },
        { line: 5, outcome: 'BAD', phrase: null, problem: 'list.csv, line 5: the keyword is missing.' },
        {
          line: 6,
          outcome: 'BAD',
          problem: 'list.csv, line 6: the volume "many" is not a number; write it like 1200 or 0.85.',
        },
      ],
    });
    const stored = await keywords.findOne({ site: site._id, normalised: 'cold brew' });
    expect(stored).toMatchObject({ volume: 10, status: KeywordStatus.New });
  });

  it('as rows follows the same rules', async () => {
    const { site, ask } = await scene();
    const rows = [
      { keyword: 'cold brew', cpc: 0.5 },
      { keyword: 'tea', difficulty: 101 },
      { keyword: 'Tea' },
    ];
    const input = { siteId: site._id, rows, idempotencyKey: 'rows' };
    const { data } = await ask(importKeywords, { input });
    expect(data.importKeywords.import.rows).toMatchObject([
      { line: 1, outcome: 'IMPORTED' },
      { line: 2, outcome: 'BAD', problem: 'Row 2: the difficulty 101 is above 100.' },
      { line: 3, outcome: 'IMPORTED' },
    ]);
  });

  it('twice by the same key is one import, with the first answer', async () => {
    const { site, ask } = await scene();
    const input = { siteId: site._id, csv: 'keyword\ntea\n', idempotencyKey: 'once' };
    const first = await ask(importKeywords, { input });
    const second = await ask(importKeywords, { input });
    expect(second.data).toEqual(first.data);
    expect(second.data.importKeywords.import.imported).toBe(1);
    expect(await database.of(KeywordImport).countDocuments({ site: site._id })).toBe(1);
    const other = { ...input, csv: 'keyword\nmilk\n' };
    const { errors } = await ask(importKeywords, { input: other });
    expect(errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('that was cut off and is carried out again counts what it brought as imported', async () => {
    const { site } = await scene();
    const list = parseKeywords('keyword\ntea\nmilk\n', 'list.csv');
    const id = new ObjectId();
    await importList(database, site, { id, name: 'list.csv', list });
    // As if the process had died before the receipt was written, and one keyword.
    await database.of(KeywordImport).deleteOne({ _id: id });
    await keywords.deleteOne({ import: id, normalised: 'milk' });
    const again = await importList(database, site, { id, name: 'list.csv', list });
    expect(again).toMatchObject({ imported: 2, known: 0 });
  });

  it('takes letters that are stored alike for the same', async () => {
    const { site, ask } = await scene();
    const rows = [{ keyword: 'a\ud800b' }, { keyword: 'a\ud801b' }];
    const { data } = await ask(importKeywords, {
      input: { siteId: site._id, rows, idempotencyKey: 'halves' },
    });
    expect(data.importKeywords.import).toMatchObject({ imported: 1, known: 0, duplicate: 1 });
  });

  it('may have more rows than a receipt can keep: its counts are whole, and what went wrong is told first', async () => {
    const { site } = await scene();
    const name = `${'リスト'.repeat(65)}.csv`;
    const bad = Array.from({ length: 50_000 }, () => ',0,0');
    const list = parseKeywords(['keyword,volume,cpc', 'tea', ...bad].join('\n'), name);
    const id = new ObjectId();
    const done = await importList(database, site, { id, name, list });
    expect(done).toMatchObject({ imported: 1, bad: 50_000 });
    const rows = (await database.of(ImportReceipt).findOne({ _id: id }))?.rows ?? [];
    expect(rows.length).toBeGreaterThan(10_000);
    expect(rows.map(({ line }) => line)).toEqual(rows.map((_, index) => index + 3));
  });

  it('is refused where the text is no list, or both or neither are given', async () => {
    const { site, ask } = await scene();
    const rows = [{ keyword: 'tea' }];
    const codes = [];
    for (const list of [{ csv: 'title\ntea\n' }, { csv: 'keyword\ntea\n', rows }, {}]) {
      const input = { siteId: site._id, idempotencyKey: 'no', ...list };
      codes.push((await ask(importKeywords, { input })).errors?.[0]?.extensions.code);
    }
    expect(codes).toEqual(['NO_KEYWORD_COLUMN', 'INVALID_INPUT', 'INVALID_INPUT']);
    expect(await keywords.countDocuments({ site: site._id })).toBe(0);
  });

  it('is refused for a site of another account, and to viewers', async () => {
    const { site, ask } = await scene();
    const foreign = (await scene()).site;
    const csv = 'keyword\ntea\n';
    const input = { siteId: foreign._id, csv, idempotencyKey: 'foreign' };
    expect((await ask(importKeywords, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const viewer = app.as(await app.person(site.account, Role.Viewer));
    const { errors } = await viewer(importKeywords, { input: { ...input, siteId: site._id } });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is on the list of imports, the latest first', async () => {
    const { site, ask } = await scene();
    for (const name of ['one', 'two']) {
      const csv = `keyword\n\n${name}\n${name},too many\n`;
      await ask(importKeywords, { input: { siteId: site._id, name, csv, idempotencyKey: name } });
    }
    const { data } = await ask(listed, { siteId: site._id });
    expect(data.keywordImports).toEqual({
      totalCount: 2,
      nodes: [
        { name: 'two', imported: 1, rows: [{ line: 4 }] },
        { name: 'one', imported: 1, rows: [{ line: 4 }] },
      ],
    });
  });
});

describe('undoing an import', () => {
  /** A site with one keyword of its own and an import of two. */
  async function imported() {
    const { site, ask } = await scene();
    await makeKeywords(database, site, ['moka pot']);
    const input = { siteId: site._id, csv: 'keyword\ntea\nmilk\nmoka pot\n', idempotencyKey: 'undone' };
    const { data } = await ask(importKeywords, { input });
    const { id } = data.importKeywords.import;
    return { site, ask, id, undo: () => ask(undoImport, { input: { importId: id } }) };
  }

  it('deletes what it brought and nothing else; twice is once', async () => {
    const { site, undo } = await imported();
    const { data } = await undo();
    expect(data.undoImport).toMatchObject({ deleted: 2, import: { undoneAt: expect.any(String) } });
    const left = await keywords.find({ site: site._id }).toArray();
    expect(left.map(({ phrase }) => phrase)).toEqual(['moka pot']);
    expect((await undo()).data.undoImport).toEqual({ ...data.undoImport, deleted: 0 });
  });

  it.each([
    [
      'edited',
      `mutation ($id: ObjectID!) { updateKeyword(input: { id: $id, volume: 5 }) { keyword { id } } }`,
    ],
    [
      'disabled',
      `mutation ($id: ObjectID!) { updateKeyword(input: { id: $id, disabled: true }) { keyword { id } } }`,
    ],
  ])('is refused as a whole once one has been %s', async (_, mutation) => {
    const { site, ask, undo } = await imported();
    const tea = await keywords.findOne({ site: site._id, phrase: 'tea' });
    await ask(mutation, { id: tea?._id });
    const { errors } = await undo();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'IMPORT_TOUCHED', details: { touched: 1 } });
    expect(await keywords.countDocuments({ site: site._id })).toBe(3);
  });

  it('is refused once a run has put one into a cluster', async () => {
    const { site, undo } = await imported();
    const change = { $set: { cluster: new ObjectId(), status: KeywordStatus.Mapped } };
    await keywords.updateOne({ site: site._id, phrase: 'tea' }, change);
    expect((await undo()).errors?.[0]?.extensions.code).toBe('IMPORT_TOUCHED');
  });

  it('deletes a thousand at a time: a list may be too long for one transaction', async () => {
    const { site } = await scene();
    const lines = Array.from({ length: 2_500 }, (_, index) => `tea ${index}`);
    const list = parseKeywords(['keyword', ...lines].join('\n'), 'list.csv');
    const id = new ObjectId();
    await importList(database, site, { id, name: 'list.csv', list });
    const written: string[] = [];
    const watched = watchWrites(database, (_, collection) => written.push(collection));
    expect(await undo(watched, id, app.engine.now())).toBe(2_500);
    expect(written.filter((collection) => collection === 'keywords')).toHaveLength(3);
    expect(await keywords.countDocuments({ site: site._id })).toBe(0);
  });

  it('is gone on with by the clock where it was cut off', async () => {
    const { site, id } = await imported();
    // Ahead of the first keyword.
    const undone = undo(cutOff(database, 3), new ObjectId(id), app.engine.now());
    await expect(undone).rejects.toThrow('cut off');
    expect(await keywords.countDocuments({ site: site._id })).toBe(3);
    await maintain(app.engine);
    expect(await keywords.countDocuments({ site: site._id })).toBe(1);
  });

  it('leaves what a run takes up while it is under way', async () => {
    const { site, id } = await imported();
    const change = { $set: { cluster: new ObjectId(), status: KeywordStatus.Mapped } };
    const run = () => keywords.updateOne({ site: site._id, phrase: 'tea' }, change);
    const late = overtake(database, 'keywords', run);
    expect(await undo(late, new ObjectId(id), app.engine.now())).toBe(1);
    const left = await keywords.find({ site: site._id }).toArray();
    expect(left.map(({ phrase }) => phrase).sort()).toEqual(['moka pot', 'tea']);
  });

  it('of another account is refused', async () => {
    const { id } = await imported();
    const { ask } = await scene();
    const { errors } = await ask(undoImport, { input: { importId: id } });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
