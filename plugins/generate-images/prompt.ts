import type { ImageCall, ImagePrompt } from '#stage';
import { ImageKind } from '../../schema/image.ts';
import { paintSample } from './offline.ts';
import { type PictureBrief, pictureSizes } from './picture-brief.ts';
import { rewriteCall } from './rewrite.ts';

/** One picture from one prompt. */
export const pictureCall: ImageCall<PictureBrief> = {
  purpose: 'picture',
  promptVersion: '2',
  prompt: picturePrompt,
  offline: paintSample,
  rewrite: rewriteCall,
};

function picturePrompt({ kind, prompt }: PictureBrief): ImagePrompt {
  const frame =
    kind === ImageKind.Featured
      ? 'Wide 16:9 composition that reads well small, its subject whole and off the edges, calm space around it.'
      : 'A 4:3 composition with one clear subject.';
  return {
    text: [
      prompt,
      frame,
      'Natural proportions and materials. No text, letters, numbers, logos, watermarks, frames or collage.',
    ].join('\n'),
    ...pictureSizes[kind],
  };
}
