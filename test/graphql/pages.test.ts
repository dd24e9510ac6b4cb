import { describe, expect, it } from 'vitest';
import { Keyword } from '../../schema/keyword.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite, numbered } from '../support/factory.ts';

const app = await openTestApi();
const { database } = app.engine;
const query = `query ($siteId: ObjectID!, $sort: KeywordSort, $first: Int!, $after: String, $offset: Int! = 0) {
  keywords(siteId: $siteId, sort: $sort, first: $first, after: $after, offset: $offset) {
    totalCount nodes { phrase volume } edges { cursor } pageInfo { endCursor hasNextPage hasPreviousPage }
  }
}`;

/** 13 keywords, most of whose volumes are shared or unknown. */
async function scene() {
  const site = await makeSite(database);
  const keywords = await makeKeywords(database, site, numbered(13));
  const volumes = [null, 50, 10, null, 50, 50, 90, null, 10, 50, null, 0, 50];
  for (const [nth, { _id }] of keywords.entries()) {
    await database.of(Keyword).updateOne({ _id }, { $set: { volume: volumes[nth] ?? null } });
  }
  const ask = app.as(await app.person(site.account));
  return async (variables: object) => (await ask(query, { siteId: site._id, ...variables })).data.keywords;
}

const listed = scene();

describe.each([
  ['VOLUME', 'ASC'],
  ['VOLUME', 'DESC'],
  ['PHRASE', 'ASC'],
  ['PHRASE', 'DESC'],
  ['CREATED', 'DESC'],
])('a list by %s, %s', (field, order) => {
  it('comes whole and in one order, however long its pages are', async () => {
    const list = await listed;
    const sort = { field, order };
    const { nodes: all } = await list({ sort, first: 100 });
    expect(all).toHaveLength(13);
    for (const first of [1, 3]) {
      const walked: unknown[] = [];
      let page = await list({ sort, first });
      walked.push(...page.nodes);
      while (page.pageInfo.hasNextPage) {
        page = await list({ sort, first, after: page.pageInfo.endCursor });
        expect([page.pageInfo.hasPreviousPage, page.totalCount]).toEqual([true, 13]);
        walked.push(...page.nodes);
      }
      expect(walked).toEqual(all);
    }
  });

  it('goes on behind any of its cursors, also so many further', async () => {
    const list = await listed;
    const sort = { field, order };
    const { nodes: all, edges } = await list({ sort, first: 100 });
    for (const [nth, { cursor }] of edges.entries()) {
      for (const offset of [0, 4]) {
        const { nodes } = await list({ sort, first: 3, after: cursor, offset });
        expect(nodes).toEqual(all.slice(nth + 1 + offset, nth + 4 + offset));
      }
    }
  });
});
