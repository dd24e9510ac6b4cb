import { describe, expect, it } from 'vitest';
import { showEveryMs } from '../../server/engine/show-every.ts';

describe('what a run has to show', () => {
  it.each([
    [1, 250],
    [8, 250],
    [16, 500],
    [50, 1_562.5],
  ])('is looked for, with %i at work in a process, every %d ms', (runs, ms) => {
    expect(showEveryMs(250, runs)).toBe(ms);
  });

  it('is never looked for sooner because the time were more than a timer can wait', () => {
    expect(showEveryMs(2 ** 30, 1)).toBe(2 ** 30);
    expect(showEveryMs(2 ** 30, 50)).toBe(2 ** 31 - 1);
  });
});
