import type { ActivityEvent } from '../../schema/activity.ts';
import { type AutomationRun, type RunStage, RunStatus, StageStatus } from '../../schema/automation-run.ts';
import { fractionDone, stagesOf, workedMs } from '../engine/progress/stage-progress.ts';
import type { LogRow } from '../engine/run-log/log-row.ts';
import { messageOf } from '../engine/run-log/message.ts';
import { oneLine } from '../engine/run-log/words.ts';

/** What the terminal needs of a run. */
export type ShownRun = Pick<
  AutomationRun,
  | 'runId'
  | 'status'
  | 'sequence'
  | 'current'
  | 'stages'
  | 'creditsUsed'
  | 'estimate'
  | 'startedAt'
  | 'endedAt'
  | 'pause'
  | 'error'
>;

/** How much of a run is done, 0–1: each stage counts alike, as their lengths are not known beforehand. */
export function runFraction(run: ShownRun): number {
  const stages = stagesOf(run);
  if (stages.length === 0) return 0;
  return stages.reduce((sum, stage) => sum + fractionDone(stage), 0) / stages.length;
}

/** Milliseconds that the stage will need yet at its pace so far; null while nothing tells. */
export function stageEtaMs(run: ShownRun, stage: RunStage, now: Date): number | null {
  const done = fractionDone(stage);
  const elapsedMs = workedMs(stage, now);
  const atWork = run.status === RunStatus.Running && stage.status === StageStatus.Running;
  return atWork && done > 0 ? (elapsedMs / done) * (1 - done) : null;
}

type BatchStarted = Extract<ActivityEvent, { type: 'batch.started' }>;

/**
 * What a stage is busy with, by its latest rows: `Task 24/56 "Coffee Guide" – Writing sections (65% complete)`, or,
 * for a batch of several items, `Processing keywords 21–40 – AI analyzing keywords`. Empty when the rows do not tell.
 */
export function currentItem(rows: readonly LogRow[], stageNumber: number): string {
  const events = rows.filter((row) => row.stageNumber === stageNumber).map((row) => row.event);
  const latest = events.findLast((event) => 'batch' in event);
  if (latest === undefined || !('batch' in latest)) return '';
  const opening = events.findLast(
    (event): event is BatchStarted =>
      event.type === 'batch.started' && event.batch.index === latest.batch.index,
  );
  const isAtIt = latest.type === 'batch.phase' || latest.type === 'batch.waiting';
  const parts = [opening?.current ?? '', isAtIt ? messageOf(latest, null) : ''];
  return oneLine(parts.filter((part) => part !== '').join(' – '));
}
