import type { PriceTable, Usage } from '../../schema/prices.ts';
import { errors } from '../errors.ts';

/** The only price table, in milli-credits. Runs carry a copy, so a change touches none that has started. */
export const prices: PriceTable = {
  fiveKeywords: 1_000,
  cluster: 2_000,
  fiveHundredWords: 1_000,
  imagePrompt: 500,
  image: { default: 2_000, 'galley-painter': 2_000 },
};

/**
 * Milli-credits for a batch's usage, a whole number. Throws UNKNOWN_MODEL where the table has no price for an image
 * model, and INVALID_USAGE where a stage tells of what cannot be priced, such as half a cluster: no balance is ever
 * changed by that.
 */
export function priceOf(usage: readonly Usage[], table: PriceTable): number {
  return usage.reduce((sum, part) => {
    const price = priceOfPart(part, table);
    if (!(Number.isSafeInteger(price) && price >= 0))
      throw errors.invalidUsage({ part: JSON.stringify(part) });
    return sum + price;
  }, 0);
}

/** Milli-credits for some of the keywords of a batch: their share of it, as if it had no begun five. */
export function keywordsShare(count: number, table: PriceTable): number {
  return Math.round((count * table.fiveKeywords) / 5);
}

function priceOfPart(usage: Usage, table: PriceTable): number {
  switch (usage.kind) {
    case 'keywords':
      return Math.ceil(usage.count / 5) * table.fiveKeywords;
    case 'clusters':
      return usage.count * table.cluster;
    case 'words':
      // A batch of which no article came.
      if (usage.count === 0) return 0;
      return usage.articles * Math.ceil(usage.count / usage.articles / 500) * table.fiveHundredWords;
    case 'imagePrompts':
      return usage.count * table.imagePrompt;
    case 'images': {
      const price = table.image[usage.model] ?? table.image.default;
      if (price === undefined) throw errors.unknownModel({ model: usage.model });
      return usage.count * price;
    }
  }
}
