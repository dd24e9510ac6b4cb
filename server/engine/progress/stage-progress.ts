/** How far the stages of a run are, by the run document alone. */
import { type AutomationRun, type RunStage, StageStatus } from '../../../schema/automation-run.ts';

/** The stages of a run in their order. */
export function stagesOf(run: Pick<AutomationRun, 'sequence' | 'stages'>): RunStage[] {
  return run.sequence.flatMap((key) => run.stages[key] ?? []);
}

export function isDone({ status }: Pick<RunStage, 'status'>): boolean {
  return status === StageStatus.Completed || status === StageStatus.Skipped;
}

/** Key of the stage that the run is in, or is about to begin; null when it is through all of them. */
export function stageAhead({ sequence, stages }: Pick<AutomationRun, 'sequence' | 'stages'>): string | null {
  return sequence.find((key) => !stages[key] || !isDone(stages[key])) ?? null;
}

/** How much of a stage is done, 0–1. A gate has no items to get through. */
export function fractionDone(stage: RunStage): number {
  if (isDone(stage)) return 1;
  return stage.total === 0 ? 0 : Math.min(1, (stage.processed + stage.failed) / stage.total);
}

/** Items that the stage has yet to get through; a gate's stay. */
export function remainingOf(stage: RunStage): number {
  return isDone(stage) ? 0 : Math.max(0, stage.total - stage.processed - stage.failed);
}

/** Milliseconds for which a stage was worked on, which leaves out its pauses; 0 when it has not begun. */
export function workedMs({ startedAt, endedAt, restedMs = 0 }: RunStage, until: Date): number {
  return startedAt === null ? 0 : Math.max(0, (endedAt ?? until).getTime() - startedAt.getTime() - restedMs);
}
