import { describe, expect, it } from 'vitest';
import { clipColumns } from '../../language/clip.ts';
import { charactersIn, columnsOf } from '../../language/columns.ts';

describe('columns', () => {
  it.each([
    ['Kaffeemühle', 11],
    ['コーヒー豆', 10],
    ['抹茶（京都）', 12],
    ['緑茶 vs 紅茶', 12],
    ['한국어', 6],
    ['हिन्दी', 5],
    ['e\u0301te\u0301', 3],
    ['☕️👍', 3],
  ])('of %s are %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  it.each([
    ['en', 60],
    ['ru', 60],
    ['ja', 30],
    ['zh-Hans', 30],
    ['ko', 30],
  ])('are in %s, if they are sixty, %i characters', (language, characters) => {
    expect(charactersIn(60, language)).toBe(characters);
  });

  it('are what a full-width text is clipped by', () => {
    expect(clipColumns('コーヒー豆の選び方', 12)).toBe('コーヒー豆…');
    expect(clipColumns('Espresso machines, explained for beginners', 20)).toBe('Espresso machines…');
    expect(clipColumns('緑茶', 4)).toBe('緑茶');
  });
});
