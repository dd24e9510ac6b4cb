import { StageStatus } from '../../../schema/automation-run.ts';
import type { CurrentBatch } from '../../engine/progress/current-batch.ts';
import { expectedCredits } from '../../engine/progress/expected-credits.ts';
import { type Seen, stageTimeLeft, workedUntil } from '../../engine/progress/outlook.ts';
import { fractionDone, remainingOf, workedMs } from '../../engine/progress/stage-progress.ts';
import type { RunBatch, RunStageView } from './progress.types.ts';
import { timeEstimateOf } from './time-estimate.types.ts';

/** The run's stages as they are shown. */
export function stageViews(seen: Seen): RunStageView[] {
  const { run, batch, now } = seen;
  return run.sequence.flatMap((key): RunStageView[] => {
    const stage = run.stages[key];
    if (!stage) return [];
    const left = stageTimeLeft(key, seen);
    const hasShare = stage.kind !== 'gate' && stage.status !== StageStatus.Waiting;
    return [
      {
        ...stage,
        key,
        remaining: remainingOf(stage),
        percent: hasShare ? Math.round(fractionDone(stage) * 1_000) / 10 : null,
        batch: key === run.current && batch ? batchView(batch, now) : null,
        estimatedCredits: run.estimate.stages[key]?.credits ?? 0,
        expectedCredits: expectedCredits(key, run),
        elapsedSeconds: stage.startedAt && seconds(workedMs(stage, workedUntil(seen))),
        timeLeft: left && timeEstimateOf(left),
        counters: Object.entries(stage.counters).map(([name, value]) => ({ name, value })),
        ids: Object.entries(stage.ids).map(([name, value]) => ({ name, value })),
      },
    ];
  });
}

function batchView({ startedAt, ...batch }: CurrentBatch, now: Date): RunBatch {
  return { ...batch, elapsedSeconds: startedAt && seconds(Math.max(0, now.getTime() - startedAt.getTime())) };
}

function seconds(ms: number): number {
  return Math.round(ms / 1000);
}
