import { describe, expect, it } from 'vitest';
import { clip } from '../../language/clip.ts';

describe('clipping', () => {
  it('leaves alone what fits', () => {
    expect(clip('  Short   title ', 60)).toBe('Short title');
  });

  it('cuts behind a word and says so', () => {
    expect(clip('Espresso machines, explained for beginners', 20)).toBe('Espresso machines…');
  });

  it('cuts a text without spaces behind a character, and never through one', () => {
    expect(clip('コーヒー豆の選び方', 6)).toBe('コーヒー豆…');
    expect(clip('☕️👩‍🍳👩‍🍳👩‍🍳👩‍🍳', 10)).toBe('☕️👩‍🍳…');
  });

  it('is never longer than its limit', () => {
    for (const text of ['word '.repeat(50), '長い文'.repeat(50), 'x'.repeat(99)])
      expect(clip(text, 60).length).toBeLessThanOrEqual(60);
  });
});
