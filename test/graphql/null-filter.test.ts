import { describe, expect, it } from 'vitest';
import { Role } from '../../schema/user.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';

const app = await openTestApi();
const { database } = app.engine;
const deleteKeywords = `mutation ($input: DeleteKeywordsInput!) { deleteKeywords(input: $input) { changed } }`;
const keywordsQuery = `query ($siteId: ObjectID!, $filter: KeywordFilter) {
  keywords(siteId: $siteId, filter: $filter) { nodes { phrase } }
}`;
/** As of a program whose variables were never set. */
const nothing = { importId: null, clusterId: null, ids: null, status: null, disabled: null, search: null };

describe('a filter', () => {
  it('takes a condition that is null for none, and means nothing to a change where it has no other', async () => {
    const site = await makeSite(database);
    await makeKeywords(database, site, ['espresso machine', 'moka pot']);
    const ask = app.as(await app.person(site.account, Role.Editor));
    const refused = await ask(deleteKeywords, { input: { siteId: site._id, filter: nothing } });
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      details: { problems: [{ path: 'filter' }] },
    });
    const input = { siteId: site._id, filter: { ...nothing, search: 'moka' } };
    expect((await ask(deleteKeywords, { input })).data.deleteKeywords.changed).toBe(1);
    const { data } = await ask(keywordsQuery, { siteId: site._id, filter: nothing });
    expect(data.keywords.nodes).toEqual([{ phrase: 'espresso machine' }]);
  });
});
