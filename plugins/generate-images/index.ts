import type { ObjectId } from 'mongodb';
import { z } from 'zod';
import { defineStage, type MadeWith, type SaveContext, type StoredPicture } from '#stage';
import { briefSpecimen } from '../../language/specimens.ts';
import { Content, ContentStatus, type ImageCountChange, imagesChanged } from '../../schema/content.ts';
import { Image, ImageKind, ImageStatus, pictureStage } from '../../schema/image.ts';
import type { Site } from '../../schema/site.ts';
import type { PictureBrief } from './picture-brief.ts';
import { pictureCall } from './prompt.ts';
import { rewriteCall } from './rewrite.ts';

const settings = z.object({
  batchSize: z.int().min(1).max(10).default(1).describe('Images per batch'),
  parallel: z.int().min(1).max(8).default(1).describe('Batches in parallel'),
});
type Settings = z.infer<typeof settings>;

/** A stored picture, and what it was painted with. */
type Painted = StoredPicture &
  Pick<Image, 'rewrittenPrompt' | 'rewrittenWith'> & { readonly paintedWith: MadeWith };

/** The picture of each image, by the image's id. */
type Output = ReadonlyMap<string, Painted>;

/** Stage 6: makes the pictures; the one rule then moves a draft to review with its last one. */
export default defineStage<Image, Output, Settings>({
  key: pictureStage,
  title: 'Image Prompts → Images',
  kind: 'ai',
  settings,
  item: Image,
  nouns: { one: 'image', many: 'images' },
  waiting: { status: ImageStatus.Pending },
  label: (image) => image.alt,
  opening: ({ first, total, items }) =>
    items.length === 1
      ? `Image ${first}/${total}: '${items[0]?.alt}'`
      : `Images ${first}–${first + items.length - 1}/${total}`,
  phases: { AI_CALL: 'AI generating the image', PARSE: 'Storing the image', SAVE: 'Saving the image' },

  forecast: (items) => ({
    usage: [{ kind: 'images', count: items, model: 'default' }],
    produces: {},
  }),
  usualMs: 25_000,
  calls: (count, { site }) => [{ kind: 'image', count, prompt: pictureCall.prompt(usualPicture(site)) }],

  async work({ items }, context) {
    const output = new Map<string, Painted>();
    const site = context.site._id.toHexString();
    for (const [nth, { _id, kind, prompt, alt }] of items.entries()) {
      // Of a single image nothing is known between its beginning and its end.
      if (items.length > 1) context.progress(`Generating image '${alt}'`, (nth / items.length) * 100);
      const { rewritten, ...picture } = await context.ai.image(pictureCall, { site, kind, prompt }, nth);
      const paintedWith = context.ai.madeWith(pictureCall, nth);
      const rewrittenPrompt = rewritten?.prompt ?? null;
      const rewrittenWith = rewritten ? context.ai.madeWith(rewriteCall, nth) : null;
      output.set(_id.toHexString(), { ...picture, paintedWith, rewrittenPrompt, rewrittenWith });
    }
    return output;
  },

  async save(output, { items }, context) {
    const generated: [Image, Painted][] = [];
    for (const image of items) {
      const picture = output.get(image._id.toHexString());
      if (picture === undefined) continue;
      await keep(image, picture, context);
      generated.push([image, picture]);
    }
    const contentMovedToReview = await settle(
      generated.map(([image]) => image.content),
      context,
    );
    const urls = generated.map(([, picture]) => `Image generated: ${picture.url}`);
    const [only, ...others] = urls;
    return {
      counters: { imagesProcessed: items.length, imagesGenerated: generated.length, contentMovedToReview },
      usage: generated.map(([, { model }]) => ({ kind: 'images', count: 1, model })),
      ...(only !== undefined && others.length === 0
        ? { message: only, closing: only }
        : { message: `${generated.length} images generated`, notes: urls }),
    };
  },

  async failed(image, context) {
    await change(image.content, { pending: -1, failed: 1 }, context);
  },

  async retried(image, context) {
    await change(image.content, { pending: 1, failed: -1 }, context);
  },
});

/** As an image is by which a picture's cost is reckoned. */
function usualPicture({ _id }: Site): PictureBrief {
  return { site: _id.toHexString(), kind: ImageKind.InArticle, prompt: briefSpecimen.repeat(2) };
}

async function keep(image: Image, picture: Painted, context: SaveContext<Settings>): Promise<void> {
  const { key, fallback, ...shown } = picture;
  const places = { mediaKey: key, fallbackKey: fallback.key, fallbackUrl: fallback.url };
  await context
    .in(Image)
    .updateOne({ _id: image._id }, { $set: { status: ImageStatus.Generated, ...places, ...shown } }, [
      'status',
    ]);
}

/** Tells each content how many of its images are done; returns how many came to review by it. */
async function settle(contents: readonly ObjectId[], context: SaveContext<Settings>): Promise<number> {
  const groups = Map.groupBy(contents, (content) => content.toHexString());
  // In one order everywhere: two batches that share contents then meet at the first, not crosswise.
  const inOrder = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  let moved = 0;
  for (const [, [content, ...others]] of inOrder) {
    if (content && (await change(content, { pending: -1 - others.length }, context))) moved += 1;
  }
  return moved;
}

/**
 * Applies the one rule; true when the content came to review by it. The first update takes drafts alone, so a
 * content that was in review or published before is never counted. A deleted content matches neither.
 */
async function change(
  content: ObjectId,
  by: ImageCountChange,
  context: SaveContext<Settings>,
): Promise<boolean> {
  const contents = context.in(Content);
  const isDraft = { _id: content, status: ContentStatus.Draft };
  const draft = await contents.updateOne(isDraft, imagesChanged(by), ['status']);
  if (draft === null) await contents.updateOne({ _id: content }, imagesChanged(by), ['status']);
  return draft?.status === ContentStatus.Review;
}
