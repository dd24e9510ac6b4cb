import { describe, expect, it } from 'vitest';
import { clusterTerms, maxClusterTerms } from '../../language/topic-terms.ts';

describe("a cluster's terms", () => {
  it('are those of its name and its keywords, each once, without words of intent', () => {
    expect(clusterTerms('Moka Pots', ['best moka pot', 'moka pot sizes'], 'en')).toEqual([
      'moka',
      'pot',
      'size',
    ]);
  });

  it('are capped, those of its name and oldest keywords first', () => {
    const phrases = Array.from({ length: 500 }, (_, index) => `grinder${index}`);
    const terms = clusterTerms('Coffee', phrases, 'en');
    expect(terms).toHaveLength(maxClusterTerms);
    expect(terms.slice(0, 2)).toEqual(['coffe', 'grinder0']);
  });
});
