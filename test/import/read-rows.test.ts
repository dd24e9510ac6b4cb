import { expect, it } from 'vitest';
import { readRows } from '../../server/import/read-rows.ts';

it('takes a number for what it is: only in a file may its point set thousands apart', () => {
  const { rows } = readRows([
    { keyword: 'tea', volume: 66.667 },
    { keyword: 'milk', volume: 0.125 },
    { keyword: 'moka pot', volume: 1_200, difficulty: 40.5, intent: 'n/a' },
  ]);
  expect(rows).toMatchObject([
    { phrase: 'tea', volume: 66.667 },
    { phrase: 'milk', volume: 0.125 },
    { phrase: 'moka pot', volume: 1_200, difficulty: 40.5, intent: null },
  ]);
});
