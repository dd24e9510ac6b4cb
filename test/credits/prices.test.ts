import { describe, expect, it } from 'vitest';
import type { Usage } from '../../schema/prices.ts';
import { withReserve } from '../../server/credits/ledger.ts';
import { priceOf, prices } from '../../server/credits/prices.ts';

const words = (count: number, articles = 1): Usage => ({ kind: 'words', count, articles });

describe('the price table', () => {
  it.each<[string, Usage, number]>([
    ['no keywords', { kind: 'keywords', count: 0 }, 0],
    ['1 keyword', { kind: 'keywords', count: 1 }, 1],
    ['5 keywords', { kind: 'keywords', count: 5 }, 1],
    ['6 keywords', { kind: 'keywords', count: 6 }, 2],
    ['20 keywords', { kind: 'keywords', count: 20 }, 4],
    ['1 cluster', { kind: 'clusters', count: 1 }, 2],
    ['8 clusters', { kind: 'clusters', count: 8 }, 16],
    ['an article of 1 word', words(1), 1],
    ['an article of 500 words', words(500), 1],
    ['an article of 501 words', words(501), 2],
    ['an article of 2,500 words', words(2_500), 5],
    ['56 articles of 2,500 words', words(56 * 2_500, 56), 280],
    ['3 articles of 501 words', words(3 * 501, 3), 6],
    ['1 image prompt', { kind: 'imagePrompts', count: 1 }, 0.5],
    ['224 image prompts', { kind: 'imagePrompts', count: 224 }, 112],
    ['1 image of the offline painter', { kind: 'images', count: 1, model: 'galley-painter' }, 2],
    ['224 images of a model that is not listed', { kind: 'images', count: 224, model: 'brand-new' }, 448],
  ])('asks for %s', (_, usage, credits) => {
    expect(priceOf([usage], prices)).toBe(credits * 1_000);
  });

  it('rounds each part by itself, as batches and articles are charged', () => {
    const threes: Usage[] = Array.from({ length: 4 }, () => ({ kind: 'keywords', count: 3 }));
    expect(priceOf(threes, prices)).toBe(4_000);
    expect(priceOf([words(501), words(499), words(1)], prices)).toBe(4_000);
  });

  it('asks nothing for nothing, such as queueing ideas', () => {
    expect(priceOf([], prices)).toBe(0);
  });

  it.each<[string, Usage]>([
    ['less than nothing', { kind: 'clusters', count: -50 }],
    ['less than nothing, beside something', { kind: 'keywords', count: -5 }],
    ['part of one', { kind: 'clusters', count: 1 / 3 }],
    ['words in no article', words(500, 0)],
    ['no number', { kind: 'imagePrompts', count: Number.NaN }],
    ['more than can be reckoned with', { kind: 'clusters', count: Number.MAX_SAFE_INTEGER }],
    ['what it has no price for', { kind: 'poems', count: 1 } as unknown as Usage],
  ])('has no price for %s', (_, usage) => {
    expect(() => priceOf([{ kind: 'clusters', count: 90 }, usage], prices)).toThrow(
      expect.objectContaining({ code: 'INVALID_USAGE' }),
    );
  });

  it('asks nothing for a batch of which no article came', () => {
    expect(priceOf([words(0, 0)], prices)).toBe(0);
  });

  it('asks for an image by its model, from 1 to 4 credits', () => {
    const table = { ...prices, image: { plain: 1_000, fine: 4_000 } };
    const image = (model: string): Usage => ({ kind: 'images', count: 3, model });
    expect(priceOf([image('plain')], table)).toBe(3_000);
    expect(priceOf([image('fine')], table)).toBe(12_000);
    expect(() => priceOf([image('unheard-of')], table)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_MODEL', details: { model: 'unheard-of' } }),
    );
    for (const price of Object.values(prices.image)) {
      expect(price).toBeGreaterThanOrEqual(1_000);
      expect(price).toBeLessThanOrEqual(4_000);
    }
  });
});

describe('the reserve', () => {
  it.each([
    [0, 0],
    [866_000, 1_039_200],
    [1_839_000, 2_206_800],
    [1, 2],
    [5, 6],
    [500, 600],
    [333, 400],
  ])('of an estimate of %i milli-credits makes %i, rounded up to whole ones', (estimate, hold) => {
    expect(withReserve(estimate)).toBe(hold);
  });
});
