/** What a run waits for before it goes on. */
import { type AutomationRun, RunStatus } from '../../../schema/automation-run.ts';
import type { CurrentBatch } from './current-batch.ts';

/**
 * `person`: paused until somebody resumes it. `credits`: goes on by itself when there are enough. `rateLimit`: the AI
 * provider said when to ask again. `retry`: the AI did not answer, and is asked again. `worker`: no worker is free
 * yet. `otherWorker`: its worker is not heard of any more, another takes over.
 */
export type WaitReason = 'person' | 'credits' | 'rateLimit' | 'retry' | 'worker' | 'otherWorker';

export interface Wait {
  readonly reason: WaitReason;
  /** One sentence for a person. */
  readonly message: string;
  /** When it is tried again, where that is known. */
  readonly until: Date | null;
  /** Milli-credits that must be available before it goes on. */
  readonly needed: number | null;
  /** Who paused it. */
  readonly by: string | null;
}

const unknown = { until: null, needed: null, by: null };

/** Null where it waits for nothing: it is at work, or has ended. */
export function waitOf(
  { status, pause, lease }: Pick<AutomationRun, 'status' | 'pause' | 'lease'>,
  batch: CurrentBatch | null,
  now: Date,
): Wait | null {
  if (status === RunStatus.Paused && pause) {
    const { reason, message, by, needed } = pause;
    return reason === 'credits'
      ? { ...unknown, reason, message, needed }
      : { ...unknown, reason, message, by: by ?? null };
  }
  if (status !== RunStatus.Running) return null;
  if (lease.owner === null) {
    return { ...unknown, reason: 'worker', message: 'All workers are busy, or none is running.' };
  }
  if (lease.until < now) {
    const message = 'Its worker is not heard of any more: another one goes on with it.';
    return { ...unknown, reason: 'otherWorker', message };
  }
  if (!batch?.wait || batch.wait.until <= now) return null;
  const { until, message, isRateLimit } = batch.wait;
  return { ...unknown, reason: isRateLimit ? 'rateLimit' : 'retry', message, until };
}
