import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Account } from '../../schema/account.ts';
import { RunTrigger } from '../../schema/automation-run.ts';
import { Cluster, ClusterStatus } from '../../schema/cluster.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Idea } from '../../schema/idea.ts';
import { Image } from '../../schema/image.ts';
import { KeywordStatus } from '../../schema/keyword.ts';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import { Site } from '../../schema/site.ts';
import { Task } from '../../schema/task.ts';
import { estimateRun } from '../../server/engine/estimate.ts';
import { type Choice, chosenOf, planOf } from '../../server/engine/plan.ts';
import { median } from '../../server/engine/rates.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openTestApp } from '../support/app.ts';
import { makeKeywords, makeSite, numbered } from '../support/factory.ts';

const app = await openTestApp();

/** Estimated credits (whole ones) of a run over the site. */
async function estimate(
  site: Site,
  stages: Record<string, Record<string, unknown>> = {},
  choice: Choice = {},
) {
  const plan = planOf(app.engine.registry, { stages }, choice);
  const {
    credits,
    stages: byStage,
    waits,
  } = await estimateRun(app.engine, { site: site._id, ...chosenOf(choice) }, plan);
  const items = Object.fromEntries(Object.entries(byStage).map(([key, stage]) => [key, stage.items]));
  const creditsOf = Object.fromEntries(
    Object.entries(byStage).map(([key, stage]) => [key, stage.credits / 1000]),
  );
  return { credits: credits / 1000, items, creditsOf, waits };
}

async function siteWith(keywords: number, options: { credits?: number } = {}): Promise<Site> {
  const site = await makeSite(app.engine.database, options);
  await makeKeywords(app.engine.database, site, numbered(keywords));
  return site;
}

async function add<Item extends PipelineItem>(
  site: Site,
  kind: new () => Item,
  count: number,
  fields: (n: number) => Partial<Item>,
) {
  const items = Array.from({ length: count }, (_, n) =>
    Object.assign(new kind(), { account: site.account, site: site._id }, fields(n)),
  );
  await app.engine.database.of<PipelineItem>(kind).insertMany(items);
}

describe('the estimate of a run', () => {
  it.each([
    [0, 0],
    [10, 216],
    [47, 866],
    [100, 1_839],
  ])('for %i new keywords is %i credits', async (keywords, credits) => {
    const site = await siteWith(keywords);
    expect(await estimate(site)).toMatchObject({ credits, waits: keywords > 0 });
  });

  it("follows the plan's rules stage by stage: 47 keywords, 8 clusters, 56 ideas, 56 drafts, 224 images", async () => {
    expect(await estimate(await siteWith(47))).toMatchObject({
      items: {
        'cluster-keywords': 47,
        'generate-ideas': 8,
        'queue-tasks': 56,
        'generate-content': 56,
        'generate-image-prompts': 56,
        'generate-images': 224,
      },
      creditsOf: {
        'cluster-keywords': 10,
        'generate-ideas': 16,
        'queue-tasks': 0,
        'generate-content': 280,
        'generate-image-prompts': 112,
        'generate-images': 448,
      },
    });
  });

  it('counts what waits half done in later stages, each from where it stands', async () => {
    const site = await siteWith(6);
    const id = () => new ObjectId();
    await add(site, Cluster, 1, () => ({ name: 'Grinders' }));
    await add(site, Idea, 2, (n) => ({ title: `Idea ${n}`, brief: '', cluster: id() }));
    await add(site, Task, 3, (n) => ({ title: `Task ${n}`, brief: '', cluster: id(), idea: id() }));
    const draft = (n: number) => ({
      title: `Draft ${n}`,
      slug: `draft-${n}`,
      html: '',
      excerpt: '',
      task: id(),
    });
    await add(site, Content, 2, (n) => ({ ...draft(n), metaTitle: '', metaDescription: '', cluster: id() }));
    await add(site, Image, 5, () => ({ content: id(), prompt: '', alt: '' }));
    // 2 + 4 clusters' ideas; 14 + 2 tasks; 19 drafts more; images of 21 drafts and 5.
    expect(await estimate(site)).toMatchObject({
      items: {
        'cluster-keywords': 6,
        'generate-ideas': 2,
        'queue-tasks': 16,
        'generate-content': 19,
        'generate-image-prompts': 21,
        'generate-images': 89,
      },
      credits: 2 + 4 + 95 + 42 + 178,
    });
  });

  it('leaves out what is done, failed, disabled or another site’s', async () => {
    const site = await siteWith(0);
    const { database } = app.engine;
    const failure = {
      stage: 'cluster-keywords',
      code: 'X',
      message: '',
      at: new Date(),
      run: new ObjectId(),
    };
    await makeKeywords(database, site, numbered(5, 'done'), { status: KeywordStatus.Mapped });
    await makeKeywords(database, site, numbered(5, 'failed'), { failure });
    await makeKeywords(database, site, numbered(5, 'disabled'), { disabled: true });
    await siteWith(5);
    expect(await estimate(site)).toMatchObject({ credits: 0, waits: false });
  });

  it('is that of the chosen stages alone', async () => {
    const site = await siteWith(47);
    const upToIdeas = { to: 'generate-ideas' };
    expect(await estimate(site, {}, upToIdeas)).toMatchObject({ credits: 26, waits: true });
    expect(await estimate(site, {}, { from: 'generate-ideas' })).toMatchObject({ credits: 0, waits: false });
  });

  it('is that of the chosen items alone', async () => {
    const site = await siteWith(3);
    const more = await makeKeywords(app.engine.database, site, numbered(7, 'tea'));
    const stage = { from: 'cluster-keywords', to: 'cluster-keywords' };
    const chosen = { ...stage, items: more.map(({ _id }) => _id) };
    expect(await estimate(site, {}, chosen)).toMatchObject({ credits: 2, items: { 'cluster-keywords': 7 } });
  });

  it('reckons with the settings that the run will have', async () => {
    const site = await siteWith(47);
    const settings = {
      'cluster-keywords': { batchSize: 7 },
      'generate-ideas': { ideasPerCluster: 2 },
      'generate-content': { wordTarget: 800 },
      'generate-image-prompts': { imagesPerArticle: 1 },
    };
    // 6 batches of 7 at 2 credits and one of 5 at 1; 16 ideas; 2 credits an article; half a credit and 2 an image.
    expect(await estimate(site, settings)).toMatchObject({ credits: 13 + 16 + 32 + 8 + 32 });
  });
});

describe('a site with a past', () => {
  it('is estimated by its own medians instead of the defaults', async () => {
    const site = await siteWith(12);
    const { database } = app.engine;
    for (const [n, count] of [2, 3, 9].entries()) {
      const past = { name: `Past ${n}`, keywordCount: count, ideaCount: count + 1 };
      await add(site, Cluster, 1, () => ({ ...past, status: ClusterStatus.Mapped }));
    }
    for (const [n, words] of [400, 900, 5_000].entries()) {
      const images = { planned: true, total: n + 1, pending: 0, failed: 0 };
      const text = {
        title: '',
        slug: `past-${n}`,
        html: '',
        excerpt: '',
        metaTitle: '',
        metaDescription: '',
      };
      const links = { task: new ObjectId(), cluster: new ObjectId() };
      const past = { ...text, ...links, images, wordCount: words, status: ContentStatus.Review };
      await add(site, Content, 1, () => past);
    }
    // 3 keywords a cluster: 4 clusters; 4 ideas each: 16; 900 words: 2 credits; 2 images each.
    expect(await estimate(site)).toMatchObject({ credits: 3 + 8 + 32 + 16 + 64 });
    expect(await database.of(Cluster).countDocuments({ site: site._id })).toBe(3);
  });

  it('is estimated by the words that it asks for now, whatever its articles were before', async () => {
    const site = await siteWith(6);
    const { credits } = await estimate(site);
    await app.engine.database.of(Site).updateOne({ _id: site._id }, { $set: { wordTarget: 500 } });
    // 7 articles of 500 words instead of 2,500: 1 credit each instead of 5.
    expect((await estimate(site)).credits).toBe(credits - 7 * 4);
  });

  it.each([
    [[], undefined],
    [[0, 0], undefined],
    [[4], 4],
    [[9, 0, 1], 5],
    [[5, 1, 9], 5],
    [[1, 2, 3, 10], 2.5],
  ])('has of %j the median %s: what is 0 is not known yet', (numbers, expected) => {
    expect(median(numbers)).toBe(expected);
  });
});

describe('the credits that a run needs to start', () => {
  const trigger = RunTrigger.Manual;

  it('are its estimate and a fifth more, which is what it holds', async () => {
    const site = await siteWith(47, { credits: 1_039.2 });
    const run = await startRun(app.engine, { site: site._id, trigger });
    expect(run).toMatchObject({ hold: 1_039_200, creditsLeft: 1_039_200, estimate: { credits: 866_000 } });
    const account = await app.engine.database.of(Account).findOne({ _id: site.account });
    expect(account).toMatchObject({ available: 0, held: 1_039_200 });
  });

  it.each([
    [500, 'Need ~866 credits (1,039 with the 20% reserve), you have 500.'],
    [1_039.1, 'Need ~866 credits (1,039.2 with the 20% reserve), you have 1,039.1.'],
    [0, 'Need ~866 credits (1,039 with the 20% reserve), you have 0.'],
  ])('are named with the reserve and what there is, when there are only %d', async (credits, sentence) => {
    const site = await siteWith(47, { credits });
    await expect(startRun(app.engine, { site: site._id, trigger })).rejects.toMatchObject({
      code: 'INSUFFICIENT_CREDITS',
      message: sentence,
      details: { estimate: 866_000, needed: 1_039_200, available: Math.round(credits * 1_000) },
    });
  });
});
