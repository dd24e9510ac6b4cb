import { describe, expect, it } from 'vitest';
import { providerRetries, type RetryPolicy, retrying } from '../../server/ai/retry.ts';
import { errors } from '../../server/errors.ts';

const busy = (more: object = {}) =>
  errors.aiUnavailable({ provider: 'openai', reason: 'it is busy', ...more });
const quick: RetryPolicy = { tries: 6, baseMs: 8, maxMs: 40 };

/** Tries something that never succeeds; how long was waited before each further try (ms). */
async function waitsOf(fault: () => Error, policy = quick, controller = new AbortController()) {
  const waits: number[] = [];
  const tried = retrying(
    () => Promise.reject(fault()),
    policy,
    controller.signal,
    (_, ms) => waits.push(ms),
  );
  await expect(tried).rejects.toThrow();
  return waits;
}

describe('what fails for a moment', () => {
  it('is tried again, each wait up to twice as long as the one before, but no longer than the longest', async () => {
    const waits = await waitsOf(busy);
    expect(waits).toHaveLength(quick.tries - 1);
    for (const [nth, ms] of waits.entries()) {
      const most = Math.min(quick.maxMs, quick.baseMs * 2 ** nth);
      expect(ms).toBeGreaterThanOrEqual(most / 2);
      expect(ms).toBeLessThanOrEqual(most);
    }
  });

  it('is not tried again by everybody at the same moment', async () => {
    const twice = { tries: 2, baseMs: 50, maxMs: 50 };
    const firsts = await Promise.all(Array.from({ length: 20 }, async () => (await waitsOf(busy, twice))[0]));
    expect(new Set(firsts).size).toBeGreaterThan(3);
  });

  it('is left alone for exactly as long as it asks for', async () => {
    expect(new Set(await waitsOf(() => busy({ retryAfterMs: 3 })))).toEqual(new Set([3]));
  });

  it('is not waited for when nobody wants it any more', async () => {
    const controller = new AbortController();
    const asked = () => {
      controller.abort();
      return busy({ retryAfterMs: 600_000 });
    };
    expect(await waitsOf(asked, providerRetries, controller)).toHaveLength(1);
  });
});

describe('what fails for good', () => {
  it('is not tried again', async () => {
    expect(await waitsOf(() => errors.aiRejectedKey({ provider: 'openai' }))).toEqual([]);
  });
});
