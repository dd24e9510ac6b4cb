import { ObjectId } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import generateImages from '../../plugins/generate-images/index.ts';
import reviewGate from '../../plugins/review-gate/index.ts';
import { RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Image, ImageStatus, pictureStage } from '../../schema/image.ts';
import { LeftOutReason } from '../../schema/left-out.ts';
import type { Site } from '../../schema/site.ts';
import { audit } from '../../server/credits/audit.ts';
import { ableContents, editContent } from '../../server/editing/contents.ts';
import type { EditScope } from '../../server/editing/desk.ts';
import { ableImages, describeImage, dropImages, replaceImage } from '../../server/editing/images.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openTestApp } from '../support/app.ts';
import { type Barrier, makeBarrier } from '../support/barrier.ts';
import { makeDrafts } from '../support/drafts.ts';
import { scriptAi } from '../support/scripted-ai.ts';
import { tinyPicture } from '../support/tiny-picture.ts';

const ai = scriptAi();
const app = await openTestApp({ stages: [generateImages, reviewGate], parts: { providers: ai.providers } });
const { database } = app.engine;
const contents = database.of(Content);
const images = database.of(Image);
beforeEach(() => {
  ai.reset();
  ai.paint = () => tinyPicture;
});

/** A draft of two images; the first is as told, the second pending. */
async function draftWith(fields: Partial<Image>, change: object = {}) {
  const { site, content, stored } = await makeDrafts(database, { drafts: 1, images: 2 });
  const image = await images.findOneAndUpdate({ content: content._id, position: 0 }, { $set: fields });
  await contents.updateOne({ _id: content._id }, { $set: { ...change } });
  return {
    content,
    stored,
    image: image?._id ?? new ObjectId(),
    scope: { account: site.account, site: site._id },
  };
}

/** How many were dropped. */
async function drop(scope: EditScope, image: ObjectId): Promise<number> {
  return (await dropImages(app.engine, scope, { filter: { _id: image } })).changed;
}

const promptOf = (input: unknown) => z.object({ prompt: z.string() }).parse(input).prompt;

const failure = {
  stage: pictureStage,
  code: 'AI_REFUSED',
  message: 'No.',
  at: new Date(),
  run: new ObjectId(),
};
const outside = { ...failure, stage: 'check-faces' };
const generated = { status: ImageStatus.Generated };
const countedAs = [
  ['pending', {}, {}, { total: 1, pending: 1, failed: 0 }],
  ['failed', { failure }, { 'images.pending': 1, 'images.failed': 1 }, { total: 1, pending: 1, failed: 0 }],
  ['generated', generated, { 'images.pending': 1 }, { total: 1, pending: 1, failed: 0 }],
  ['pending, failed in another stage,', { failure: outside }, {}, { total: 1, pending: 1, failed: 0 }],
] as const;

describe('dropping an image', () => {
  it.each(countedAs)('that is %s takes it out of its draft', async (_, fields, change, left) => {
    const { scope, image, stored } = await draftWith(fields, change);
    expect(await drop(scope, image)).toBe(1);
    expect(await images.findOne({ _id: image })).toBeNull();
    expect(await stored()).toMatchObject({ status: ContentStatus.Draft, images: left });
  });

  it('that was the last to be made brings its draft to review', async () => {
    const { scope, image, content, stored } = await draftWith({});
    await drop(scope, image);
    const other = await images.findOne({ content: content._id });
    await drop(scope, other?._id ?? new ObjectId());
    expect(await stored()).toMatchObject({ status: ContentStatus.Review, images: { total: 0, pending: 0 } });
  });

  it('twice at once drops it once', async () => {
    const { scope, image, stored } = await draftWith({});
    const twice = await Promise.all([drop(scope, image), drop(scope, image)]);
    expect(twice.sort()).toEqual([0, 1]);
    expect((await stored())?.images).toMatchObject({ total: 1, pending: 1 });
  });

  it('of another site drops nothing', async () => {
    const { scope, image, stored } = await draftWith({});
    expect(await drop({ ...scope, site: new ObjectId() }, image)).toBe(0);
    expect((await stored())?.images.total).toBe(2);
  });
});

describe('replacing an image', () => {
  it.each(countedAs)('that is %s makes its draft wait for the new one', async (_, fields, change) => {
    const { image, stored } = await draftWith(fields, change);
    await replaceImage(app.engine, image, { prompt: 'A cup, from above' });
    expect(await images.findOne({ _id: image })).toMatchObject({
      position: 0,
      prompt: 'A cup, from above',
      status: ImageStatus.Pending,
      failure: null,
    });
    expect((await stored())?.images).toEqual({ planned: true, total: 2, pending: 2, failed: 0 });
  });
});

describe('a draft that is kept out of runs', () => {
  const ways = {
    'by itself': (site: Site, id: ObjectId, disabled: boolean) =>
      editContent(app.engine, site, id, { disabled }),
    'with others': (site: Site, id: ObjectId, disabled: boolean) =>
      ableContents(app.engine, { account: site.account, site: site._id }, { filter: { _id: id } }, disabled),
  };

  it.each(Object.entries(ways))('%s gets no pictures until it is let in again', async (_, keepOut) => {
    const { site, content, stored } = await makeDrafts(database, { drafts: 1, images: 2 });
    const start = () => startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    await images.updateOne({ content: content._id, position: 0 }, { $set: generated });
    await contents.updateOne({ _id: content._id }, { $set: { 'images.pending': 1 } });
    await keepOut(site, content._id, true);
    const [first] = await images.find({ content: content._id, position: 0 }).toArray();
    await replaceImage(app.engine, first?._id ?? new ObjectId(), {});
    await expect(start()).rejects.toMatchObject({ code: 'NOTHING_TO_DO' });
    await keepOut(site, content._id, false);
    const { _id } = await start();
    const worker = app.startWorker();
    expect(await app.settled(_id)).toMatchObject({ creditsUsed: 4_000 });
    await worker.stop();
    expect((await stored())?.status).toBe(ContentStatus.Review);
  });

  it.each(['by itself', 'with others'])('gets none by letting in a picture of it %s', async (how) => {
    const { site, content } = await makeDrafts(database, { drafts: 1, images: 1 });
    const scope = { account: site.account, site: site._id };
    const start = () => startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    await ableContents(app.engine, scope, { filter: { _id: content._id } }, true);
    const [image] = await images.find({ content: content._id }).toArray();
    const id = image?._id ?? new ObjectId();
    const why = 'its draft is excluded from runs; include that first';
    if (how === 'by itself') {
      const refused = { code: 'EDIT_REFUSED', message: expect.stringContaining(why) };
      await expect(describeImage(app.engine, id, { disabled: false })).rejects.toMatchObject(refused);
      expect(await describeImage(app.engine, id, { alt: 'A blue cup' })).toMatchObject({ disabled: true });
    } else {
      const outcome = await ableImages(app.engine, scope, { filter: { disabled: true } }, false);
      expect(outcome.leftOut).toEqual([{ id, reason: LeftOutReason.DraftExcluded, why }]);
    }
    await expect(start()).rejects.toMatchObject({ code: 'NOTHING_TO_DO' });
  });

  it('or is not, as before, leaves those of its pictures alone that a person keeps out', async () => {
    const { site, content } = await makeDrafts(database, { drafts: 1, images: 2 });
    await images.updateOne({ content: content._id, position: 0 }, { $set: { disabled: true } });
    await editContent(app.engine, site, content._id, { title: 'Another', disabled: false });
    expect(await images.countDocuments({ content: content._id, disabled: true })).toBe(1);
  });
});

it('leaves no draft stuck when its last two images are saved while the third is dropped', async () => {
  const drafts = 30;
  const { site } = await makeDrafts(database, { drafts, images: 3, parallel: 4 });
  const all = await images.find({ site: site._id }).toArray();
  // The first of each is not taken up: it is there to be dropped.
  await images.updateMany({ site: site._id, position: 0 }, { $set: { disabled: true } });
  const byPrompt = new Map(all.map((image) => [image.prompt, image]));
  const barriers = new Map<string, Barrier>();
  const drops: Promise<number>[] = [];
  ai.paint = async ({ input }) => {
    const draft = byPrompt.get(promptOf(input))?.content ?? new ObjectId();
    const key = draft.toHexString();
    const barrier = barriers.get(key) ?? makeBarrier();
    const isFirst = !barriers.has(key);
    barriers.set(key, barrier);
    const passing = barrier.pass();
    if (isFirst) {
      void barrier.reached(2).then(() => {
        const image = all.find(({ content, position }) => content.equals(draft) && position === 0);
        drops.push(drop({ account: site.account }, image?._id ?? new ObjectId()));
        barrier.open();
      });
    }
    await passing;
    return tinyPicture;
  };
  const { _id } = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
  const worker = app.startWorker();
  const run = await app.settled(_id);
  await Promise.all(drops);
  await worker.stop();
  expect(drops).toHaveLength(drafts);
  expect(run).toMatchObject({ status: RunStatus.Completed, creditsUsed: drafts * 2 * 2_000 });
  expect(await contents.countDocuments({ site: site._id, status: ContentStatus.Review })).toBe(drafts);
  expect(await contents.countDocuments({ site: site._id, 'images.total': 2, 'images.pending': 0 })).toBe(
    drafts,
  );
  expect((await audit(database)).differences).toEqual([]);
});
