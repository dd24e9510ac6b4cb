import { expect, it } from 'vitest';
import { laterRun } from '../../../admin/data/live/later-run.ts';

const first = { id: 'a', seq: 7, startedAt: '2026-03-02T12:00:00Z' };
const begun = { ...first, seq: 1 };
const next = { id: 'b', seq: 1, startedAt: '2026-03-02T12:01:00Z' };

it.each([
  ['the first one', null, first, first],
  ['what happened since', begun, first, first],
  ['not the answer to its start, which comes after that', first, begun, first],
  ['the next run', first, next, next],
  ['not the last run, of which something is told late', next, first, next],
])('a page shows %s', (_, known, told, shown) => {
  expect(laterRun(known, told)).toBe(shown);
});
