import type { Article, ArticleImage } from '../article.ts';

/** True while a run is to make it. */
export function isWaiting({ status, failure }: Pick<ArticleImage, 'status' | 'failure'>): boolean {
  return status === 'PENDING' && !failure;
}

interface Pictured {
  readonly images: readonly Pick<ArticleImage, 'status' | 'failure'>[];
  readonly imageCounts: Pick<Article['imageCounts'], 'pending'>;
}

/**
 * True while more is to come of a draft's pictures. A draft is read before they are: the last one may be there, and the
 * draft not yet know of it.
 */
export function awaitsPictures({ images, imageCounts }: Pictured): boolean {
  return images.some(isWaiting) || imageCounts.pending > 0;
}
