import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { whoGivesWay, whoHasEnough } from '../../server/engine/turns.ts';

const sliceMs = 100;
const accounts = { a: new ObjectId(), b: new ObjectId(), c: new ObjectId() };
type Name = keyof typeof accounts;
/** Runs by how long they have had their slots; a negative time is that of one that was told to leave after its slice. */
const turnsOf = (times: readonly number[], names: readonly Name[] = []) =>
  times.map((ms, index) => ({
    run: { account: accounts[names[index] ?? 'a'] },
    leasedMs: Math.abs(ms),
    isLeaving: ms < 0,
    // Told to as soon as its slice was over.
    leavingMs: Math.max(0, -ms - sliceMs),
  }));

describe('with all slots taken, for runs that wait', () => {
  it.each([
    ['nobody, where none waits', [300, 200], 0, []],
    ['the one that has worked longest, for one', [200, 300, 250], 1, [300]],
    ['as many as wait, the longest at work first', [200, 300, 250], 2, [300, 250]],
    ['nobody who has not had its slice, one just claimed least of all', [99, 0, 100], 3, [100]],
    ['nobody more, where one leaves already', [-199, 300], 1, []],
    ['another, where the one that leaves has not left a slice later', [-200, 300, 250], 1, [300]],
    ['one more, where more wait than leave already', [-199, 300, 200], 2, [300]],
    ['all, where more wait than there are slots', [200, 300], 50, [300, 200]],
  ])('%s gives way', (_, times, waiting, expected) => {
    expect(whoGivesWay(turnsOf(times), waiting, sliceMs).map(({ leasedMs }) => leasedMs)).toEqual(expected);
  });

  it.each<[string, number[], Name[], number, number[]]>([
    ['an account with more slots before one with fewer', [400, 200, 300], ['a', 'b', 'b'], 1, [300]],
    [
      'of each account one, before one has fewer than the other',
      [400, 200, 300],
      ['a', 'b', 'b'],
      2,
      [300, 400],
    ],
    ['one less, where one of the account leaves already', [400, 200, -150], ['a', 'b', 'b'], 2, [400]],
  ])('%s gives way', (_, times, names, waiting, expected) => {
    expect(whoGivesWay(turnsOf(times, names), waiting, sliceMs).map(({ leasedMs }) => leasedMs)).toEqual(
      expected,
    );
  });
});

describe('of the slots that there are', () => {
  it.each<[string, Name[], number, Name[]]>([
    ['nobody has enough who has none', [], 1, []],
    ['one account has enough with half of them', ['a', 'a'], 4, ['a']],
    ['one account has not enough with less than half', ['a', 'a'], 5, []],
    ['the one of two has enough that has a third', ['a', 'a', 'b'], 6, ['a']],
    ['all have enough where there are no more than they', ['a', 'b', 'c'], 4, ['a', 'b', 'c']],
  ])('%s', (_, names, slots, expected) => {
    const turns = turnsOf(
      names.map(() => 0),
      names,
    );
    expect(whoHasEnough(turns, slots)).toEqual(expected.map((name) => accounts[name]));
  });
});
