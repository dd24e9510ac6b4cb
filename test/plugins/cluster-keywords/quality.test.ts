import { describe, expect, it } from 'vitest';
import { adjustedRandIndex, clusterInBatches, readLabelled, shuffled } from './labelled-set.ts';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

const sets = [
  { name: 'en-garden', language: 'en', worst: 0.85, mean: 0.9 },
  // One order in twenty begins with puppies of every kind, which words alone cannot tell apart.
  { name: 'en-dogs', language: 'en', worst: 0.75, mean: 0.92 },
  { name: 'de-haus', language: 'de', worst: 0.85, mean: 0.95 },
  { name: 'ja-kurashi', language: 'ja', worst: 0.85, mean: 0.95 },
];

/** How well the offline clusters of a shuffled set agree with a person's. */
function agreement(name: string, language: string, seed: number): number {
  const rows = shuffled(readLabelled(name), seed);
  const found = clusterInBatches(
    rows.map(({ phrase }) => phrase),
    language,
  );
  const clusterOf = new Map(
    found.flatMap((cluster, at) => cluster.phrases.map((phrase) => [phrase, `${at}`])),
  );
  return adjustedRandIndex(
    rows.map(({ cluster }) => cluster),
    rows.map(({ phrase }) => clusterOf.get(phrase) ?? ''),
  );
}

describe.each(sets)('offline clusters of $name', ({ name, language, worst, mean }) => {
  const agreements = seeds.map((seed) => agreement(name, language, seed));

  it(`agree with a person's in every order of arrival (adjusted Rand index of ${worst} or more)`, () => {
    expect(agreements.filter((found) => found < worst)).toEqual([]);
  });

  it(`agree with a person's still better on average (${mean} or more)`, () => {
    expect(agreements.reduce((sum, found) => sum + found, 0) / agreements.length).toBeGreaterThanOrEqual(
      mean,
    );
  });
});

describe('the adjusted Rand index', () => {
  it('is 1 for equal groupings, whatever their names, and lower for others', () => {
    expect(adjustedRandIndex(['a', 'a', 'b', 'b'], ['x', 'x', 'y', 'y'])).toBe(1);
    expect(adjustedRandIndex(['a', 'a', 'b', 'b'], ['x', 'y', 'x', 'y'])).toBeCloseTo(-0.5);
    expect(adjustedRandIndex(['a', 'a', 'b', 'b'], ['x', 'x', 'x', 'y'])).toBe(0);
  });
});
