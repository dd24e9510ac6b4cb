import { describe, expect, it } from 'vitest';
import { countWords } from '../../language/count-words.ts';

describe('counting words', () => {
  it.each([
    ['en', '', 0],
    ['en', '  … — !? ', 0],
    ['en', 'Don’t grind 18.5 grams step-by-step.', 7],
    ['de', 'Die größte Kaffeemühle, für 3 Tassen', 6],
    ['fr', 'L’eau est prête aujourd’hui', 4],
    ['ru', 'Кофе — это не чай', 4],
    ['zz', 'two words', 2],
  ])('sees %s: %s', (language, text, words) => {
    expect(countWords(text, language)).toBe(words);
  });

  it('counts Japanese by its dictionary, without particles and one-letter endings', () => {
    expect(countWords('コーヒー豆の選び方を初心者向けに解説します', 'ja')).toBe(7);
  });

  it('finds one Japanese word in about two and a half characters', () => {
    const text =
      '品質は何か月もかけて見えてくるものなので、第一印象だけで決めないことが大切です。準備の小さな違いは、値段の大きな違いよりも結果に響くことがよくあります。';
    const charactersPerWord = [...text].length / countWords(text, 'ja');
    expect(charactersPerWord).toBeGreaterThan(2);
    expect(charactersPerWord).toBeLessThan(3);
  });
});
