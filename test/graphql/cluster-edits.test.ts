import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { clusterTerms } from '../../language/topic-terms.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Content } from '../../schema/content.ts';
import { Idea } from '../../schema/idea.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { Task } from '../../schema/task.ts';
import { Role } from '../../schema/user.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';

const app = await openTestApi();
const { database } = app.engine;
const clusterNow = (id: ObjectId) => database.of(Cluster).findOne({ _id: id });
const payload = 'cluster { id name description keywordCount ideaCount status keywords { phrase } }';
const createCluster = `mutation ($input: CreateClusterInput!) { createCluster(input: $input) { ${payload} } }`;
const updateCluster = `mutation ($input: UpdateClusterInput!) { updateCluster(input: $input) { ${payload} } }`;
const mergeClusters = `mutation ($input: MergeClustersInput!) { mergeClusters(input: $input) { ${payload} } }`;
const splitCluster = `mutation ($input: SplitClusterInput!) { splitCluster(input: $input) { ${payload} } }`;
const bulk = 'changed leftOutCount leftOut { id reason why }';
const updateClusters = `mutation ($input: UpdateClustersInput!) { updateClusters(input: $input) { ${bulk} } }`;
const deleteClusters = `mutation ($input: DeleteClustersInput!) { deleteClusters(input: $input) { ${bulk} } }`;

async function scene() {
  const site = await makeSite(database);
  const things = pipelineOf(database, site);
  /** A cluster of these keywords. */
  const clusterOf = async (name: string, phrases: readonly string[]) => {
    const terms = clusterTerms(name, phrases, site.language);
    const cluster = await things.cluster({ name, keywordCount: phrases.length, terms });
    const there = { cluster: cluster._id, status: KeywordStatus.Mapped };
    return { cluster, keywords: await makeKeywords(database, site, phrases, there) };
  };
  const ask = app.as(await app.person(site.account, Role.Editor));
  return { site, ask, clusterOf, ...things };
}

describe('making a cluster', () => {
  it('puts keywords into it, out of the clusters they were in', async () => {
    const { site, ask, clusterOf } = await scene();
    const old = await clusterOf('Coffee', ['moka pot', 'milk jug']);
    const input = { siteId: site._id, name: 'Moka', keywordIds: [old.keywords[0]?._id] };
    const { data } = await ask(createCluster, { input });
    expect(data.createCluster.cluster).toMatchObject({ keywordCount: 1, keywords: [{ phrase: 'moka pot' }] });
    expect((await clusterNow(old.cluster._id))?.keywordCount).toBe(1);
  });

  it('has its name alone, where two are made of it at once', async () => {
    const { site, ask } = await scene();
    const input = { siteId: site._id, name: 'Grinders', keywordIds: [] };
    const all = await Promise.all([1, 2, 3].map(() => ask(createCluster, { input })));
    expect(all.flatMap(({ errors }) => errors?.[0]?.extensions.code ?? [])).toEqual([
      'NAME_TAKEN',
      'NAME_TAKEN',
    ]);
    expect(await database.of(Cluster).countDocuments({ site: site._id, name: 'Grinders' })).toBe(1);
  });

  it('is refused where its site has one of the name, or a keyword is of another site', async () => {
    const { site, ask, clusterOf } = await scene();
    await clusterOf('Coffee', []);
    const taken = await ask(createCluster, { input: { siteId: site._id, name: 'Coffee' } });
    expect(taken.errors?.[0]?.extensions.code).toBe('NAME_TAKEN');
    const [foreign] = await makeKeywords(database, await makeSite(database), ['tea']);
    const input = { siteId: site._id, name: 'Tea', keywordIds: [foreign?._id] };
    const { errors } = await ask(createCluster, { input });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await database.of(Cluster).countDocuments({ site: site._id })).toBe(1);
  });
});

describe('renaming a cluster', () => {
  it('lets new keywords find it by the new name, and no more by the old one', async () => {
    const { site, ask, clusterOf } = await scene();
    const { cluster } = await clusterOf('Coffee', ['moka pot']);
    const { data } = await ask(updateCluster, { input: { id: cluster._id, name: 'Kettles' } });
    expect(data.updateCluster.cluster.name).toBe('Kettles');
    expect((await clusterNow(cluster._id))?.terms.toSorted()).toEqual(
      clusterTerms('Kettles', ['moka pot'], site.language).toSorted(),
    );
  });

  it('is refused where another has the name', async () => {
    const { ask, clusterOf } = await scene();
    const { cluster } = await clusterOf('Coffee', []);
    await clusterOf('Tea', []);
    const { errors } = await ask(updateCluster, { input: { id: cluster._id, name: 'Tea' } });
    expect(errors?.[0]?.extensions.code).toBe('NAME_TAKEN');
  });

  it('of another account is refused', async () => {
    const { cluster } = await (await scene()).clusterOf('Coffee', []);
    const { ask } = await scene();
    const { errors } = await ask(updateCluster, { input: { id: cluster._id, name: 'Mine' } });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('merging clusters', () => {
  it('takes over all they hold and all that was made of them, with exact counts', async () => {
    const { ask, clusterOf, idea, task, reviewable } = await scene();
    const into = await clusterOf('Coffee', ['moka pot']);
    const gone = await clusterOf('Brewing', ['milk jug', 'cold brew']);
    const cluster = gone.cluster._id;
    const made = [await idea({ cluster }), await task({ cluster })];
    const { content } = await reviewable({ cluster });
    const { data } = await ask(mergeClusters, { input: { intoId: into.cluster._id, ids: [cluster] } });
    expect(data.mergeClusters.cluster).toMatchObject({ name: 'Coffee', keywordCount: 3, ideaCount: 1 });
    expect(await clusterNow(cluster)).toBeNull();
    const [first, second] = made;
    for (const [kind, item] of [
      [Idea, first],
      [Task, second],
      [Content, content],
    ] as const) {
      const stored = await database
        .of<{ _id: ObjectId; cluster: ObjectId }>(kind)
        .findOne({ _id: item?._id ?? new ObjectId() });
      expect(stored?.cluster).toEqual(into.cluster._id);
    }
    // Whoever has read or is publishing the draft goes on with it: its text is as it was.
    const draft = await database.of(Content).findOne({ _id: content._id });
    expect(draft?.updatedAt).toEqual(content.updatedAt);
  });

  it('of another site changes nothing', async () => {
    const { ask, clusterOf } = await scene();
    const into = await clusterOf('Coffee', ['moka pot']);
    const other = await clusterOf('Tea', ['tea pot']);
    const foreign = await (await scene()).clusterOf('Milk', ['milk jug']);
    const ids = [other.cluster._id, foreign.cluster._id];
    const { errors } = await ask(mergeClusters, { input: { intoId: into.cluster._id, ids } });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await clusterNow(into.cluster._id))?.keywordCount).toBe(1);
    expect(await clusterNow(other.cluster._id)).not.toBeNull();
  });
});

describe('splitting a cluster', () => {
  it('makes one of some of its keywords, which waits for ideas of its own', async () => {
    const { ask, clusterOf } = await scene();
    const { cluster, keywords } = await clusterOf('Coffee', ['moka pot', 'milk jug', 'milk frother']);
    const keywordIds = keywords.slice(1).map(({ _id }) => _id);
    const { data } = await ask(splitCluster, { input: { id: cluster._id, name: 'Milk', keywordIds } });
    expect(data.splitCluster.cluster).toMatchObject({ name: 'Milk', keywordCount: 2, status: 'NEW' });
    expect((await clusterNow(cluster._id))?.keywordCount).toBe(1);
  });

  it('is refused where a keyword is in another cluster', async () => {
    const { ask, clusterOf } = await scene();
    const { cluster } = await clusterOf('Coffee', ['moka pot']);
    const other = await clusterOf('Tea', ['tea pot']);
    const keywordIds = [other.keywords[0]?._id];
    const { errors } = await ask(splitCluster, { input: { id: cluster._id, name: 'Milk', keywordIds } });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await clusterNow(other.cluster._id))?.keywordCount).toBe(1);
  });
});

describe('many clusters', () => {
  it('are disabled by a filter', async () => {
    const { site, ask, clusterOf } = await scene();
    for (const name of ['Coffee', 'Coffee Pots', 'Tea']) await clusterOf(name, []);
    const input = { siteId: site._id, filter: { search: 'coffee' }, disabled: true };
    const { data } = await ask(updateClusters, { input });
    expect(data.updateClusters.changed).toBe(2);
  });

  it('are deleted but for those that have ideas; keywords wait for another', async () => {
    const { site, ask, clusterOf, idea } = await scene();
    const empty = await clusterOf('Coffee', ['moka pot']);
    const used = await clusterOf('Tea', ['tea pot']);
    await idea({ cluster: used.cluster._id });
    const ids = [empty.cluster._id, used.cluster._id];
    const { data } = await ask(deleteClusters, { input: { siteId: site._id, ids } });
    expect(data.deleteClusters).toMatchObject({
      changed: 1,
      leftOut: [
        { id: String(used.cluster._id), reason: 'IN_USE', why: '1 idea depends on it; delete those first' },
      ],
    });
    expect(
      await database.of(Keyword).findOne({ _id: empty.keywords[0]?._id ?? new ObjectId() }),
    ).toMatchObject({
      status: KeywordStatus.New,
      cluster: null,
    });
  });

  it('are left alone by a program that may only read', async () => {
    const { site } = await scene();
    const ask = app.as(await app.program(site.account, []));
    const { errors } = await ask(deleteClusters, { input: { siteId: site._id, filter: {} } });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
