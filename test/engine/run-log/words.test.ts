import { describe, expect, it } from 'vitest';
import {
  counterTitle,
  counterWords,
  durationText,
  listText,
  rangeText,
} from '../../../server/engine/run-log/words.ts';

describe('the words of the log', () => {
  it.each([
    [0, 'Instant'],
    [99, 'Instant'],
    [100, '0.1s'],
    [3_240, '3.2s'],
    [9_949, '9.9s'],
    [9_950, '10s'],
    [59_499, '59s'],
    [59_500, '1m'],
    [60_000, '1m'],
    [135_000, '2m 15s'],
    [330_000, '5m 30s'],
    [3_599_400, '59m 59s'],
    [3_599_500, '1h'],
    [4_980_000, '1h 23m'],
    [100_000_000, '27h 46m'],
  ])('tell %i milliseconds as %s', (milliseconds, text) => {
    expect(durationText(milliseconds)).toBe(text);
  });

  it.each([
    ['clustersCreated', 'Clusters Created', 'clusters created'],
    ['readyForReview', 'Ready for Review', 'ready for review'],
    ['contentMovedToReview', 'Content Moved to Review', 'content moved to review'],
    ['total', 'Total', 'total'],
  ])('read a counter, %s, as a title and as words', (counter, title, words) => {
    expect(counterTitle(counter)).toBe(title);
    expect(counterWords(counter)).toBe(words);
  });

  it('shorten a long list of ids to its first three and its last', () => {
    const ids = Array.from({ length: 20 }, (_, i) => String(101 + i));
    expect(listText(ids)).toBe('[101, 102, 103, ..., 120]');
    expect(listText(ids.slice(0, 4))).toBe('[101, 102, 103, 104]');
  });

  it('name the range of a list of ids', () => {
    expect(rangeText(['101', '102', '120'])).toBe('[101..120]');
    expect(rangeText(['101', '102'])).toBe('[101, 102]');
    expect(rangeText(['101'])).toBe('[101]');
  });
});
