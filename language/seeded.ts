/** Choices that look free and are always the same for the same seed. */
export interface Choices {
  /** One of a list. Throws RangeError on an empty one. */
  pick<T>(list: readonly T[]): T;
  /** The list in another order. */
  shuffle<T>(list: readonly T[]): T[];
}

/** Choices seeded by a text: FNV-1a for the seed, mulberry32 for the sequence. */
export function seeded(text: string): Choices {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193) >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return {
    pick(list) {
      const chosen = list.at(below(list.length));
      if (chosen === undefined) throw new RangeError('pick: the list is empty');
      return chosen;
    },
    shuffle(list) {
      return list
        .map((value) => ({ value, rank: below(2 ** 32) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ value }) => value);
    },
  };
}
