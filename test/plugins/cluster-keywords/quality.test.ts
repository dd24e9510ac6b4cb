import { describe, expect, it } from 'vitest';
import { adjustedRandIndex, clusterInBatches, readLabelled, shuffled } from './labelled-set.ts';

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

const worst = 0.85;

const sets = [
  { name: 'en-garden', language: 'en', mean: 0.92 },
  { name: 'en-dogs', language: 'en', mean: 0.95 },
  // Labelled after the clustering was done, and never used to better it.
  { name: 'en-office', language: 'en', mean: 0.92 },
  { name: 'de-haus', language: 'de', mean: 0.98 },
  { name: 'ja-kurashi', language: 'ja', mean: 0.98 },
];

/** A site of more keywords than a batch reads ahead. */
const large = ['en-garden', 'en-dogs', 'en-office'];

/** How well the offline clusters of a shuffled set agree with a person's. */
function agreement(names: readonly string[], language: string, seed: number): number {
  const rows = shuffled(names.flatMap(readLabelled), seed);
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

describe.each(sets)('offline clusters of $name', ({ name, language, mean }) => {
  const agreements = seeds.map((seed) => agreement([name], language, seed));

  it(`agree with a person's in every order of arrival (adjusted Rand index of ${worst} or more)`, () => {
    expect(agreements.filter((found) => found < worst)).toEqual([]);
  });

  it(`agree with a person's still better on average (${mean} or more)`, () => {
    expect(agreements.reduce((sum, found) => sum + found, 0) / agreements.length).toBeGreaterThanOrEqual(
      mean,
    );
  });
});

describe('offline clusters of a site with many topics', () => {
  it(`agree with a person's as well (${worst} or more)`, () => {
    const agreements = seeds.slice(0, 10).map((seed) => agreement(large, 'en', seed));
    expect(agreements.filter((found) => found < worst)).toEqual([]);
  });
});

describe('the adjusted Rand index', () => {
  it('is 1 for equal groupings, whatever their names, and lower for others', () => {
    expect(adjustedRandIndex(['a', 'a', 'b', 'b'], ['x', 'x', 'y', 'y'])).toBe(1);
    expect(adjustedRandIndex(['a', 'a', 'b', 'b'], ['x', 'y', 'x', 'y'])).toBeCloseTo(-0.5);
    expect(adjustedRandIndex(['a', 'a', 'b', 'b'], ['x', 'x', 'x', 'y'])).toBe(0);
  });
});
