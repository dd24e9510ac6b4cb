import { describe, expect, it } from 'vitest';
import { whoGivesWay } from '../../server/engine/turns.ts';

const sliceMs = 100;
/** Runs by how long they have had their slots; a negative time is that of one that leaves already. */
const turnsOf = (times: readonly number[]) =>
  times.map((ms) => ({ leasedMs: Math.abs(ms), isLeaving: ms < 0 }));

describe('with all slots taken, for runs that wait', () => {
  it.each([
    ['nobody, where none waits', [300, 200], 0, []],
    ['the one that has worked longest, for one', [200, 300, 250], 1, [300]],
    ['as many as wait, the longest at work first', [200, 300, 250], 2, [300, 250]],
    ['nobody who has not had its slice, one just claimed least of all', [99, 0, 100], 3, [100]],
    ['nobody more, where one leaves already', [-400, 300], 1, []],
    ['one more, where more wait than leave already', [-400, 300, 200], 2, [300]],
    ['all, where more wait than there are slots', [200, 300], 50, [300, 200]],
  ])('%s gives way', (_, times, waiting, expected) => {
    expect(whoGivesWay(turnsOf(times), waiting, sliceMs).map(({ leasedMs }) => leasedMs)).toEqual(expected);
  });
});
