/** Repeatable chance: numbers from 0 (included) to 1 (excluded), the same sequence for the same seed. */
export type Dice = () => number;

/** Dice seeded by a text: FNV-1a over its UTF-16 code units, then the mulberry32 sequence. */
export function diceOf(seed: string): Dice {
  let state = 0x811c9dc5;
  for (let at = 0; at < seed.length; at += 1) {
    state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function between(dice: Dice, low: number, high: number): number {
  return low + dice() * (high - low);
}

/** A whole number from `low` to `high`, both included. */
export function whole(dice: Dice, low: number, high: number): number {
  return Math.floor(between(dice, low, high + 1));
}

export function pick<Choice>(dice: Dice, choices: readonly [Choice, ...Choice[]]): Choice {
  return choices[Math.floor(dice() * choices.length)] ?? choices[0];
}

export function chance(dice: Dice, probability: number): boolean {
  return dice() < probability;
}
