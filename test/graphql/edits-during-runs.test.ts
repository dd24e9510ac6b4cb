import { beforeEach, describe, expect, it } from 'vitest';
import { type AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Image } from '../../schema/image.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import type { Site } from '../../schema/site.ts';
import { Task } from '../../schema/task.ts';
import { audit } from '../../server/credits/audit.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { scriptAi } from '../support/scripted-ai.ts';
import { eventsOf } from '../support/toy-app.ts';

const ai = scriptAi();
const app = await openTestApi({ parts: { providers: ai.providers } });
const { database } = app.engine;
beforeEach(() => ai.reset());

/** A site, and a person who does something once while the stage's first answer is awaited. */
async function scene() {
  const site = await makeSite(database);
  const ask = app.as(await app.person(site.account));
  const meanwhile = (mutation: string, input: object) => {
    ai.answer = async ({ nth }) => {
      if (nth > 1) return;
      expect((await ask(mutation, { input })).errors).toBeUndefined();
    };
  };
  return { site, ask, meanwhile, ...pipelineOf(database, site) };
}

/** Runs one stage over the site to its end. */
async function worked(site: Site, stage: string): Promise<AutomationRun> {
  const run = await startRun(app.engine, {
    site: site._id,
    trigger: RunTrigger.Manual,
    from: stage,
    to: stage,
  });
  const worker = app.startWorker();
  const done = await app.settled(run._id);
  await worker.stop();
  expect(done.status).toBe(RunStatus.Completed);
  expect(await eventsOf(app.engine, done, 'batch.dropped')).toHaveLength(1);
  expect((await audit(database)).differences).toEqual([]);
  return done;
}

describe('a person’s edit while a run is at work on the item', () => {
  it('of a keyword drops the batch; it is clustered by its new words, and charged once', async () => {
    const { site, meanwhile } = await scene();
    const [keyword] = await makeKeywords(database, site, ['espresso machine']);
    meanwhile('mutation ($input: UpdateKeywordInput!) { updateKeyword(input: $input) { keyword { id } } }', {
      id: keyword?._id,
      phrase: 'tea pot',
    });
    const run = await worked(site, 'cluster-keywords');
    expect(run).toMatchObject({ creditsUsed: 1_000 });
    const [cluster, ...others] = await database.of(Cluster).find({ site: site._id }).toArray();
    expect(others).toEqual([]);
    expect(cluster).toMatchObject({ keywordCount: 1, terms: expect.arrayContaining(['tea']) });
  });

  it('that puts a keyword into a cluster wins: nothing is saved of it, nothing charged', async () => {
    const { site, meanwhile, cluster } = await scene();
    const [keyword] = await makeKeywords(database, site, ['espresso machine']);
    const home = await cluster();
    meanwhile('mutation ($input: MoveKeywordsInput!) { moveKeywords(input: $input) { changed } }', {
      siteId: site._id,
      ids: [keyword?._id],
      clusterId: home._id,
    });
    expect(await worked(site, 'cluster-keywords')).toMatchObject({ creditsUsed: 0 });
    expect(await database.of(Keyword).findOne({ site: site._id })).toMatchObject({
      status: KeywordStatus.Mapped,
      cluster: home._id,
    });
    expect((await database.of(Cluster).findOne({ _id: home._id }))?.keywordCount).toBe(1);
    expect(await database.of(Cluster).countDocuments({ site: site._id })).toBe(1);
  });

  it('of a task drops the batch; the article is written as it is now, once', async () => {
    const { site, meanwhile, task } = await scene();
    const { _id } = await task({ title: 'Old Title', keywords: ['espresso'] });
    meanwhile('mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { task { id } } }', {
      id: _id,
      title: 'New Title',
    });
    await worked(site, 'generate-content');
    const written = await database.of(Content).find({ site: site._id }).toArray();
    expect(written.map(({ title }) => title)).toEqual(['New Title']);
    expect(await database.of(Task).findOne({ _id })).toMatchObject({ title: 'New Title' });
  });

  it('of a draft drops the batch; its images are planned for the text as it is now', async () => {
    const { site, meanwhile, reviewable } = await scene();
    const images = { planned: false, total: 0, pending: 0, failed: 0 };
    const { content } = await reviewable({ status: ContentStatus.Draft, images });
    const html = '<p>New.</p><h2>Kettles</h2><p>Hot.</p>';
    meanwhile('mutation ($input: UpdateContentInput!) { updateContent(input: $input) { content { id } } }', {
      id: content._id,
      html,
    });
    await worked(site, 'generate-image-prompts');
    const planned = await database.of(Image).countDocuments({ content: content._id });
    expect(await database.of(Content).findOne({ _id: content._id })).toMatchObject({
      html,
      images: { planned: true, total: planned, pending: planned },
    });
    expect(JSON.stringify(ai.calls.at(-1)?.input)).toContain('Kettles');
  });

  it('of an image drops the picture; the one asked for is made, and its draft comes to review', async () => {
    const { site, meanwhile, reviewable, image } = await scene();
    const images = { planned: true, total: 1, pending: 1, failed: 0 };
    const { content } = await reviewable({ status: ContentStatus.Draft, images });
    const { _id } = await image({ content: content._id, prompt: 'An old cup' });
    meanwhile('mutation ($input: ReplaceImageInput!) { replaceImage(input: $input) { image { id } } }', {
      id: _id,
      prompt: 'A new cup',
    });
    const answer = ai.answer;
    ai.paint = async (call) => {
      await answer(call);
      return undefined;
    };
    await worked(site, 'generate-images');
    expect(await database.of(Image).findOne({ _id })).toMatchObject({
      status: 'generated',
      prompt: 'A new cup',
    });
    expect(JSON.stringify(ai.calls.at(-1)?.input)).toContain('A new cup');
    expect(await database.of(Content).findOne({ _id: content._id })).toMatchObject({
      status: ContentStatus.Review,
      images: { total: 1, pending: 0 },
    });
  });
});
