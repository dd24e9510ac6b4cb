import { type CommandSucceededEvent, ObjectId } from 'mongodb';
import { expect, it } from 'vitest';
import { importList } from '../../server/import/import-list.ts';
import { parseKeywords } from '../../server/import/parse-keywords.ts';
import { openTestApi } from '../support/api.ts';
import { makeSite } from '../support/factory.ts';

const app = await openTestApi({ monitorCommands: true });
const { database } = app.engine;

const query = `query ($siteId: ObjectID!) {
  keywordImports(siteId: $siteId, first: 5) {
    nodes {
      name
      all: rows(first: 20) { line }
      bad: rows(outcome: BAD, first: 20) { line }
      second: rows(outcome: BAD, first: 1, offset: 1) { line problem }
      beyond: rows(first: 20, offset: 9) { line }
    }
  }
}`;

/** A site with imports of five lines each, three of them bad. */
async function imported(...names: string[]) {
  const site = await makeSite(database);
  for (const name of names) {
    const list = parseKeywords(`keyword\n${name}\n!\n${name} pot\n?\n!?\n`, name);
    await importList(database, site, { id: new ObjectId(), name, list });
  }
  return { site, ask: app.as(await app.program(site.account)) };
}

it('a receipt gives the rows that are asked for, of each import its own', async () => {
  const { site, ask } = await imported('tea', 'milk');
  const { data } = await ask(query, { siteId: site._id });
  const rows = (name: string) => ({
    name,
    all: [2, 3, 4, 5, 6].map((line) => ({ line })),
    bad: [3, 5, 6].map((line) => ({ line })),
    second: [{ line: 5, problem: `${name}, line 5: the keyword "?" has no letter and no digit.` }],
    beyond: [],
  });
  expect(data.keywordImports.nodes).toEqual([rows('milk'), rows('tea')]);
});

it('the database hands out no others, and those of a list of imports in one go', async () => {
  const { site, ask } = await imported('tea', 'milk', 'coffee');
  const answers: number[][] = [];
  const listen = ({ reply }: CommandSucceededEvent) => {
    const { ns, firstBatch } =
      (reply as { cursor?: { ns: string; firstBatch: { rows: [] }[] } }).cursor ?? {};
    if (firstBatch && ns?.endsWith('.import_receipts'))
      answers.push(firstBatch.map(({ rows }) => rows.length));
  };
  database.client.on('commandSucceeded', listen);
  const first = '{ keywordImports(siteId: "SITE") { nodes { rows(outcome: BAD, first: 1) { line } } } }';
  await ask(first.replace('SITE', site._id.toHexString()));
  database.client.off('commandSucceeded', listen);
  expect(answers).toEqual([[1, 1, 1]]);
});
