import { describe, expect, it } from 'vitest';
import { i18nProvider, loadPageWords } from '../../../admin/i18n/i18n-provider.ts';

await loadPageWords();

describe('a figure in the words of the console', () => {
  it.each([
    ['galley.lists.chosen.some', { smart_count: 1_500 }, '1,500 selected'],
    ['galley.review.waiting', { smart_count: 1 }, '1 draft in review'],
    ['galley.review.waiting', { smart_count: 2_048 }, '2,048 drafts in review'],
    ['galley.review.row.words', { words: 12_000 }, '12,000 words'],
    ['galley.article.credits', { smart_count: 1_234.5 }, '1,234.5 credits'],
    [
      'ra.navigation.page_range_info',
      { offsetBegin: 1_001, offsetEnd: 1_025, total: 1_500 },
      '1,001-1,025 of 1,500',
    ],
    ['galley.ai.ends', { lastFour: '1234' }, 'Ends in 1234'],
  ])('is written as the language writes it: %s', (key, values, words) => {
    expect(i18nProvider.translate(key, values)).toBe(words);
  });
});
