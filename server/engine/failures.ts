import { errors, GalleyError } from '../errors.ts';
import { type StageWork, stateOf } from './batch/stage-work.ts';

const inARowLimit = 5;

/** How many items of a stage may fail before the run does: 5 % of them, at least 3, unless the run says otherwise. */
export function allowedFailures(total: number, maxFailedItems: number | null): number {
  return maxFailedItems ?? Math.max(3, Math.ceil(total * 0.05));
}

/** Throws TOO_MANY_FAILED_ITEMS when more items have failed than the run allows, or five in a row. */
export function checkFailures(work: Pick<StageWork, 'leased' | 'stage'>): void {
  const { stage, leased } = work;
  const { failed, failedInARow, total, lastFailure } = stateOf(work);
  const last = lastFailure ?? '';
  const allowed = allowedFailures(total, leased.run.maxFailedItems);
  if (failed > allowed) throw errors.tooManyFailedItems({ stage: stage.title, failed, allowed, last });
  if (failedInARow >= inARowLimit)
    throw errors.tooManyFailedItems({ stage: stage.title, failed: failedInARow, allowed: null, last });
}

/** What a person shall read of whatever was thrown: catalogue errors as they are, all else without its inside. */
export function presentable(error: unknown, stage: string): GalleyError {
  return error instanceof GalleyError ? error : errors.unexpected({ stage });
}
