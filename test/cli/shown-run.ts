import { type RunStage, RunStatus, StageStatus } from '../../schema/automation-run.ts';
import type { ShownRun } from '../../server/cli/stage-progress.ts';

const startedAt = new Date('2025-12-03T14:05:23Z');

export function secondsLater(seconds: number): Date {
  return new Date(startedAt.getTime() + seconds * 1000);
}

/** A stage that waits, but for what `given` says. */
export function stageWith(number: number, title: string, given: Partial<RunStage> = {}): RunStage {
  return {
    number,
    title,
    kind: 'ai',
    status: StageStatus.Waiting,
    settings: {},
    total: 0,
    processed: 0,
    failed: 0,
    failedInARow: 0,
    lastFailure: null,
    batches: 0,
    counters: {},
    ids: {},
    creditsUsed: 0,
    upTo: null,
    startedAt: null,
    endedAt: null,
    ...given,
  };
}

/** A stage that is done: `items` of them in `seconds`, which end where `from` + `seconds` is. */
function doneStage(number: number, title: string, from: number, seconds: number, given: Partial<RunStage>) {
  return stageWith(number, title, {
    status: StageStatus.Completed,
    startedAt: secondsLater(from),
    endedAt: secondsLater(from + seconds),
    ...given,
  });
}

/** The plan's example while stage 4 is at its 24th article of 56. */
export function halfwayRun(given: Partial<ShownRun> = {}): ShownRun {
  return {
    runId: 'run_20251203_140523_manual',
    status: RunStatus.Running,
    sequence: ['cluster', 'ideas', 'tasks', 'content', 'prompts', 'images', 'gate'],
    current: 'content',
    stages: {
      gate: stageWith(7, 'Content → Review', { kind: 'gate' }),
      cluster: doneStage(1, 'Keywords → Clusters', 0, 330, {
        total: 47,
        processed: 47,
        creditsUsed: 10_000,
        counters: { keywordsProcessed: 47, clustersCreated: 8, batches: 3, creditsUsed: 10 },
      }),
      ideas: doneStage(2, 'Clusters → Ideas', 330, 495, {
        total: 8,
        processed: 8,
        creditsUsed: 16_000,
        counters: { clustersProcessed: 8, ideasCreated: 56 },
      }),
      tasks: doneStage(3, 'Ideas → Tasks', 825, 0, {
        kind: 'local',
        total: 56,
        processed: 56,
        counters: { ideasProcessed: 56, tasksCreated: 56 },
      }),
      content: stageWith(4, 'Tasks → Content', {
        status: StageStatus.Running,
        total: 56,
        processed: 23,
        creditsUsed: 115_500,
        startedAt: secondsLater(825),
        counters: { tasksProcessed: 23, contentCreated: 23, totalWords: 57_500 },
      }),
      prompts: stageWith(5, 'Content → Image Prompts'),
      images: stageWith(6, 'Image Prompts → Images'),
    },
    creditsUsed: 141_500,
    estimate: { credits: 866_000, stages: {} },
    startedAt,
    endedAt: null,
    pause: null,
    error: null,
    ...given,
  };
}

/** The plan's example at its end. */
export function finishedRun(given: Partial<ShownRun> = {}): ShownRun {
  const run = halfwayRun({ status: RunStatus.Completed, creditsUsed: 866_000, endedAt: secondsLater(9_200) });
  const stages = {
    ...run.stages,
    content: doneStage(4, 'Tasks → Content', 825, 4_980, {
      total: 56,
      processed: 55,
      failed: 1,
      creditsUsed: 275_000,
      counters: { tasksProcessed: 55, contentCreated: 55, totalWords: 137_500 },
    }),
    prompts: doneStage(5, 'Content → Image Prompts', 5_805, 1_120, {
      total: 55,
      processed: 55,
      creditsUsed: 110_000,
      counters: { contentProcessed: 55, promptsCreated: 220 },
    }),
    images: doneStage(6, 'Image Prompts → Images', 6_925, 2_274, {
      total: 220,
      processed: 220,
      creditsUsed: 440_000,
      counters: { imagesProcessed: 220, imagesGenerated: 220, contentMovedToReview: 55 },
    }),
    gate: doneStage(7, 'Content → Review', 9_199, 1, { kind: 'gate', counters: { readyForReview: 55 } }),
  };
  return { ...run, stages, ...given };
}
