import { describe, expect, it } from 'vitest';
import { foreignSampleNotice, sampleLanguageOf } from '../../language/sample-language.ts';

describe('the language of sample texts', () => {
  it.each([
    ['de-CH', 'de'],
    ['ja', 'ja'],
    ['ar', 'en'],
    ['zh-Hans', 'en'],
    ['no language', 'en'],
  ])('of a site in %s is %s', (language, sample) => {
    expect(sampleLanguageOf(language)).toBe(sample);
  });

  it('is told where it is not the site’s own', () => {
    expect(foreignSampleNotice('ar')).toBe('Sample text is in English: there is none in Arabic.');
    expect(foreignSampleNotice('pt-BR')).toBe(
      'Sample text is in English: there is none in Brazilian Portuguese.',
    );
    expect(foreignSampleNotice('xx')).toBe('Sample text is in English: there is none in the language "xx".');
    for (const own of ['en', 'en-GB', 'ru']) expect(foreignSampleNotice(own)).toBeNull();
  });
});
