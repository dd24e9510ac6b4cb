import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { clusterTerms } from '../../language/topic-terms.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { Role } from '../../schema/user.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite, numbered } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';

const app = await openTestApi();
const { database } = app.engine;
const clusterNow = (id: ObjectId) => database.of(Cluster).findOne({ _id: id });
const bulk = `changed leftOutCount leftOut { id reason why }`;
const moveKeywords = `mutation ($input: MoveKeywordsInput!) { moveKeywords(input: $input) { ${bulk} } }`;
const updateKeywords = `mutation ($input: UpdateKeywordsInput!) { updateKeywords(input: $input) { ${bulk} } }`;
const deleteKeywords = `mutation ($input: DeleteKeywordsInput!) { deleteKeywords(input: $input) { ${bulk} } }`;
const updateKeyword = `mutation ($input: UpdateKeywordInput!) {
  updateKeyword(input: $input) { keyword { id phrase volume country disabled cluster { keywordCount } } }
}`;

/** A site with a cluster of these keywords, its counts as the stage leaves them, and an editor. */
async function scene(phrases: readonly string[]) {
  const site = await makeSite(database);
  const { cluster } = pipelineOf(database, site);
  const name = 'Espresso Machines';
  const terms = clusterTerms(name, phrases, site.language);
  const home = await cluster({ name, keywordCount: phrases.length, terms });
  const there = { cluster: home._id, status: KeywordStatus.Mapped };
  const keywords = await makeKeywords(database, site, phrases, there);
  const ask = app.as(await app.person(site.account, Role.Editor));
  return { site, home, keywords, ask, another: cluster };
}

describe('moving keywords', () => {
  it('into another cluster keeps the counts and terms of both exact', async () => {
    const { site, home, keywords, ask, another } = await scene(['espresso machine', 'cold brew coffee']);
    const target = await another({ name: 'Cold Brew' });
    const [stays, moves] = keywords;
    const input = { siteId: site._id, ids: [moves?._id], clusterId: target._id };
    const { data } = await ask(moveKeywords, { input });
    expect(data.moveKeywords).toEqual({ changed: 1, leftOutCount: 0, leftOut: [] });
    const words = (phrase = '') => [phrase];
    const [before, after] = [await clusterNow(home._id), await clusterNow(target._id)];
    expect([before?.keywordCount, after?.keywordCount]).toEqual([1, 1]);
    expect(before?.terms.toSorted()).toEqual(
      clusterTerms(home.name, words(stays?.phrase), site.language).toSorted(),
    );
    expect(after?.terms.toSorted()).toEqual(
      clusterTerms(target.name, words(moves?.phrase), site.language).toSorted(),
    );
  });

  it('that a filter finds moves those, and leaves the others where they are', async () => {
    const { site, home, ask, another } = await scene(['cold brew', 'cold brew ratio', 'espresso machine']);
    const target = await another({ name: 'Cold Brew' });
    const input = { siteId: site._id, filter: { search: 'cold brew' }, clusterId: target._id };
    expect((await ask(moveKeywords, { input })).data.moveKeywords).toMatchObject({
      changed: 2,
      leftOutCount: 0,
    });
    expect([await clusterNow(home._id), await clusterNow(target._id)]).toMatchObject([
      { keywordCount: 1 },
      { keywordCount: 2 },
    ]);
  });

  it('out of their cluster lets them wait for the next run', async () => {
    const { site, home, keywords, ask } = await scene(['espresso machine']);
    const input = { siteId: site._id, ids: keywords.map(({ _id }) => _id), clusterId: null };
    await ask(moveKeywords, { input });
    expect(await database.of(Keyword).findOne({ _id: keywords[0]?._id ?? new ObjectId() })).toMatchObject({
      status: KeywordStatus.New,
      cluster: null,
    });
    expect((await clusterNow(home._id))?.keywordCount).toBe(0);
  });

  it('leaves out those that are there already, and those that do not exist, and says so', async () => {
    const { site, home, keywords, ask } = await scene(['espresso machine']);
    const missing = new ObjectId();
    const ids = [keywords[0]?._id, missing];
    const { data } = await ask(moveKeywords, { input: { siteId: site._id, ids, clusterId: home._id } });
    expect(data.moveKeywords).toMatchObject({
      changed: 0,
      leftOutCount: 2,
      leftOut: [
        { id: String(keywords[0]?._id), reason: 'UNCHANGED' },
        { id: missing.toHexString(), reason: 'NOT_FOUND' },
      ],
    });
  });

  it('into a cluster of another site is refused, of the same account or not', async () => {
    const { site, keywords, ask } = await scene(['espresso machine']);
    const ids = keywords.map(({ _id }) => _id);
    for (const account of [site.account, undefined]) {
      const other = await makeSite(database, account ? { account } : {});
      const foreign = await pipelineOf(database, other).cluster();
      const { errors } = await ask(moveKeywords, {
        input: { siteId: site._id, ids, clusterId: foreign._id },
      });
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    expect(await database.of(Keyword).countDocuments({ cluster: keywords[0]?.cluster ?? null })).toBe(1);
  });

  it('at once from two sides counts each of them', async () => {
    const { site, home, keywords, ask, another } = await scene(numbered(6));
    const target = await another();
    const move = (nth: number) =>
      ask(moveKeywords, { input: { siteId: site._id, ids: [keywords[nth]?._id], clusterId: target._id } });
    await Promise.all([0, 1, 2, 3].map(move));
    expect((await clusterNow(home._id))?.keywordCount).toBe(2);
    expect((await clusterNow(target._id))?.keywordCount).toBe(4);
  });
});

describe('disabling keywords', () => {
  it('by a filter takes all that it finds, however many, and tells which were so before', async () => {
    const { site, ask, keywords } = await scene(numbered(450));
    await database
      .of(Keyword)
      .updateOne({ _id: keywords[3]?._id ?? new ObjectId() }, { $set: { disabled: true } });
    const input = { siteId: site._id, filter: { search: 'GRINDER' }, disabled: true };
    const { data } = await ask(updateKeywords, { input });
    expect(data.updateKeywords).toMatchObject({ changed: 449, leftOutCount: 1 });
    expect(data.updateKeywords.leftOut[0]).toMatchObject({
      id: String(keywords[3]?._id),
      reason: 'UNCHANGED',
    });
    expect(await database.of(Keyword).countDocuments({ site: site._id, disabled: true })).toBe(450);
  });

  it('needs either ids or a filter, and not both', async () => {
    const { site, ask, keywords } = await scene(['tea']);
    for (const selection of [{}, { filter: {}, ids: [keywords[0]?._id] }]) {
      const { errors } = await ask(updateKeywords, {
        input: { siteId: site._id, disabled: true, ...selection },
      });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'INVALID_INPUT',
        details: { problems: [{ path: 'ids' }] },
      });
    }
  });

  it('tells by its path what is wrong with a filter', async () => {
    const { site, ask } = await scene(['tea']);
    const input = { siteId: site._id, disabled: true, filter: { search: 'x'.repeat(201) } };
    const { errors } = await ask(updateKeywords, { input });
    const problems = [{ path: 'filter.search' }];
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', details: { problems } });
  });

  it('never reaches another account, by id nor by filter', async () => {
    const { keywords } = await scene(['tea']);
    const { site, ask } = await scene(['milk']);
    const ids = keywords.map(({ _id }) => _id);
    const { data } = await ask(updateKeywords, { input: { siteId: site._id, ids, disabled: true } });
    expect(data.updateKeywords).toMatchObject({ changed: 0, leftOut: [{ reason: 'NOT_FOUND' }] });
    const filter = { ids };
    const filtered = await ask(updateKeywords, { input: { siteId: site._id, filter, disabled: true } });
    expect(filtered.data.updateKeywords.changed).toBe(0);
    const { errors } = await ask(updateKeywords, {
      input: { siteId: keywords[0]?.site, filter: {}, disabled: true },
    });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('is refused to a viewer', async () => {
    const { site } = await scene(['tea']);
    const ask = app.as(await app.person(site.account, Role.Viewer));
    const { errors } = await ask(updateKeywords, { input: { siteId: site._id, filter: {}, disabled: true } });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('editing a keyword', () => {
  it('changes what is given, empties what is null, and finds its cluster by the new words', async () => {
    const { home, keywords, ask, site } = await scene(['espresso machine']);
    const id = keywords[0]?._id ?? new ObjectId();
    await database.of(Keyword).updateOne({ _id: id }, { $set: { volume: 10, country: 'US' } });
    const input = { id, phrase: '  Cold   Brew ', volume: null };
    const { data } = await ask(updateKeyword, { input });
    expect(data.updateKeyword.keyword).toMatchObject({ phrase: 'Cold Brew', volume: null, country: 'US' });
    expect((await clusterNow(home._id))?.terms.toSorted()).toEqual(
      clusterTerms(home.name, ['Cold Brew'], site.language).toSorted(),
    );
  });

  it('is refused where its site has the phrase already, however it is written', async () => {
    const { keywords, ask } = await scene(['espresso machine', 'cold brew']);
    const { errors } = await ask(updateKeyword, { input: { id: keywords[0]?._id, phrase: 'COLD brew' } });
    expect(errors?.[0]?.extensions.code).toBe('NAME_TAKEN');
  });

  it('is refused where nobody would search for it', async () => {
    const { keywords, ask } = await scene(['espresso machine']);
    const { errors } = await ask(updateKeyword, { input: { id: keywords[0]?._id, phrase: '???' } });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      details: { problems: [{ path: 'phrase', problem: 'has no letter and no digit' }] },
    });
  });

  it('tells every field that is not valid', async () => {
    const { keywords, ask } = await scene(['espresso machine']);
    const input = { id: keywords[0]?._id, difficulty: 200, volume: -1 };
    const { errors } = await ask(updateKeyword, { input });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      details: { problems: [{ path: 'volume' }, { path: 'difficulty' }] },
    });
  });

  it('of another account is refused', async () => {
    const { keywords } = await scene(['tea']);
    const { ask } = await scene(['milk']);
    const { errors } = await ask(updateKeyword, { input: { id: keywords[0]?._id, phrase: 'mine' } });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('deleting keywords', () => {
  it('takes them out of their clusters’ counts', async () => {
    const { site, home, ask } = await scene(['espresso machine', 'moka pot', 'moka pot sizes']);
    const input = { siteId: site._id, filter: { clusterId: home._id, search: 'moka' } };
    const { data } = await ask(deleteKeywords, { input });
    expect(data.deleteKeywords.changed).toBe(2);
    const after = await clusterNow(home._id);
    expect(after?.keywordCount).toBe(1);
    expect(after?.terms).not.toContain('moka');
  });
});
