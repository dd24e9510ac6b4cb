import { ImageKind } from '../../schema/image.ts';

/** What one picture is made from. */
export interface PictureBrief {
  /** The site's id: its offline pictures share a palette. */
  readonly site: string;
  readonly kind: ImageKind;
  /** The image's prompt, by stage 5 or by hand. */
  readonly prompt: string;
}

/** Pixels of each kind of picture: 16:9 at the head and in link previews, 4:3 in the article. */
export const pictureSizes: Readonly<Record<ImageKind, { width: number; height: number }>> = {
  [ImageKind.Featured]: { width: 1200, height: 675 },
  [ImageKind.InArticle]: { width: 1024, height: 768 },
};
