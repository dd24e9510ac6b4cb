import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { cellWidth, creditColumn, cut, fit, paintFor, runningTime } from '../../server/cli/format.ts';

describe('the width of a text in a terminal', () => {
  it.each([
    ['', 0],
    ['coffee', 6],
    ['Kaffeemühle', 11],
    ['u\u0308', 1],
    ['кофе', 4],
    ['コーヒー豆', 10],
    ['커피', 4],
    ['ｶﾞ', 2],
    ['（全角）', 8],
    ['☕', 2],
    ['👩‍👩‍👧', 2],
    ['🇯🇵', 2],
    ['❤️', 2],
    ['→ ━╸●✓‖·…–“', 11],
    ['a\u200bb', 2],
  ])('of %j is %i', (text, width) => {
    expect(cellWidth(text)).toBe(width);
  });
});

describe('a text too wide for its place', () => {
  it.each([
    ['Coffee Bean Guide', 17, 'Coffee Bean Guide'],
    ['Coffee Bean Guide', 12, 'Coffee Bean…'],
    ['Coffee Bean Guide', 8, 'Coffee…'],
    ['コーヒー豆の選び方', 7, 'コーヒ…'],
    ['コーヒー豆の選び方', 8, 'コーヒ…'],
    ['coffee', 1, '…'],
    ['coffee', 0, ''],
    ['coffee', -3, ''],
  ])('%j is cut, for %i cells, to %j', (text, width, shown) => {
    expect(cut(text, width)).toBe(shown);
    expect(cellWidth(cut(text, width))).toBeLessThanOrEqual(Math.max(0, width));
  });

  it.each([
    ['coffee', 8, 'left', 'coffee  '],
    ['coffee', 8, 'right', '  coffee'],
    ['豆の選び方', 6, 'left', '豆の… '],
    ['', 3, 'left', '   '],
  ] as const)('%j takes exactly %i cells, at the %s', (text, width, side, shown) => {
    expect(fit(text, width, side)).toBe(shown);
    expect(cellWidth(fit(text, width, side))).toBe(width);
  });
});

describe('columns', () => {
  it('show credits without needless decimals', () => {
    expect(creditColumn(46_000)).toBe('46 cr');
    expect(creditColumn(500)).toBe('0.5 cr');
  });

  it.each([
    [0, '0s'],
    [999, '0s'],
    [1_900, '1s'],
    [135_400, '2m 15s'],
    [4_980_000, '1h 23m'],
  ])('show a running time of %i ms as %s', (milliseconds, text) => {
    expect(runningTime(milliseconds)).toBe(text);
  });
});

describe('colours', () => {
  it('stay away from a stream that is no terminal', () => {
    const painted = paintFor(Object.assign(Object.create(process.stdout), { isTTY: false }))('green', 'done');
    expect(stripVTControlCharacters(painted)).toBe('done');
  });
});
