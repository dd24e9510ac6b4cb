import { describe, expect, it } from 'vitest';
import { clipColumns } from '../../language/clip.ts';
import { columnsOf } from '../../language/columns.ts';

describe('columns', () => {
  it.each([
    ['Kaffeemühle', 11],
    ['コーヒー豆', 10],
    ['抹茶（京都）', 12],
    ['緑茶 vs 紅茶', 12],
    ['한국어', 6],
    ['☕️👍', 4],
  ])('of %s are %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  it('are what a full-width text is clipped by', () => {
    expect(clipColumns('コーヒー豆の選び方', 12)).toBe('コーヒー豆…');
    expect(clipColumns('Espresso machines, explained for beginners', 20)).toBe('Espresso machines…');
    expect(clipColumns('緑茶', 4)).toBe('緑茶');
  });
});
