import { expect, it } from 'vitest';
import stage from '../../../plugins/generate-image-prompts/index.ts';
import { Content, ContentStatus } from '../../../schema/content.ts';
import { Image, ImageKind, ImageStatus } from '../../../schema/image.ts';
import { draft } from '../draft.ts';
import { pluginScene } from '../plugin-scene.ts';

const scene = pluginScene();
const imagesOf = async ({ _id }: Content) =>
  (await scene.all(Image)).filter((image) => image.content.equals(_id));
const current = async ({ _id }: Content) =>
  (await scene.all(Content)).find((content) => content._id.equals(_id));

it('plans a featured image and one for each H2, pending, in the order of the article', async () => {
  const content = await scene.add(Content, draft());
  await scene.save(stage, await scene.work(stage, [content]), [content]);
  const images = await imagesOf(content);
  expect(images.map(({ kind, position, status }) => ({ kind, position, status }))).toEqual([
    { kind: ImageKind.Featured, position: 0, status: ImageStatus.Pending },
    { kind: ImageKind.InArticle, position: 1, status: ImageStatus.Pending },
    { kind: ImageKind.InArticle, position: 2, status: ImageStatus.Pending },
  ]);
  expect(images.every(({ prompt, alt }) => prompt !== '' && alt !== '')).toBe(true);
});

it('counts the images on the draft, which stays a draft and waits for prompts no longer', async () => {
  const content = await scene.add(Content, draft());
  await scene.save(stage, await scene.work(stage, [content]), [content]);
  const after = await current(content);
  expect(after?.images).toEqual({ planned: true, total: 3, pending: 3, failed: 0 });
  expect(after?.status).toBe(ContentStatus.Draft);
});

it('adds to the images that a person gave the draft meanwhile', async () => {
  const content = await scene.add(
    Content,
    draft({ images: { planned: false, total: 1, pending: 0, failed: 1 } }),
  );
  await scene.save(stage, await scene.work(stage, [content]), [content]);
  expect((await current(content))?.images).toEqual({ planned: true, total: 4, pending: 3, failed: 1 });
});

it('says what it did, counts and charges it', async () => {
  const content = await scene.add(Content, draft({ title: 'Grinders' }));
  expect(await scene.save(stage, await scene.work(stage, [content]), [content])).toEqual({
    counters: { contentProcessed: 1, promptsCreated: 3 },
    usage: [{ kind: 'imagePrompts', count: 3 }],
    message: '3 prompts created',
    closing: "Content 'Grinders' complete: 3 prompts created",
  });
});

it('tells how far a batch of several is, and of a single draft nothing that is not known', async () => {
  const drafts = [];
  for (const title of ['One', 'Two', 'Three', 'Four'])
    drafts.push(await scene.add(Content, draft({ title })));
  scene.told.length = 0;
  await scene.work(stage, drafts.slice(0, 1));
  expect(scene.told).toEqual([]);
  await scene.work(stage, drafts);
  expect(scene.told).toEqual([
    ["Planning images of 'One'", 0],
    ["Planning images of 'Two'", 25],
    ["Planning images of 'Three'", 50],
    ["Planning images of 'Four'", 75],
  ]);
});

it('notes each draft of a larger batch', async () => {
  const [one, two] = [
    await scene.add(Content, draft({ title: 'One' })),
    await scene.add(Content, draft({ title: 'Two' })),
  ];
  const summary = await scene.save(stage, await scene.work(stage, [one, two]), [one, two]);
  expect(summary.message).toBe('6 prompts created');
  expect(summary.closing).toBeUndefined();
  expect(summary.notes).toEqual([
    "Content 'One' complete: 3 prompts created",
    "Content 'Two' complete: 3 prompts created",
  ]);
});

it('saves nothing for a draft that left the batch during its work', async () => {
  const [stays, leaves] = [await scene.add(Content, draft()), await scene.add(Content, draft())];
  const output = await scene.work(stage, [stays, leaves]);
  const summary = await scene.save(stage, output, [stays]);
  expect(summary.counters).toEqual({ contentProcessed: 1, promptsCreated: 3 });
  expect(await imagesOf(leaves)).toEqual([]);
});

it('makes no more images than the setting allows, the featured one included', async () => {
  const html = Array.from({ length: 8 }, (_, at) => `<h2>Part ${at + 1}</h2><p>Text</p>`).join('');
  const content = await scene.add(Content, draft({ html }));
  await scene.save(stage, await scene.work(stage, [content], { imagesPerArticle: 5 }), [content]);
  expect((await imagesOf(content)).map((image) => image.position)).toEqual([0, 1, 3, 5, 7]);
});

it('plans the featured image alone for an article without H2s', async () => {
  const content = await scene.add(Content, draft({ html: '<p>Short.</p>' }));
  await scene.save(stage, await scene.work(stage, [content]), [content]);
  expect((await imagesOf(content)).map((image) => image.kind)).toEqual([ImageKind.Featured]);
});

it.each([
  [4, 4, { usage: [{ kind: 'imagePrompts', count: 224 }], produces: { images: 224 } }],
  [2, 4, { usage: [{ kind: 'imagePrompts', count: 112 }], produces: { images: 112 } }],
  [4, 3.5, { usage: [{ kind: 'imagePrompts', count: 196 }], produces: { images: 196 } }],
  [10, 3.5, { usage: [{ kind: 'imagePrompts', count: 560 }], produces: { images: 560 } }],
])(
  'forecasts 56 drafts at a setting of %i where articles have %d images',
  (imagesPerArticle, usual, forecast) => {
    const rates = {
      keywordsPerCluster: 6,
      ideasPerCluster: 7,
      wordsPerArticle: 2500,
      imagesPerArticle: usual,
    };
    expect(stage.forecast(56, { batchSize: 1, parallel: 1, imagesPerArticle }, rates)).toEqual(forecast);
  },
);
