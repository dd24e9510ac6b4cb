import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLines, type Line, type Lines } from '../../server/ai/providers/lines.ts';
import { minuteMs } from '../../server/durations.ts';

const limits = { requests: 10, tokens: 10_000 };
let lines: Lines;
let line: Line;
const never = new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers();
  lines = createLines(limits);
  line = lines.of('an account', 'openai', 'gpt-9');
});

afterEach(async () => {
  vi.useRealTimers();
  await lines.close();
});

/** Asks to go so often, and tells how many have gone by now. */
function queue(count: number, tokens = 1, on = line) {
  const gone = { count: 0 };
  for (let nth = 0; nth < count; nth += 1)
    void on.admit(tokens, never).then(() => {
      gone.count += 1;
    });
  return gone;
}

/** A little more than a minute: limits are looked at every few seconds. */
const aMinute = () => vi.advanceTimersByTimeAsync(minuteMs + 5_000);
const aMoment = () => vi.advanceTimersByTimeAsync(500);

describe('The line before a model', () => {
  it('lets no more requests through in a minute than are allowed, however many ask', async () => {
    const gone = queue(25);
    await aMoment();
    expect(gone.count).toBe(10);
    await aMinute();
    expect(gone.count).toBe(20);
    await aMinute();
    expect(gone.count).toBe(25);
  });

  it('counts tokens, too, and corrects its guess by what was really used', async () => {
    const gone = queue(3, 5_000);
    await aMoment();
    expect(gone.count).toBe(2);
    line.used(5_000, 500);
    line.used(5_000, 500);
    await aMoment();
    expect(gone.count).toBe(3);
  });

  it('is passed even by a question that is larger than the limit of a minute', async () => {
    const gone = queue(1, 1_000_000);
    await aMoment();
    expect(gone.count).toBe(1);
  });

  it('is one for each account and model', async () => {
    const [mine, other] = [queue(20), queue(20, 1, lines.of('another', 'openai', 'gpt-9'))];
    const another = queue(20, 1, lines.of('an account', 'openai', 'gpt-9-mini'));
    const same = queue(20, 1, lines.of('an account', 'openai', 'gpt-9'));
    await aMoment();
    expect([mine, other, another, same].map(({ count }) => count)).toEqual([10, 10, 10, 0]);
  });

  it('holds everybody back when the provider says that it was too much, and then lets fewer through', async () => {
    line.holdBack(30_000);
    const gone = queue(30);
    await aMoment();
    expect(gone.count).toBe(0);
    await vi.advanceTimersByTimeAsync(31_000);
    // Seven tenths of what it was.
    expect(gone.count).toBe(7);
    await aMinute();
    expect(gone.count).toBe(14);
  });

  it('is left at once by whom the run does not want any more', async () => {
    queue(10);
    const controller = new AbortController();
    const waiting = line.admit(1, controller.signal);
    const gone = expect(waiting).rejects.toThrow('cancelled');
    controller.abort(new DOMException('cancelled', 'AbortError'));
    await gone;
  });

  it('remembers for a minute that a provider was given up', async () => {
    line.health.markDown();
    expect(line.health.isDown()).toBe(true);
    expect(lines.of('another', 'openai', 'gpt-9').health.isDown()).toBe(false);
    await aMinute();
    expect(line.health.isDown()).toBe(false);
  });

  it('is let go once nobody has used it for ten minutes, and is there again for whoever still has it', async () => {
    const others = Array.from({ length: 50 }, (_, nth) => lines.of('an account', 'openai', `gpt-9.${nth}`));
    for (const other of others) queue(1, 1, other);
    await aMoment();
    const timers = vi.getTimerCount();
    await vi.advanceTimersByTimeAsync(11 * minuteMs);
    const gone = [line, others[0]].map((one) => queue(25, 1, one));
    await aMoment();
    expect(vi.getTimerCount()).toBeLessThan(timers / 10);
    expect(gone.map(({ count }) => count)).toEqual([10, 10]);
  });

  it('is kept for those that wait in it, however long that is', async () => {
    const gone = queue(200);
    for (let nth = 0; nth < 20; nth += 1) {
      await aMinute();
      queue(1, 1, lines.of('an account', 'openai', `gpt-${nth}`));
    }
    expect(gone.count).toBe(200);
  });
});
