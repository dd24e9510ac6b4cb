import { describe, expect, it } from 'vitest';
import { languageName, nameOfLanguage } from '../../language/language-name.ts';

describe('the name of a language', () => {
  it('is English, with its tag, and the tag alone where it is not one', () => {
    expect(languageName('de')).toBe('German (de)');
    expect(languageName('pt-BR')).toBe('Brazilian Portuguese (pt-BR)');
    expect(languageName('not a tag')).toBe('not a tag');
    expect(languageName('klingon')).toBe('klingon');
  });

  it.each(['klingon', 'xx', 'und', '', 'not a tag'])('is not known of %j', (tag) => {
    expect(nameOfLanguage(tag)).toBeUndefined();
  });
});
