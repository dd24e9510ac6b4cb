/** How far a run is and how long it will take yet: rules over the run document, with the time given. */
import { type AutomationRun, type RunStage, RunStatus, StageStatus } from '../../../schema/automation-run.ts';
import { isActive } from '../run-state.ts';
import type { CurrentBatch } from './current-batch.ts';
import { batchSizeOf, type Pace, type Paces, parallelOf, usualPace } from './pace.ts';
import { noTime, type Span, sumOf, times } from './span.ts';
import { fractionDone, isDone, remainingOf, workedMs } from './stage-progress.ts';

/** What the rules look at. */
export interface Seen {
  readonly run: Pick<
    AutomationRun,
    'status' | 'sequence' | 'current' | 'stages' | 'estimate' | 'pause' | 'endedAt'
  >;
  readonly paces: Paces;
  readonly isOffline: boolean;
  /** Of the stage at work. */
  readonly batch: CurrentBatch | null;
  readonly now: Date;
}

/** The last moment at which the run was worked on: it stands still while it is paused and when it has ended. */
export function workedUntil({
  run,
  now,
}: Pick<Seen, 'now'> & { run: Pick<AutomationRun, 'pause' | 'endedAt'> }) {
  return run.endedAt ?? run.pause?.at ?? now;
}

/**
 * How much of the run is done, in per cent of its estimated time. A stage's weight is what it was expected to take
 * when the run started, so that the figure does not go back when a stage turns out to be larger.
 */
export function runPercent(seen: Seen): number {
  const { run } = seen;
  if (run.status === RunStatus.Completed) return 100;
  const parts = run.sequence.flatMap((key) => {
    const stage = run.stages[key];
    if (!stage) return [];
    const pace = seen.paces.get(key) ?? usual(stage, seen);
    const items = run.estimate.stages[key]?.items ?? 0;
    return { weight: (items * pace.ms) / parallelOf(stage), done: fractionWithin(key, stage, seen) };
  });
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const even = 1 / Math.max(1, parts.length);
  const done = parts.reduce((sum, part) => sum + (whole > 0 ? part.weight / whole : even) * part.done, 0);
  // What has not ended is not done, however little is left.
  return Math.min(99.9, Math.round(done * 1_000) / 10);
}

/** As `fractionDone`, with what the batch at work tells of itself. */
function fractionWithin(key: string, stage: RunStage, { run, batch }: Seen): number {
  const done = fractionDone(stage);
  if (key !== run.current || isDone(stage) || stage.total === 0 || !batch?.percent) return done;
  const within = (batch.percent / 100) * (batch.last - batch.first + 1);
  return Math.min(1, done + within / stage.total);
}

/** What a stage will take yet, while the run is active; null for a gate, which waits for a person. */
export function stageTimeLeft(key: string, seen: Seen): Span | null {
  const { run } = seen;
  const stage = run.stages[key];
  if (!stage || !isActive(run.status) || stage.kind === 'gate') return null;
  if (isDone(stage)) return noTime;
  if (stage.status === StageStatus.Waiting) {
    const pace = seen.paces.get(key) ?? usual(stage, seen);
    return times(pace, expectedItems(key, run) / parallelOf(stage));
  }
  const left = remainingOf(stage);
  const half = halfInFlight(stage, left);
  const pace = ownPace(stage, half, seen) ?? seen.paces.get(key) ?? usual(stage, seen);
  return sumOf([announcedWait(key, seen), times(pace, (left - half) / parallelOf(stage))]);
}

/** What the stage at work is to wait for before it goes on, such as a provider that said when to ask again. */
function announcedWait(key: string, { run, batch, now }: Seen): Span {
  const until = key === run.current ? batch?.wait?.until : undefined;
  const ms = Math.max(0, (until?.getTime() ?? 0) - now.getTime());
  return { ms, lowMs: ms, highMs: ms };
}

/** What the run will take yet while it is worked on; null when it has ended. */
export function runTimeLeft(seen: Seen): Span | null {
  if (!isActive(seen.run.status)) return null;
  return sumOf(seen.run.sequence.map((key) => stageTimeLeft(key, seen) ?? noTime));
}

/**
 * The stage's pace in this very run, once a batch has come back. The mean of n batches is uncertain by about 1/√n of
 * itself: after one batch it may be half or double.
 */
function ownPace(stage: RunStage, half: number, seen: Seen): Pace | undefined {
  const items = stage.processed + stage.failed;
  if (items === 0) return undefined;
  const ms = (workedMs(stage, workedUntil(seen)) * parallelOf(stage)) / (items + half);
  const spread = 1 + 1 / Math.sqrt(Math.max(1, stage.batches));
  return { ms, lowMs: ms / spread, highMs: ms * spread };
}

/** Batches at work count as half done: so the time does not grow while one is awaited. */
function halfInFlight(stage: RunStage, left: number): number {
  return Math.min(left, parallelOf(stage) * batchSizeOf(stage)) / 2;
}

/**
 * Items that will come to a stage ahead: as estimated at the start, more or fewer by as much as the last stage begun
 * before it had more or fewer than was estimated.
 */
export function expectedItems(
  key: string,
  run: Pick<AutomationRun, 'sequence' | 'stages' | 'estimate'>,
): number {
  let ratio = 1;
  for (const earlier of run.sequence.slice(0, run.sequence.indexOf(key))) {
    const estimated = run.estimate.stages[earlier]?.items ?? 0;
    const total = run.stages[earlier]?.total ?? 0;
    if (estimated > 0 && total > 0) ratio = total / estimated;
  }
  return (run.estimate.stages[key]?.items ?? 0) * ratio;
}

function usual(stage: RunStage, { isOffline }: Seen): Pace {
  const { kind, usualMs } = stage;
  return usualPace({ kind, usualMs, batchSize: batchSizeOf(stage), isOffline });
}
