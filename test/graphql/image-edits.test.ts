import type { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Image, ImageStatus, pictureStage } from '../../schema/image.ts';
import { Role } from '../../schema/user.ts';
import { openTestApi } from '../support/api.ts';
import { makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';

const app = await openTestApi();
const { database } = app.engine;
const contentNow = (_id: ObjectId) => database.of(Content).findOne({ _id });
const shown = 'image { id prompt alt status url content { status } }';
const updateImage = `mutation ($input: UpdateImageInput!) { updateImage(input: $input) { ${shown} } }`;
const replaceImage = `mutation ($input: ReplaceImageInput!) { replaceImage(input: $input) { ${shown} } }`;
const updateImages = `mutation ($input: UpdateImagesInput!) {
  updateImages(input: $input) { changed leftOutCount leftOut { id reason } }
}`;
const dropImages = `mutation ($input: DropImagesInput!) {
  dropImages(input: $input) { changed leftOutCount leftOut { id reason } }
}`;
const failure = (run: ObjectId) => ({
  stage: pictureStage,
  code: 'AI_REFUSED',
  message: 'No.',
  at: new Date(),
  run,
});

async function scene() {
  const site = await makeSite(database);
  const ask = app.as(await app.person(site.account, Role.Editor));
  return { site, ask, ...pipelineOf(database, site) };
}

describe('replacing an image', () => {
  it('lets the next run make it, and its draft wait for that outside of review', async () => {
    const { ask, reviewable } = await scene();
    const { content, pictures } = await reviewable({}, 2);
    const input = { id: pictures[1]?._id, prompt: 'A red cup' };
    const { data } = await ask(replaceImage, { input });
    expect(data.replaceImage.image).toMatchObject({
      prompt: 'A red cup',
      alt: pictures[1]?.alt,
      status: 'PENDING',
      url: null,
      content: { status: 'DRAFT' },
    });
    expect((await contentNow(content._id))?.images).toEqual({
      planned: true,
      total: 2,
      pending: 1,
      failed: 0,
    });
  });

  it('that failed counts it as pending again, and one that is pending as it was', async () => {
    const { ask, reviewable, image, site } = await scene();
    const images = { planned: true, total: 2, pending: 1, failed: 1 };
    const { content } = await reviewable({ status: ContentStatus.Draft, images });
    const failed = await image({ content: content._id, failure: failure(site._id) });
    const pending = await image({ content: content._id, position: 1 });
    for (const { _id } of [failed, pending]) await ask(replaceImage, { input: { id: _id } });
    expect((await contentNow(content._id))?.images).toMatchObject({ total: 2, pending: 2, failed: 0 });
    expect((await database.of(Image).findOne({ _id: failed._id }))?.failure).toBeNull();
  });

  it('is refused where its draft is published, and to other accounts', async () => {
    const { ask, reviewable } = await scene();
    const { pictures } = await reviewable({ status: ContentStatus.Published }, 1);
    const input = { id: pictures[0]?._id, prompt: 'No' };
    expect((await ask(replaceImage, { input })).errors?.[0]).toMatchObject({
      message: expect.stringContaining(`The image "${pictures[0]?.alt}" was left as it is`),
      extensions: { code: 'EDIT_REFUSED' },
    });
    const foreign = await (await scene()).ask(replaceImage, { input });
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await database.of(Image).countDocuments({ status: ImageStatus.Generated, ...input })).toBe(0);
  });
});

describe('keeping images out of runs', () => {
  it('is done to many at once, by ids or a filter, and leaves those of published drafts as they are', async () => {
    const { site, ask, reviewable, image } = await scene();
    const { content } = await reviewable({ status: ContentStatus.Draft });
    const { pictures } = await reviewable({ status: ContentStatus.Published }, 1);
    const waiting = [await image({ content: content._id }), await image({ content: content._id })];
    const change = (more: object) => ask(updateImages, { input: { siteId: site._id, ...more } });
    const { data } = await change({ filter: {}, disabled: true });
    expect(data.updateImages).toEqual({
      changed: 2,
      leftOutCount: 1,
      leftOut: [{ id: pictures[0]?._id.toHexString(), reason: 'MOVED_ON' }],
    });
    const disabled = () => database.of(Image).countDocuments({ site: site._id, disabled: true });
    expect(await disabled()).toBe(2);
    const again = await change({ ids: [waiting[0]?._id], disabled: true });
    expect(again.data.updateImages.leftOut).toMatchObject([{ reason: 'UNCHANGED' }]);
    await change({ filter: { disabled: true }, disabled: false });
    expect(await disabled()).toBe(0);
  });
});

describe('dropping images', () => {
  it('brings a draft that waited for nothing else to review', async () => {
    const { site, ask, reviewable, image } = await scene();
    const images = { planned: true, total: 3, pending: 1, failed: 1 };
    const { content } = await reviewable({ status: ContentStatus.Draft, images });
    await image({ content: content._id, status: ImageStatus.Generated });
    const failed = await image({ content: content._id, position: 1, failure: failure(site._id) });
    const pending = await image({ content: content._id, position: 2 });
    const ids = [failed._id, pending._id];
    const { data } = await ask(dropImages, { input: { siteId: site._id, ids } });
    expect(data.dropImages.changed).toBe(2);
    expect(await contentNow(content._id)).toMatchObject({
      status: ContentStatus.Review,
      images: { total: 1, pending: 0, failed: 0 },
    });
  });

  it('mends a draft that was sent back for them: the rule decides about it again', async () => {
    const { site, ask, reviewable } = await scene();
    const { content, pictures } = await reviewable({}, 2);
    const sendBack = `mutation ($input: SendBackContentInput!) { sendBackContent(input: $input) { changed } }`;
    await ask(sendBack, { input: { ids: [content._id], reason: 'The second picture is a tea pot' } });
    expect((await contentNow(content._id))?.status).toBe(ContentStatus.Draft);
    await ask(dropImages, { input: { siteId: site._id, ids: [pictures[1]?._id] } });
    expect(await contentNow(content._id)).toMatchObject({
      status: ContentStatus.Review,
      sentBack: null,
      images: { total: 1, pending: 0 },
    });
  });

  it('by a filter takes all failed ones of a site', async () => {
    const { site, ask, reviewable, image } = await scene();
    const contents: ObjectId[] = [];
    for (const _ of [1, 2, 3]) {
      const images = { planned: true, total: 1, pending: 0, failed: 1 };
      const { content } = await reviewable({ status: ContentStatus.Draft, images });
      await image({ content: content._id, failure: failure(site._id) });
      contents.push(content._id);
    }
    const { data } = await ask(dropImages, { input: { siteId: site._id, filter: { failed: true } } });
    expect(data.dropImages.changed).toBe(3);
    const ready = { _id: { $in: contents }, status: ContentStatus.Review, 'images.total': 0 };
    expect(await database.of(Content).countDocuments(ready)).toBe(3);
  });

  it('leaves those of published drafts', async () => {
    const { site, ask, reviewable } = await scene();
    const { pictures } = await reviewable({ status: ContentStatus.Published }, 1);
    const { data } = await ask(dropImages, { input: { siteId: site._id, filter: {} } });
    const leftOut = [{ id: String(pictures[0]?._id), reason: 'MOVED_ON' }];
    expect(data.dropImages).toEqual({ changed: 0, leftOutCount: 1, leftOut });
  });

  it('is refused to viewers', async () => {
    const { site } = await scene();
    const ask = app.as(await app.person(site.account, Role.Viewer));
    const { errors } = await ask(dropImages, { input: { siteId: site._id, filter: {} } });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('describing an image', () => {
  it('leaves the picture and its draft as they are', async () => {
    const { ask, reviewable } = await scene();
    const { content, pictures } = await reviewable({}, 1);
    const { data } = await ask(updateImage, { input: { id: pictures[0]?._id, alt: 'A blue cup' } });
    expect(data.updateImage.image).toMatchObject({ alt: 'A blue cup', status: 'GENERATED' });
    expect((await contentNow(content._id))?.status).toBe(ContentStatus.Review);
  });

  it('is refused without a text, and to other accounts', async () => {
    const { ask, reviewable } = await scene();
    const { pictures } = await reviewable({}, 1);
    const id = pictures[0]?._id;
    const empty = await ask(updateImage, { input: { id, alt: '' } });
    expect(empty.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    const foreign = await (await scene()).ask(updateImage, { input: { id, alt: 'Mine' } });
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
