import { type AutomationRun, StageStatus } from '../../../schema/automation-run.ts';
import { expectedItems } from './outlook.ts';
import { isDone } from './stage-progress.ts';

/**
 * Milli-credits that a stage will have used, by what is known now: what was estimated at the start for each of its
 * items, times those that have come to it or, while it is ahead, are expected of it. What it has used, when it is done.
 */
export function expectedCredits(
  key: string,
  run: Pick<AutomationRun, 'sequence' | 'stages' | 'estimate'>,
): number {
  const stage = run.stages[key];
  const { items = 0, credits = 0 } = run.estimate.stages[key] ?? {};
  if (!stage || isDone(stage)) return stage?.creditsUsed ?? 0;
  const known = stage.status === StageStatus.Waiting ? expectedItems(key, run) : stage.total;
  const likely = items === 0 ? credits : Math.round((credits * known) / items);
  return Math.max(stage.creditsUsed, likely);
}
