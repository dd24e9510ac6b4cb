import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import type { StoredPicture } from '#stage';
import stage from '../../../plugins/generate-images/index.ts';
import { pictureCall } from '../../../plugins/generate-images/prompt.ts';
import { Content, ContentStatus } from '../../../schema/content.ts';
import { Image, ImageKind, ImageStatus } from '../../../schema/image.ts';
import { draft } from '../draft.ts';
import { pluginScene } from '../plugin-scene.ts';

const scene = pluginScene();

/** A draft with this many pending images, and the images. */
async function illustrated(pending: number, changes: Partial<Content> = {}): Promise<[Content, Image[]]> {
  const images = { planned: true, total: pending, pending, failed: 0 };
  const content = await scene.add(Content, draft({ images, ...changes }));
  const made: Image[] = [];
  for (let position = 0; position < pending; position += 1) made.push(await addImage(content._id, position));
  return [content, made];
}

function addImage(content: ObjectId, position: number): Promise<Image> {
  const kind = position === 0 ? ImageKind.Featured : ImageKind.InArticle;
  return scene.add(Image, {
    content,
    kind,
    position,
    prompt: `A cup, view ${position}`,
    alt: `Cup ${position}`,
  });
}

/** A stored picture for each image, as `work` returns them. */
function pictures(images: readonly Image[], model = 'offline'): Map<string, StoredPicture> {
  const size = { width: 1200, height: 675, mediaType: 'image/webp' };
  return new Map(
    images.map(({ _id }, nth) => [
      _id.toHexString(),
      {
        key: `k${nth}`,
        url: `/media/k${nth}.webp`,
        fallback: { key: `f${nth}`, url: `/media/k${nth}.jpg` },
        model,
        ...size,
      },
    ]),
  );
}

const saved = (images: readonly Image[]) => scene.save(stage, pictures(images), images);
const current = async ({ _id }: Content) =>
  (await scene.all(Content)).find((content) => content._id.equals(_id));

describe('making pictures', () => {
  it('paints the featured image at 1200 × 675 and others at 1024 × 768', async () => {
    const [, images] = await illustrated(2);
    await scene.save(stage, await scene.work(stage, images), images);
    const after = (await scene.all(Image)).filter((image) => images.some(({ _id }) => _id.equals(image._id)));
    expect(after.map(({ status, width, height }) => ({ status, width, height }))).toEqual([
      { status: ImageStatus.Generated, width: 1200, height: 675 },
      { status: ImageStatus.Generated, width: 1024, height: 768 },
    ]);
  });

  it('tells how far a batch of several is, and of a single image nothing that is not known', async () => {
    const [, images] = await illustrated(2);
    scene.told.length = 0;
    await scene.work(stage, images.slice(0, 1));
    expect(scene.told).toEqual([]);
    await scene.work(stage, images);
    expect(scene.told).toEqual([
      ["Generating image 'Cup 0'", 0],
      ["Generating image 'Cup 1'", 50],
    ]);
  });

  it('keeps where the picture is, what it is and which model made it', async () => {
    const [, images] = await illustrated(1);
    await saved(images);
    expect((await scene.all(Image)).find((image) => image._id.equals(images[0]?._id))).toMatchObject({
      url: '/media/k0.webp',
      fallbackUrl: '/media/k0.jpg',
      mediaKey: 'k0',
      fallbackKey: 'f0',
      mediaType: 'image/webp',
      model: 'offline',
    });
  });

  it('says what it did, counts and charges it', async () => {
    const [, images] = await illustrated(1);
    expect(await saved(images)).toEqual({
      counters: { imagesProcessed: 1, imagesGenerated: 1, contentMovedToReview: 1 },
      usage: [{ kind: 'images', count: 1, model: 'offline' }],
      message: 'Image generated: /media/k0.webp',
      closing: 'Image generated: /media/k0.webp',
    });
  });

  it('charges each picture of a batch by the model that made it', async () => {
    const [, images] = await illustrated(3);
    const output = new Map([...pictures(images.slice(0, 1), 'old'), ...pictures(images.slice(1), 'new')]);
    const summary = await scene.save(stage, output, images);
    expect(summary.message).toBe('3 images generated');
    expect(summary.usage).toEqual([
      { kind: 'images', count: 1, model: 'old' },
      { kind: 'images', count: 1, model: 'new' },
      { kind: 'images', count: 1, model: 'new' },
    ]);
  });
});

describe('a draft', () => {
  it('stays a draft until its last image, and comes to review with it', async () => {
    const [content, [first, ...others]] = await illustrated(3);
    expect((await saved(first ? [first] : [])).counters.contentMovedToReview).toBe(0);
    expect((await current(content))?.status).toBe(ContentStatus.Draft);
    expect((await saved(others)).counters.contentMovedToReview).toBe(1);
    expect(await current(content)).toMatchObject({
      status: ContentStatus.Review,
      images: { planned: true, total: 3, pending: 0, failed: 0 },
    });
  });

  it('is counted once when its last images are in one batch with those of another', async () => {
    const [[, one], [, other]] = [await illustrated(2), await illustrated(3)];
    const batch = [...one, ...other.slice(0, 2)];
    expect((await saved(batch)).counters.contentMovedToReview).toBe(1);
  });

  it('comes to review when its last two images are saved at the same moment', async () => {
    const [content, [one, other]] = await illustrated(2);
    const summaries = await Promise.all([one, other].map((image) => saved(image ? [image] : [])));
    expect(summaries.map(({ counters }) => counters.contentMovedToReview ?? 0).sort()).toEqual([0, 1]);
    expect((await current(content))?.status).toBe(ContentStatus.Review);
  });

  it.each([ContentStatus.Review, ContentStatus.Published])(
    'that was in %s before gets its image and is not counted',
    async (status) => {
      const [content, images] = await illustrated(1, { status });
      expect((await saved(images)).counters.contentMovedToReview).toBe(0);
      expect(await current(content)).toMatchObject({ status, images: { pending: 0 } });
    },
  );

  it('that was deleted meanwhile breaks nothing', async () => {
    const orphan = await addImage(new ObjectId(), 0);
    expect((await saved([orphan])).counters).toEqual({
      imagesProcessed: 1,
      imagesGenerated: 1,
      contentMovedToReview: 0,
    });
  });

  it('is held back by a failed image, and comes to review when that is retried and done', async () => {
    const [content, [good, bad]] = await illustrated(2);
    if (!good || !bad) throw new Error('The draft has two images.');
    await scene.inTransaction(async (context) => stage.failed?.(bad, context));
    await saved([good]);
    expect(await current(content)).toMatchObject({
      status: ContentStatus.Draft,
      images: { pending: 0, failed: 1 },
    });
    await scene.inTransaction(async (context) => stage.retried?.(bad, context));
    expect((await saved([bad])).counters.contentMovedToReview).toBe(1);
    expect(await current(content)).toMatchObject({
      status: ContentStatus.Review,
      images: { pending: 0, failed: 0 },
    });
  });
});

it('forecasts one image a prompt by the default model, and nothing for later stages', () => {
  const rates = { keywordsPerCluster: 6, ideasPerCluster: 7, wordsPerArticle: 2500, imagesPerArticle: 4 };
  expect(stage.forecast(224, { batchSize: 1, parallel: 1 }, rates)).toEqual({
    usage: [{ kind: 'images', count: 224, model: 'default' }],
    produces: {},
  });
});

it('asks for the picture with its prompt, its size and no text in it', () => {
  const { text, ...size } = pictureCall.prompt({
    site: 's',
    kind: ImageKind.Featured,
    prompt: 'A steel kettle',
  });
  expect(size).toEqual({ width: 1200, height: 675 });
  expect(text).toMatch(/^A steel kettle\n/);
  expect(text).toContain('No text');
});
