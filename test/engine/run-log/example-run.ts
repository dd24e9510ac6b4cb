import type { BatchName } from '../../../schema/activity.ts';
import type { LogRow } from '../../../server/engine/run-log/log-row.ts';
import { RunBuilder, type StageWords } from './run-builder.ts';

const contentIds = ['123', '456', '789'];
const guide = 'Ultimate Coffee Bean Buying Guide';

/**
 * The plan's example: 47 keywords become 8 clusters, 56 ideas and drafts, 224 images. Of the later stages only
 * the first batches and the last are written out.
 */
export function exampleRun(): LogRow[] {
  const run = new RunBuilder('2025-12-03T14:05:23Z');
  run
    .add(null, {
      type: 'run.started',
      runId: 'run_20251203_140523_manual',
      trigger: 'manual',
      account: '5',
      site: '12',
    })
    .add(null, { type: 'run.creditCheck', available: 1_500_000, estimate: 866_000 });
  clusterKeywords(run);
  generateIdeas(run);
  queueTasks(run);
  generateContent(run);
  generatePrompts(run);
  generateImages(run);
  reviewGate(run);
  return run.rows;
}

function clusterKeywords(run: RunBuilder): void {
  run.begin(
    stage(1, 'cluster-keywords', 'Keywords → Clusters', 'keyword', 47, 20, {
      query: "{ status: 'new', cluster: null }",
      phase: 'AI analyzing keywords',
      saving: 'Creating clusters',
    }),
  );
  const names = [
    ['Coffee Beans', 'Brewing Methods', 'Coffee Equipment'],
    ['Espresso', 'Grinders', 'Milk'],
    ['Tea', 'Water'],
  ];
  for (const [i, clusters] of names.entries()) {
    run.batch(i + 1, {
      opening: `Processing batch ${i + 1}/3 (${i < 2 ? 20 : 7} keywords)`,
      message: `${clusters.length} clusters created`,
      notes: [`Clusters: ${JSON.stringify(clusters).replaceAll('","', '", "')}`],
      creditsUsed: i < 2 ? 4_000 : 2_000,
      seconds: 105,
    });
  }
  run.finish({ keywordsProcessed: 47, clustersCreated: 8, batches: 3, creditsUsed: 10 }, 10_000, 330);
}

function generateIdeas(run: RunBuilder): void {
  run.wait(1).begin(
    stage(2, 'generate-ideas', 'Clusters → Ideas', 'cluster', 8, 1, {
      query: "{ status: 'new' }",
      phase: 'AI generating ideas',
      saving: 'Creating ideas',
    }),
  );
  for (const [i, name] of ['Coffee Beans', 'Brewing Methods', "Barista's Choice"].entries()) {
    const words = { message: `Cluster '${name}' complete: 7 ideas created`, label: name, creditsUsed: 2_000 };
    run.batch(i < 2 ? i + 1 : 8, { opening: `Generating ideas for cluster: ${name}`, ...words });
  }
  run.finish({ clustersProcessed: 8, ideasCreated: 56 }, 16_000, 495);
}

function queueTasks(run: RunBuilder): void {
  run.wait(1).begin(
    stage(3, 'queue-tasks', 'Ideas → Tasks', 'idea', 56, 20, {
      kind: 'local',
      query: "{ status: 'new' }",
      saving: 'Creating tasks',
    }),
  );
  for (const [i, ideas] of [20, 20, 16].entries()) {
    const opening = `Queueing batch ${i + 1}/3 (${ideas} ideas)`;
    run.batch(i + 1, { opening, message: `${ideas} tasks created`, creditsUsed: 0 });
  }
  run.finish({ ideasProcessed: 56, tasksCreated: 56, batches: 3 }, 0, 0);
}

function generateContent(run: RunBuilder): void {
  run.wait(1).begin(
    stage(4, 'generate-content', 'Tasks → Content', 'task', 56, 1, {
      query: "{ status: 'queued' }",
      phase: 'AI outlining the article',
      saving: 'Creating the draft',
    }),
  );
  const third: BatchName = { index: 3, count: 56, first: 3, last: 3, total: 56 };
  const refused = 'Is Coffee\nBad for You?';
  const words = { message: 'Content created (2500 words)', creditsUsed: 5_000, percents: [35, 65] };
  run
    .batch(1, { opening: `Started content generation for Task 1/56: "${guide}"`, label: guide, ...words })
    .batch(2, { opening: 'Started content generation for Task 2/56: "Tea"', label: 'Tea', ...words })
    .add(4, {
      type: 'batch.started',
      preparing: 'Preparing',
      batch: third,
      opening: `Started content generation for Task 3/56: "${refused}"`,
      label: refused,
      one: 'task',
      ids: ['103'],
      stageKey: 'generate-content',
      batchKey: 'generate-content-3',
    })
    .wait(2)
    .add(4, { type: 'batch.waiting', batch: third, message: 'The provider is busy', delayMs: 4_200 })
    .wait(5)
    .add(4, {
      type: 'item.failed',
      batch: third,
      label: refused,
      item: '103',
      code: 'AI_REFUSED',
      message: "The provider's policy refused the request",
    })
    .add(null, { type: 'run.paused', reason: 'person', message: '' })
    .wait(600)
    .add(null, { type: 'run.resumed', message: '' })
    .add(4, { type: 'stage.itemsRetried', count: 1, message: '' })
    .batch(56, { opening: 'Started content generation for Task 56/56: "Milk"', label: 'Milk', ...words });
  run.finish({ tasksProcessed: 56, contentCreated: 56, totalWords: 140_000 }, 280_000, 4_980);
}

function generatePrompts(run: RunBuilder): void {
  run.wait(1).begin(
    stage(5, 'generate-image-prompts', 'Content → Image Prompts', 'content piece', 56, 1, {
      query: "{ status: 'draft', 'images.planned': false }",
      phase: 'AI extracting image prompts',
      saving: 'Creating prompts',
    }),
  );
  for (const index of [1, 56]) {
    run.batch(index, {
      opening: `Extracting image prompts for: ${guide}`,
      message: `Content '${guide}' complete: 4 prompts created`,
      label: guide,
      creditsUsed: 2_000,
    });
  }
  run.finish({ contentProcessed: 56, promptsCreated: 224 }, 112_000, 1_120);
}

function generateImages(run: RunBuilder): void {
  run.wait(1).begin(
    stage(6, 'generate-images', 'Image Prompts → Images', 'image', 224, 1, {
      query: "{ status: 'pending' }",
      phase: 'AI generating the image',
      saving: 'Saving the image',
    }),
  );
  for (const index of [1, 2, 224]) {
    run.batch(index, {
      opening: `Generating image ${index}/224`,
      message: `Image generated: https://media.example/coffee/${index}.png`,
      label: `${guide}, image ${index}`,
      creditsUsed: 2_000,
    });
  }
  run.finish({ imagesProcessed: 224, imagesGenerated: 224, contentMovedToReview: 56 }, 448_000, 2_240);
}

function reviewGate(run: RunBuilder): void {
  run
    .wait(1)
    .begin(
      stage(7, 'review-gate', 'Content → Review', 'content piece', 56, 1, {
        kind: 'gate',
        query: "{ status: 'review' }",
      }),
    )
    .finish({ readyForReview: 56 }, 0, 0)
    .add(null, {
      type: 'run.completed',
      ready: 56,
      contentIds,
      creditsUsed: 866_000,
      elapsedMs: 9_200_000,
    });
}

function stage(
  number: number,
  key: string,
  title: string,
  one: string,
  total: number,
  batchSize: number,
  words: { query: string; kind?: 'local' | 'gate'; phase?: string; saving?: string },
): StageWords {
  const { query, kind = 'ai', phase = '', saving = '' } = words;
  const name: StageWords['name'] = { number, title, kind };
  return { key, name, one, many: `${one}s`, total, batchSize, query, phase, saving };
}
