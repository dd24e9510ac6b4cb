import { ObjectId } from 'mongodb';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Cluster, ClusterStatus } from '../../schema/cluster.ts';
import { Content, ContentStatus, type ImageCounts } from '../../schema/content.ts';
import { Idea, IdeaStatus } from '../../schema/idea.ts';
import { Image, ImageKind, ImageStatus } from '../../schema/image.ts';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import type { Site } from '../../schema/site.ts';
import { Task, TaskStatus } from '../../schema/task.ts';
import type { Database } from '../../server/db/database.ts';
import type { ItemClass } from '../../server/engine/stage.ts';

/** How an item of the crowd stands: done with, switched off before it was worked on, or waiting. */
export type Standing = 'finished' | 'disabled' | 'waiting';

/** By which every cluster of a crowd may be found. */
export const crowdTerms = ['espresso', 'machin', 'cold', 'brew', 'coffee'];

/** Of the outside stage that adds takeaways to drafts. */
const donePassing = { 'key-takeaways': true } as const;

const insertedAtOnce = 5_000;

/** Fills each of the site's collections with `count` items of that standing. Their words are those of coffee. */
export async function crowd(
  database: Database,
  site: Site,
  standing: Standing,
  count: number,
): Promise<void> {
  const isFinished = standing === 'finished';
  const owner = { account: site.account, site: site._id, disabled: standing === 'disabled' };
  // Six keywords, two ideas and so on of a cluster; the same clusters for all kinds.
  const clusters = Array.from({ length: count }, () => new ObjectId());
  const clusterOf = (index: number, many: number) => clusters[Math.floor(index / many)] ?? new ObjectId();
  const name = (index: number) => `${standing} ${site.name} ${clusters[index]?.toHexString()}`;
  const fill = async <Item extends PipelineItem>(
    kind: ItemClass<Item>,
    fields: (index: number) => object,
  ) => {
    for (let start = 0; start < count; start += insertedAtOnce) {
      const length = Math.min(insertedAtOnce, count - start);
      const items = Array.from({ length }, (_, index) =>
        Object.assign(new kind(), owner, fields(start + index)),
      );
      await database.of<PipelineItem>(kind).insertMany(items, { ordered: false });
    }
  };
  await Promise.all([
    fill(Keyword, (index) => ({
      phrase: name(index),
      normalised: name(index),
      status: isFinished ? KeywordStatus.Mapped : KeywordStatus.New,
      cluster: isFinished ? clusterOf(index, 6) : null,
    })),
    fill(Cluster, (index) => ({
      _id: clusters[index],
      name: name(index),
      status: isFinished ? ClusterStatus.Mapped : ClusterStatus.New,
      keywordCount: 6,
      ideaCount: 7,
      terms: [...crowdTerms],
    })),
    fill(Idea, (index) => ({
      cluster: clusterOf(index, 2),
      title: name(index),
      brief: 'Tells what there is to know.',
      status: isFinished ? IdeaStatus.Completed : IdeaStatus.New,
    })),
    fill(Task, (index) => ({
      idea: new ObjectId(),
      cluster: clusterOf(index, 2),
      title: name(index),
      brief: 'Tells what there is to know.',
      status: isFinished ? TaskStatus.Completed : TaskStatus.Queued,
    })),
    fill(Content, (index) => ({
      task: new ObjectId(),
      cluster: clusterOf(index, 2),
      title: name(index),
      slug: name(index),
      html: '<h2>Beans</h2>',
      excerpt: 'Beans.',
      metaTitle: 'Beans',
      metaDescription: 'Beans.',
      wordCount: 900,
      // Of two that the outside stage is done with, one is still a draft.
      status: isFinished && index % 2 === 0 ? ContentStatus.Published : ContentStatus.Draft,
      passed: isFinished ? donePassing : {},
      images: imagesOf(standing),
    })),
    fill(Image, (index) => ({
      content: clusterOf(index, 4),
      kind: ImageKind.InArticle,
      position: index % 4,
      prompt: 'A cup.',
      alt: 'A cup',
      status: isFinished ? ImageStatus.Generated : ImageStatus.Pending,
    })),
  ]);
}

/** Disabled drafts have a failed image, by which they would be held back. */
function imagesOf(standing: Standing): ImageCounts {
  if (standing === 'waiting') return { planned: false, total: 0, pending: 0, failed: 0 };
  return { planned: true, total: 4, pending: 0, failed: standing === 'disabled' ? 1 : 0 };
}

/** Drafts of the site that a failed image keeps from review. */
export async function heldBackDrafts(
  database: Database,
  { account, _id: site }: Site,
  count: number,
  name = 'held-back',
): Promise<Content[]> {
  const images = { planned: true, total: 4, pending: 0, failed: 1 };
  const drafts = Array.from({ length: count }, (_, nth) => {
    const slug = `${name}-${nth}`;
    return Object.assign(new Content(), { account, site, slug, title: slug, passed: donePassing, images });
  });
  await database.of(Content).insertMany(drafts);
  return drafts;
}

/** A task and a keyword that failed; both were worked on since, so that a retry has nothing to do. */
export async function failedItems(
  database: Database,
  { account, _id: site }: Site,
): Promise<{ task: ObjectId }> {
  const failure = { code: 'AI_REFUSED', message: 'Refused.', at: new Date(), run: new ObjectId() };
  const owner = { account, site, cluster: site };
  const task = Object.assign(new Task(), owner, {
    title: 'Failed',
    status: TaskStatus.Completed,
    failure: { ...failure, stage: 'generate-content' },
  });
  const keyword = Object.assign(new Keyword(), owner, {
    phrase: 'failed',
    normalised: 'failed',
    status: KeywordStatus.Mapped,
    failure: { ...failure, stage: 'cluster-keywords' },
  });
  await database.of(Task).insertOne(task);
  await database.of(Keyword).insertOne(keyword);
  return { task: task._id };
}

/** Runs of other sites: completed, at work in other hands, and paused by a person; `count` of each. */
export async function crowdOfRuns(database: Database, count: number): Promise<void> {
  const soon = new Date(Date.now() + 3_600_000);
  const states = [
    { status: RunStatus.Completed, active: false },
    {
      status: RunStatus.Running,
      active: true,
      lease: { owner: 'other', token: 1, until: soon, session: null },
      lastStep: { at: new Date(0) },
    },
    {
      status: RunStatus.Paused,
      active: true,
      pause: { reason: 'person', message: 'Paused', at: new Date(), needed: 0 },
    },
  ] as const;
  const runs = states.flatMap((state) =>
    Array.from({ length: count }, (_, index) =>
      Object.assign(
        new AutomationRun(),
        {
          runId: `run_${index}`,
          account: new ObjectId(),
          site: new ObjectId(),
          trigger: RunTrigger.Scheduled,
          sequence: ['cluster-keywords'],
          current: 'cluster-keywords',
          stages: {},
          lease: { owner: null, token: 1, until: new Date(0), session: null },
        },
        state,
      ),
    ),
  );
  await database.of(AutomationRun).insertMany(runs);
}
