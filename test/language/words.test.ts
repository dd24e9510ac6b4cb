import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordFinder } from '../../language/words.ts';

const languages = ['en', 'de', 'fi', 'fr', 'ja', 'ru', 'sv', 'th', 'und'];

/** Unicode's own rules. */
function segmented(text: string, language: string): string[] {
  const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)];
  return segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

describe('the words of a text', () => {
  const part = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...'abzAZ019 ') },
    { weight: 2, arbitrary: fc.constantFrom(...' \t\n.,:;!?()"/&+|-') },
    { weight: 1, arbitrary: fc.constantFrom(...`'_’“…·@#%$*=<>~^äß–—かカ漢ไทย\u0301\u200D\r`) },
  );
  const texts = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));

  it.each(languages)('are those of Unicode’s rules, however plain it is (%s)', (language) => {
    const words = wordFinder(language);
    const isSame = (text: string) => expect(words(text)).toEqual(segmented(text, language));
    fc.assert(
      fc.property(texts, (text) => void isSame(text)),
      { numRuns: 2_000 },
    );
  });

  it('are whole numbers and abbreviations, too', () => {
    expect(wordFinder('en')('In 1,000 cups, e.g. for 3.5 hours: that’s it.')).toEqual(
      segmented('In 1,000 cups, e.g. for 3.5 hours: that’s it.', 'en'),
    );
  });
});
