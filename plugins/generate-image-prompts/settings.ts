import { z } from 'zod';
import type { Rates } from '#stage';

const defaultImages = 4;

export const settings = z.object({
  batchSize: z.int().min(1).max(5).default(1).describe('Drafts per batch'),
  parallel: z.int().min(1).max(4).default(1).describe('Batches in parallel'),
  imagesPerArticle: z
    .int()
    .min(1)
    .max(10)
    .default(defaultImages)
    .describe('Images per article, including the featured one'),
});
export type Settings = z.infer<typeof settings>;

/** Images to reckon with: the site's experience, unless the setting was changed, which then speaks for itself. */
export function imagesOfArticle(
  { imagesPerArticle }: Pick<Settings, 'imagesPerArticle'>,
  rates: Pick<Rates, 'imagesPerArticle'>,
): number {
  return imagesPerArticle === defaultImages ? rates.imagesPerArticle : imagesPerArticle;
}
