import { describe, expect, it } from 'vitest';
import { laterRun, toldRun } from '../../../admin/data/live/later-run.ts';

const begun = { id: 'a', seq: 1, startedAt: '2026-03-02T12:00:00Z', active: true };
const first = { ...begun, seq: 7, active: false };
const resumed = { ...first, seq: 9, active: true };
const next = { id: 'b', seq: 1, startedAt: '2026-03-02T12:01:00Z', active: true };
const failed = { ...next, seq: 4, active: false };

describe('an answer to a request', () => {
  it.each([
    ['the first one', null, first, first],
    ['what happened since', begun, first, first],
    ['not the answer to its start, which comes after that', first, begun, first],
    ['the next run', first, next, next],
    ['not the last run, of which something is told late', next, first, next],
    ['not the last run, where both have ended', failed, first, failed],
    ['an older run that goes on, where the last one has ended', failed, resumed, resumed],
    ['not the last run, which has ended, where an older one goes on', resumed, failed, resumed],
  ])('has a page show %s', (_, known, told, shown) => {
    expect(laterRun(known, told)).toBe(shown);
  });
});

describe('an event', () => {
  it.each([
    ['the first one', null, first, first],
    ['not what was before the answer to an act', first, begun, first],
    ['another run, whichever was started later', next, resumed, resumed],
    ['the last run again, where a start was taken back', next, first, first],
  ])('has a page show %s', (_, known, told, shown) => {
    expect(toldRun(known, told)).toBe(shown);
  });
});
