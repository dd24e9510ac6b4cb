import { setTimeout as sleep } from 'node:timers/promises';
import { GalleyError } from '../errors.ts';

export interface RetryPolicy {
  /** Tries in all, ≥ 1. */
  readonly tries: number;
  /** The first wait; each later one is twice as long, up to `maxMs`. */
  readonly baseMs: number;
  readonly maxMs: number;
}

export const providerRetries: RetryPolicy = { tries: 6, baseMs: 1_000, maxMs: 60_000 };

/**
 * Runs `work` until it succeeds, fails for good or has been tried often enough. Waits in between as long as the error's
 * `retryAfterMs` says, or else a chance share, half at least, of what the policy has. Aborting ends the wait.
 */
export async function retrying<T>(
  work: () => Promise<T>,
  policy: RetryPolicy,
  signal: AbortSignal,
  onWait: (error: GalleyError, delayMs: number) => void,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof GalleyError && error.retryable) || attempt >= policy.tries) throw error;
      const delayMs = delayBefore(error, attempt, policy);
      onWait(error, delayMs);
      await sleep(delayMs, undefined, { signal });
    }
  }
}

function delayBefore(error: GalleyError, attempt: number, { baseMs, maxMs }: RetryPolicy): number {
  const { retryAfterMs } = error.details;
  if (typeof retryAfterMs === 'number') return retryAfterMs;
  const ceiling = Math.min(maxMs, baseMs * 2 ** (attempt - 1));
  return Math.round(ceiling * (0.5 + Math.random() / 2));
}
