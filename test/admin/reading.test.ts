import { describe, expect, it } from 'vitest';
import { neighbourOf } from '../../admin/review/neighbour.ts';
import { ageOf } from '../../admin/shell/age-of.ts';
import { checksOf } from '../../admin/shell/article/checks.ts';
import { linksIn, readingMinutes, wordsIn } from '../../admin/shell/article/reading.ts';

const article = {
  title: 'How to choose a burr grinder',
  html: '<p>It grinds.</p><h2>More</h2><p><a href="article:1">here</a></p>',
  keywords: ['burr grinders'],
  wordCount: 1_000,
  metaTitle: 'Burr grinders',
  metaDescription: 'All of them.',
  sample: false,
  task: { wordTarget: 1_100 },
  images: [{ alt: 'A grinder', status: 'GENERATED' as const }],
};
const broken = (change: Partial<typeof article>) =>
  checksOf({ ...article, ...change })
    .filter(({ isKept }) => !isKept)
    .map(({ name }) => name);

describe('the checks of a draft', () => {
  it.each([
    ['nothing', {}, []],
    ['a text far shorter than was asked for', { wordCount: 600 }, ['length']],
    ['a keyword that nobody meets first', { keywords: ['pour over'] }, ['keyword']],
    ['a missing description', { metaDescription: '' }, ['meta']],
    ['a picture without its text', { images: [{ alt: ' ', status: 'GENERATED' as const }] }, ['alt']],
    ['no link to another article', { html: '<p>It grinds.</p>' }, ['links']],
    ['sample text', { sample: true }, ['sample']],
  ])('point at %s', (_, change, names) => {
    expect(broken(change)).toEqual(names);
  });

  it('are silent about what a draft has not', () => {
    const names = checksOf({ ...article, task: null, keywords: [], images: [] }).map(({ name }) => name);
    expect(names).toEqual(['meta', 'pictures', 'links']);
  });
});

describe('a text', () => {
  it.each([
    ['<p>One two&nbsp;three</p>', 'en', 3],
    ['<p>咖啡很好喝</p>', 'zh', 3],
    ['<p>One two</p>', 'no language', 2],
  ])('%s has its words counted as its language has them', (html, language, words) => {
    expect(wordsIn(html, language)).toBe(words);
  });

  it('is read in whole minutes', () => {
    expect([10, 238, 1_190].map(readingMinutes)).toEqual([1, 1, 5]);
  });

  it('has its links told apart by whose articles they lead to', () => {
    expect(linksIn('<a href="article:1">a</a> <a title="b" href="https://b.test">b</a>')).toEqual({
      own: 1,
      others: 1,
    });
  });
});

describe('after a decision', () => {
  it.each([
    ['the next that is not approved', [{}, { approved: {} }, {}], 0, 2],
    ['from the end to the first that is not', [{}, { approved: {} }, {}], 2, 0],
    ['the next where all are approved', [{ approved: {} }, { approved: {} }], 0, 1],
  ] as const)('one goes on to %s', (_, drafts, index, next) => {
    expect(neighbourOf<{ approved?: unknown }>(drafts, index)).toBe(drafts[next]);
  });
});

describe('an age', () => {
  const now = new Date('2026-03-02T12:00:00Z');
  it.each([
    ['2026-03-02T11:59:30Z', 'this minute'],
    ['2026-03-02T09:10:00Z', '2 hr. ago'],
    ['2026-03-01T11:00:00Z', 'yesterday'],
    ['2026-02-10T12:00:00Z', '2 wk. ago'],
  ])('from %s is %s', (at, told) => {
    expect(ageOf(new Date(at), now, 'en')).toBe(told);
  });
});
