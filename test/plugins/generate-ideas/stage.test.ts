import { beforeEach, describe, expect, it } from 'vitest';
import type { BatchAi } from '#stage';
import { titleKeyOf } from '../../../language/title-key.ts';
import generateIdeas from '../../../plugins/generate-ideas/index.ts';
import { Cluster, ClusterStatus } from '../../../schema/cluster.ts';
import { Content } from '../../../schema/content.ts';
import { ArticleKind, Idea } from '../../../schema/idea.ts';
import { Keyword } from '../../../schema/keyword.ts';
import { draft } from '../draft.ts';
import { pluginScene } from '../plugin-scene.ts';

describe('saving ideas', () => {
  const scene = pluginScene();
  let cluster: Cluster;
  const aCluster = () => scene.add(Cluster, { name: 'Coffee' });
  const planned = (of: Cluster, ...titles: string[]) => ({
    cluster: of._id.toHexString(),
    ideas: titles.map((title) => ({
      title,
      brief: 'What it tells.',
      articleKind: ArticleKind.Guide,
      keywords: ['a phrase'],
    })),
  });
  const titles = async (of: Cluster) =>
    (await scene.all(Idea)).filter((idea) => idea.cluster.equals(of._id)).map(({ title }) => title);
  const saved = (of: Cluster) => scene.all(Cluster).then((all) => all.find(({ _id }) => _id.equals(of._id)));

  beforeEach(async () => {
    cluster = await aCluster();
  });

  it('leaves out what another batch has stored meanwhile in another form, and says so', async () => {
    const other = await aCluster();
    await scene.save(
      generateIdeas,
      [planned(cluster, 'Best Espresso Machine', 'Espresso at Home')],
      [cluster],
    );
    const summary = await scene.save(
      generateIdeas,
      [planned(other, 'Best Espresso Machines', 'Cleaning a Kettle')],
      [other],
    );
    expect(await titles(other)).toEqual(['Cleaning a Kettle']);
    expect(summary).toMatchObject({
      counters: { clustersProcessed: 1, ideasCreated: 1 },
      notes: ['Left out, the site has it already: Best Espresso Machines', 'Idea: Cleaning a Kettle'],
    });
    expect(await saved(other)).toMatchObject({ status: ClusterStatus.Mapped, ideaCount: 1 });
  });

  it('stores an idea once when two batches that cannot see each other bring it at the same moment', async () => {
    const other = await aCluster();
    const results = await Promise.all([
      scene.save(generateIdeas, [planned(cluster, 'The Milk Frother Guide')], [cluster]),
      scene.save(generateIdeas, [planned(other, 'Guide: Milk Frothers')], [other]),
    ]);
    expect([...(await titles(cluster)), ...(await titles(other))]).toHaveLength(1);
    expect(results.reduce((sum, { counters }) => sum + (counters.ideasCreated ?? 0), 0)).toBe(1);
  });

  it('stores an idea once when two clusters of one batch bring it', async () => {
    const other = await aCluster();
    await scene.save(
      generateIdeas,
      [planned(cluster, 'Which Drip Kettle?'), planned(other, 'Which Drip Kettles?', 'Kettle Care')],
      [cluster, other],
    );
    expect(await titles(cluster)).toEqual(['Which Drip Kettle?']);
    expect(await titles(other)).toEqual(['Kettle Care']);
  });

  it('leaves out what an article of the site is called by now', async () => {
    const titleKey = titleKeyOf('How to Clean a Moka Pot', 'en');
    await scene.add(Content, { ...draft({ title: 'How to Clean a Moka Pot' }), titleKey });
    await scene.save(generateIdeas, [planned(cluster, 'Cleaning Moka Pots', 'Moka Pot Sizes')], [cluster]);
    expect(await titles(cluster)).toEqual(['Moka Pot Sizes']);
  });

  it('is refused by the database itself where the check was passed over', async () => {
    const idea = { cluster: cluster._id, title: 'Roasting Beans', brief: 'How.', titleKey: 'bean roast' };
    await scene.add(Idea, idea);
    await expect(scene.add(Idea, { ...idea, title: 'Roast Beans' })).rejects.toThrow('duplicate key');
  });
});

describe('what a call for ideas is told', () => {
  const scene = pluginScene();

  it('is what searchers want, of keywords whose list said so', async () => {
    const cluster = await scene.add(Cluster, { name: 'Kettles' });
    await scene.add(Keyword, { cluster: cluster._id, phrase: 'kettle', intent: 'commercial', volume: 2 });
    await scene.add(Keyword, { cluster: cluster._id, phrase: 'pan', volume: 1 });
    const asked: unknown[] = [];
    const ai: BatchAi = {
      isOffline: true,
      madeWith: () => ({ promptVersion: '1', provider: 'test', model: 'test' }),
      alike: async () => null,
      async text(call, input) {
        asked.push(input);
        return call.offline(input);
      },
      async image() {
        throw new TypeError('this stage asks for no image');
      },
    };
    const batch = { key: 'batch', index: 1, count: 1, first: 1, total: 1, items: [cluster] };
    await scene.inTransaction(({ in: read }) =>
      generateIdeas.work(batch, {
        ...{ site: scene.site, settings: generateIdeas.settings.parse({}), ai, read },
        signal: new AbortController().signal,
        progress: () => {},
      }),
    );
    expect(asked).toMatchObject([
      { keywords: [{ phrase: 'kettle', intent: 'commercial' }, { phrase: 'pan' }] },
    ]);
  });
});

describe('a batch of clusters', () => {
  const scene = pluginScene();
  async function ideasOf(names: readonly string[], ideasPerCluster: number) {
    const clusters: Cluster[] = [];
    for (const name of names) clusters.push(await scene.add(Cluster, { name }));
    return scene.save(
      generateIdeas,
      await scene.work(generateIdeas, clusters, { ideasPerCluster }),
      clusters,
    );
  }

  it('closes a batch with the name of its cluster and the number of its ideas', async () => {
    expect(await ideasOf(['Cold Brew'], 2)).toMatchObject({
      message: '2 ideas created',
      closing: "Cluster 'Cold Brew' complete: 2 ideas created",
    });
    expect((await ideasOf(['Grinders'], 1)).closing).toBe("Cluster 'Grinders' complete: 1 idea created");
  });

  it('leaves the closing of a batch of several to its number', async () => {
    const summary = await ideasOf(['Kettles', 'Filters'], 2);
    expect(summary.message).toBe('4 ideas created');
    expect(summary.closing).toBeUndefined();
  });
});
