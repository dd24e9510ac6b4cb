import { describe, expect, it } from 'vitest';
import { avoidedFault, says } from '../../language/says.ts';

describe('whether a text says a word', () => {
  it.each([
    ['in another case', 'A CHEAP kettle.', 'cheap', 'en', true],
    ['but for its endings', 'Cheaper kettles.', 'cheap', 'en', false],
    ['not within another', 'Revolutionär gut.', 'Revolution', 'de', false],
    ['beside punctuation and tags', '“cheap”!', 'cheap', 'en', true],
    ['behind a part of another', 'A hotpot pot.', 'pot', 'en', true],
    ['but not in the middle of others', 'Hotpots.', 'pot', 'en', false],
    ['not beside letters of two code units', '𠮷x', 'x', 'en', false],
    ['of several words, however they are spaced', 'a game  changer', 'game changer', 'en', true],
    ['with signs in it', 'in C++ or not', 'C++', 'en', true],
    ['with signs that are not there', 'in C or not', 'C++', 'en', false],
    ['in other letters', 'самый Дешёвый чайник', 'дешевый', 'ru', true],
    ['anywhere, where nothing parts words', '史上最強の炊飯器', '最強', 'ja', true],
    ['in Chinese, too', '史上最便宜的水壶', '便宜', 'zh', true],
    ['of Latin letters not within others, there either', 'Mailchimpでメールを送る', 'AI', 'ja', false],
    ['of Latin letters beside others, there', '最新のAIツール', 'AI', 'ja', true],
    ['of Latin letters not within others, in Korean', 'WordPress 사용법', 'PR', 'ko', false],
    ['in Cantonese, too', '最平嘅水壺', '平', 'yue', true],
    ['that is none', 'any text', ' ', 'en', false],
  ])('%s: %s, %s', (_, text, word, language, expected) => {
    expect(says(text, word, language)).toBe(expected);
  });
});

describe('words that a site avoids', () => {
  const site = { avoidWords: ['cheap', 'ultimate', 'hack'], language: 'en' };

  it('are named, so that the texts can be mended', () => {
    expect(avoidedFault(['The ultimate guide', 'to a cheap kettle'], site)).toBe(
      'The website avoids "cheap", "ultimate"; say it another way.',
    );
  });

  it('are looked for at once, however many there are and however long the text is', () => {
    const avoidWords = Array.from({ length: 5_000 }, (_, index) => `avoid ${index}`);
    const text = `${'ＴＥＥ  '.repeat(400_000)} avoid \n 7.`;
    expect(avoidedFault([text], { avoidWords, language: 'en' })).toContain('"avoid 7"');
  });

  it('are no fault where no text has one, or there are none', () => {
    expect(avoidedFault(['A fair kettle'], site)).toBeUndefined();
    expect(avoidedFault(['A cheap kettle'], { avoidWords: [], language: 'en' })).toBeUndefined();
  });
});
