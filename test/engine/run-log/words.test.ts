import { describe, expect, it } from 'vitest';
import {
  counterText,
  counterTitle,
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
    ['clustersCreated', 'Clusters Created', '8 clusters created', '1 cluster created'],
    ['totalWords', 'Total Words', '8 total words', '1 total word'],
    ['entriesWritten', 'Entries Written', '8 entries written', '1 entry written'],
    ['glassFilled', 'Glass Filled', '8 glass filled', '1 glass filled'],
    ['readyForReview', 'Ready for Review', '8 ready for review', '1 ready for review'],
    [
      'contentMovedToReview',
      'Content Moved to Review',
      '8 content moved to review',
      '1 content moved to review',
    ],
    ['total', 'Total', '8 total', '1 total'],
  ])('read a counter, %s, as a title, of eight and of one', (counter, title, many, one) => {
    expect(counterTitle(counter)).toBe(title);
    expect(counterText(counter, 8)).toBe(many);
    expect(counterText(counter, 1)).toBe(one);
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
