import type { Picture } from '#stage';
import { paint } from './painter/paint.ts';
import { type PictureBrief, pictureSizes } from './picture-brief.ts';

/** The offline answer: a painting of a motif drawn from the prompt, in the palette of the site. */
export function paintSample({ site, kind, prompt }: PictureBrief): Promise<Picture> {
  return paint({ site, prompt, ...pictureSizes[kind] });
}
