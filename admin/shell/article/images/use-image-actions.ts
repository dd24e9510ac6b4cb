import { useNotify } from 'ra-core';
import { useCallback } from 'react';
import { newKey } from '../../../data/new-key.ts';
import { useWires } from '../../../data/wires.ts';
import { reasonOf } from '../../reason-of.ts';
import type { Article, ArticleImage } from '../article.ts';
import { useArticleChanged } from '../use-article-changed.ts';
import {
  describeImageDocument,
  drawImagesDocument,
  dropImageDocument,
  replaceImageDocument,
} from './data.ts';

/** Key of the stage that makes the pictures. */
const pictureStage = 'generate-images';

export interface ImageActions {
  /** Each resolves to whether it is done; what is in the way is told. */
  describe(image: ArticleImage, alt: string): Promise<boolean>;
  /** Without `isNow`, the next run draws it. */
  replace(image: ArticleImage, fields: { prompt: string; alt: string }, isNow: boolean): Promise<boolean>;
  draw(images: readonly ArticleImage[]): Promise<boolean>;
  drop(image: ArticleImage): Promise<boolean>;
}

/** What a person can do to the pictures of a draft. */
export function useImageActions({ siteId }: Article): ImageActions {
  const { ask } = useWires();
  const notify = useNotify();
  const changed = useArticleChanged();
  const told = useCallback(
    async (work: () => Promise<string | undefined>): Promise<boolean> => {
      try {
        const done = await work();
        if (done) notify(done, { type: 'success' });
        return true;
      } catch (error) {
        notify(reasonOf(error), { type: 'error' });
        return false;
      } finally {
        await changed();
      }
    },
    [notify, changed],
  );
  const draw = async (ids: string[]) => {
    const input = { siteId, stage: pictureStage, ids, idempotencyKey: newKey() };
    await ask(drawImagesDocument, { input });
    return 'galley.article.image.beingDrawn';
  };
  return {
    describe: ({ id }, alt) =>
      told(async () => {
        await ask(describeImageDocument, { input: { id, alt } });
        return 'galley.article.image.described';
      }),
    replace: ({ id }, fields, isNow) =>
      told(async () => {
        await ask(replaceImageDocument, { input: { id, ...fields } });
        if (!isNow) return 'galley.article.image.replaced';
        try {
          return await draw([id]);
        } catch (error) {
          // It is replaced all the same: the next run draws it.
          notify(reasonOf(error), { type: 'warning' });
          return 'galley.article.image.replaced';
        }
      }),
    draw: (images) => told(() => draw(images.map(({ id }) => id))),
    drop: ({ id }) =>
      told(async () => {
        const { dropImages } = await ask(dropImageDocument, { input: { siteId, ids: [id] } });
        const [leftOut] = dropImages.leftOut;
        if (leftOut) throw new Error(leftOut.why);
        return 'galley.article.image.dropped';
      }),
  };
}
