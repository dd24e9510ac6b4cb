import { beforeAll, describe, expect, it } from 'vitest';
import { AiCall } from '../../schema/ai-call.ts';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Idea, IdeaStatus } from '../../schema/idea.ts';
import { Image, ImageStatus } from '../../schema/image.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { Task, TaskStatus } from '../../schema/task.ts';
import { audit } from '../../server/credits/audit.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openTestApp } from '../support/app.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';

const phrases = [
  'espresso machine',
  'best espresso machine',
  'espresso machine reviews',
  'cold brew coffee',
  'how to make cold brew coffee',
  'cold brew coffee maker',
  'burr coffee grinder',
  'coffee grinder for espresso',
  'manual coffee grinder',
  'best coffee grinder',
];

const app = await openTestApp();

describe('the full pipeline with ten keywords', () => {
  let run: AutomationRun;
  let count: (kind: new () => object, filter: object) => Promise<number>;

  beforeAll(async () => {
    const { database } = app.engine;
    const site = await makeSite(database);
    await makeKeywords(database, site, phrases);
    app.startWorker();
    const started = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    run = await app.settled(started._id);
    count = (kind, filter) => database.of(kind).countDocuments({ site: site._id, ...filter });
  });

  const counters = (stage: string) => run.stages[stage]?.counters ?? {};

  it('completes the run and sets its site free', () => {
    expect(run).toMatchObject({ status: RunStatus.Completed, active: false, error: null, hold: 0 });
  });

  it('stores nothing that its classes do not declare: lists are read by what these have', async () => {
    const { database } = app.engine;
    for (const kind of [Keyword, Cluster, Idea, Task, Content, Image, AiCall]) {
      const [stored] = await database
        .of<object>(kind)
        .aggregate<{ names: string[] }>([
          { $match: { site: run.site } },
          { $project: { named: { $objectToArray: '$$ROOT' } } },
          { $unwind: '$named' },
          { $group: { _id: null, names: { $addToSet: '$named.k' } } },
        ])
        .toArray();
      expect(stored?.names, kind.name).toContain('createdAt');
      expect(database.fieldsOf(kind), kind.name).toEqual(expect.arrayContaining(stored?.names ?? []));
    }
  });

  it('clusters all ten keywords', async () => {
    expect(counters('cluster-keywords')).toMatchObject({ keywordsProcessed: 10, batches: 1 });
    expect(counters('cluster-keywords').clustersCreated).toBeGreaterThan(0);
    expect(await count(Keyword, { status: KeywordStatus.Mapped, cluster: { $ne: null } })).toBe(10);
    expect(await count(Cluster, {})).toBe(counters('cluster-keywords').clustersCreated);
  });

  it('makes ideas, a task for each, and a draft for each task', async () => {
    const ideas = counters('generate-ideas').ideasCreated ?? 0;
    expect(ideas).toBeGreaterThan(0);
    expect(counters('queue-tasks')).toMatchObject({ ideasProcessed: ideas, tasksCreated: ideas });
    expect(counters('generate-content')).toMatchObject({ tasksProcessed: ideas, contentCreated: ideas });
    expect(await count(Idea, { status: IdeaStatus.Completed })).toBe(ideas);
    expect(await count(Task, { status: TaskStatus.Completed })).toBe(ideas);
  });

  it('makes four images a draft and moves every draft to review', async () => {
    const drafts = counters('generate-content').contentCreated ?? 0;
    expect(counters('generate-image-prompts').promptsCreated).toBe(drafts * 4);
    expect(counters('generate-images')).toMatchObject({
      imagesGenerated: drafts * 4,
      contentMovedToReview: drafts,
    });
    expect(await count(Image, { status: ImageStatus.Generated, url: { $ne: null } })).toBe(drafts * 4);
    expect(await count(Content, { status: ContentStatus.Review })).toBe(drafts);
    expect(counters('review-gate')).toMatchObject({ readyForReview: drafts, heldBack: 0 });
    expect(run.stages['review-gate']?.ids.contentIds).toHaveLength(drafts);
  });

  it('keeps with everything made which prompt and model made it', async () => {
    const { database } = app.engine;
    const made = { provider: 'offline', model: 'galley-offline' };
    for (const kind of [Cluster, Idea, Content, Image]) {
      const [item] = await database
        .of<Cluster | Idea | Content | Image>(kind)
        .find({ site: run.site })
        .toArray();
      expect(item?.madeWith).toEqual({ ...made, promptVersion: expect.stringMatching(/^\d+$/) });
      expect(await count(kind, { madeWith: null })).toBe(0);
    }
    const painted = { 'paintedWith.provider': 'offline', 'paintedWith.model': 'galley-painter' };
    expect(await count(Image, painted)).toBe(await count(Image, {}));
  });

  it('lists each stage’s counters in the order of its summary', () => {
    expect(Object.keys(counters('generate-images'))).toEqual([
      'imagesProcessed',
      'imagesGenerated',
      'contentMovedToReview',
    ]);
  });

  it('leaves a ledger that adds up', async () => {
    expect((await audit(app.engine.database)).differences).toEqual([]);
    expect(run.creditsUsed).toBeGreaterThan(0);
    expect(run.creditsSettled).toBe(run.creditsUsed);
  });
});
