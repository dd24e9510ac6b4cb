import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watch } from '../../server/ai/providers/timeouts.ts';

const patience = { totalMs: 10_000, firstMs: 3_000, betweenMs: 1_000 };
const caller = new AbortController();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('The watch over a call', () => {
  it('gives up an answer that does not begin', () => {
    const call = watch('openai', patience, caller.signal);
    vi.advanceTimersByTime(2_999);
    expect(call.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(call).toMatchObject({ signal: { aborted: true }, failure: { code: 'AI_UNAVAILABLE' } });
    expect(call.failure?.message).toContain('it did not begin to answer within 3 s');
  });

  it('gives up a stream that stalls, and not one that goes on', () => {
    const call = watch('openai', patience, caller.signal);
    for (let piece = 0; piece < 5; piece += 1) {
      call.heard();
      vi.advanceTimersByTime(900);
    }
    expect(call.failure).toBeUndefined();
    vi.advanceTimersByTime(100);
    expect(call.failure?.message).toContain('its answer stopped, and nothing came for 1 s');
  });

  it('gives up one that goes on for ever', () => {
    const call = watch('openai', patience, caller.signal);
    for (let piece = 0; piece < 20 && !call.signal.aborted; piece += 1) {
      call.heard();
      vi.advanceTimersByTime(900);
    }
    expect(call.failure?.message).toContain('it did not finish within 10 s');
  });

  it('leaves no timer behind when it is over', () => {
    const call = watch('openai', patience, caller.signal);
    call.heard();
    call.end();
    expect(vi.getTimerCount()).toBe(0);
    expect(call.failure).toBeUndefined();
  });
});
