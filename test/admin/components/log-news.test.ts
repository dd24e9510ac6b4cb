import { describe, expect, it } from 'vitest';
import type { ActivityRow } from '../../../admin/automation/log/log-rows.ts';
import { newsAfter } from '../../../admin/automation/log/news.ts';

type Level = ActivityRow['level'];

const rowsOf = (...levels: readonly Level[]) =>
  levels.map((level, index): ActivityRow => {
    const seq = index + 1;
    return { seq, level, message: `Row ${seq}`, at: '2025-12-03T14:05:23Z', stage: null, stageNumber: null };
  });

describe('what is read out of a log', () => {
  it.each<[string, Level[], number, object | undefined]>([
    ['nothing of what merely goes on', ['INFO', 'INFO'], 0, undefined],
    ['the latest success, and how many others there were', ['SUCCESS', 'INFO', 'SUCCESS'], 0, told(3, 1)],
    ['an error before whatever came after it', ['ERROR', 'WARNING', 'SUCCESS'], 0, told(1, 2)],
    ['only what is new', ['ERROR', 'SUCCESS'], 1, told(2, 0)],
    ['nothing twice', ['SUCCESS', 'INFO'], 2, undefined],
  ])('is %s', (_, levels, seq, news) => {
    expect(newsAfter(seq, rowsOf(...levels))).toEqual(news);
  });
});

function told(seq: number, others: number) {
  return { message: `Row ${seq}`, others };
}
