import { describe, expect, it } from 'vitest';
import { seeded } from '../../language/seeded.ts';

describe('seeded choices', () => {
  it('are the same for the same seed and differ between seeds', () => {
    const letters = [...'abcdefghij'];
    expect(seeded('a').shuffle(letters)).toEqual(seeded('a').shuffle(letters));
    expect(seeded('a').shuffle(letters)).not.toEqual(seeded('b').shuffle(letters));
    expect(seeded('a').shuffle(letters).toSorted()).toEqual(letters);
  });

  it('reach every value', () => {
    const picks = Array.from({ length: 200 }, (_, number) => seeded(`seed ${number}`).pick(['a', 'b', 'c']));
    expect(new Set(picks)).toEqual(new Set(['a', 'b', 'c']));
  });
});
