import { ObjectId } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import generateImages from '../../plugins/generate-images/index.ts';
import reviewGate from '../../plugins/review-gate/index.ts';
import { type AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Image, ImageStatus } from '../../schema/image.ts';
import type { Site } from '../../schema/site.ts';
import { audit } from '../../server/credits/audit.ts';
import { dropImages, replaceImage } from '../../server/editing/images.ts';
import type { Engine } from '../../server/engine/engine.ts';
import { retryFailed } from '../../server/engine/retry-failed.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { Worker } from '../../server/engine/worker.ts';
import { errors } from '../../server/errors.ts';
import { openTestApp } from '../support/app.ts';
import { makeBarrier } from '../support/barrier.ts';
import { makeDrafts } from '../support/drafts.ts';
import { type SeenCall, scriptAi } from '../support/scripted-ai.ts';
import { tinyPicture } from '../support/tiny-picture.ts';
import { rowsOf } from '../support/toy-app.ts';
import { watchWrites } from '../support/watched-writes.ts';

const ai = scriptAi();
const app = await openTestApp({ stages: [generateImages, reviewGate], parts: { providers: ai.providers } });
const { database } = app.engine;
beforeEach(() => {
  ai.reset();
  ai.paint = () => tinyPicture;
});

const imageAt = (content: Content, position: number) =>
  database.of(Image).findOne({ content: content._id, position });

const dropAt = async (content: Content, position: number) => {
  const image = await imageAt(content, position);
  return dropImages(
    app.engine,
    { account: content.account, site: content.site },
    { filter: { _id: image?._id ?? new ObjectId() } },
  );
};

async function worked(run: AutomationRun, engine: Engine = app.engine): Promise<AutomationRun> {
  const worker = new Worker(engine, { slots: 1 });
  worker.start();
  const done = await app.settled(run._id);
  await worker.stop();
  return done;
}
const start = (site: Site) => startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });

/** Does something from outside just before the engine first writes to the collection, and waits for it or not. */
function meddling(collection: string, action: () => Promise<unknown>, { waits }: { waits: boolean }) {
  let done: Promise<unknown> | undefined;
  const meddled = watchWrites(database, async (_, written) => {
    if (written !== collection || done) return;
    done = action();
    if (waits) await done;
  });
  return { engine: { ...app.engine, database: meddled }, finished: async () => await done };
}

describe('the last images of a draft', () => {
  it('move it to review exactly once when all are painted at the same time', async () => {
    const { site, stored } = await makeDrafts(database, { drafts: 1, images: 4, parallel: 4 });
    const barrier = makeBarrier();
    ai.paint = async () => {
      void barrier.pass();
      await barrier.reached(4);
      return tinyPicture;
    };
    const run = await worked(await start(site));
    expect(run.stages['generate-images']?.counters).toEqual({
      imagesProcessed: 4,
      imagesGenerated: 4,
      contentMovedToReview: 1,
    });
    expect(await stored()).toMatchObject({
      status: ContentStatus.Review,
      images: { planned: true, total: 4, pending: 0, failed: 0 },
    });
  });

  it('leave none of many drafts stuck at `parallel: 4`', async () => {
    const { site } = await makeDrafts(database, { drafts: 12, images: 2, parallel: 4 });
    const run = await worked(await start(site));
    expect(run.stages['generate-images']?.counters.contentMovedToReview).toBe(12);
    expect(await database.of(Content).countDocuments({ site: site._id, status: ContentStatus.Review })).toBe(
      12,
    );
    expect(run.stages['review-gate']?.counters).toEqual({ readyForReview: 12, heldBack: 0 });
    expect((await audit(database)).differences).toEqual([]);
  });
});

describe('an image changed from outside while the last other one is saved', () => {
  // Ahead of the engine's own write to the draft, and behind it.
  const moments = [
    { moment: 'before', collection: 'contents', waits: true },
    { moment: 'after', collection: 'credit_entries', waits: false },
  ];

  it.each(moments)(
    'is dropped $moment the draft is written: the draft comes to review',
    async ({ collection, waits }) => {
      const { site, content, stored } = await makeDrafts(database, { drafts: 1, images: 2 });
      const other = await imageAt(content, 1);
      await database.of(Image).updateOne({ _id: other?._id ?? new ObjectId() }, { $set: { disabled: true } });
      const drop = () => dropAt(content, 1);
      const { engine, finished } = meddling(collection, drop, { waits });
      const run = await worked(await start(site), engine);
      await finished();
      expect(run).toMatchObject({ status: RunStatus.Completed, creditsUsed: 2_000 });
      expect(await stored()).toMatchObject({
        status: ContentStatus.Review,
        images: { total: 1, pending: 0, failed: 0 },
      });
    },
  );

  it.each(moments)(
    'is replaced $moment the draft is written: the draft waits for the new one',
    async ({ collection, waits }) => {
      const { site, content, stored } = await makeDrafts(database, { drafts: 1, images: 2 });
      const other = await imageAt(content, 1);
      const generated = { status: ImageStatus.Generated };
      await database.of(Image).updateOne({ _id: other?._id ?? new ObjectId() }, { $set: generated });
      await database.of(Content).updateOne({ _id: content._id }, { $set: { 'images.pending': 1 } });
      const replace = () => replaceImage(app.engine, other?._id ?? new ObjectId(), { prompt: 'Another one' });
      const { engine, finished } = meddling(collection, replace, { waits });
      await worked(await start(site), engine);
      await finished();
      const draft = await stored();
      expect(draft?.images).toEqual({ planned: true, total: 2, pending: 1, failed: 0 });
      expect(draft?.status).toBe(ContentStatus.Draft);
      await worked(await start(site));
      expect(await stored()).toMatchObject({
        status: ContentStatus.Review,
        images: { total: 2, pending: 0 },
      });
    },
  );

  it('is the very one being painted: dropped, it costs nothing and the draft comes to review', async () => {
    const { site, content, stored } = await makeDrafts(database, { drafts: 1, images: 2 });
    ai.paint = async ({ nth }) => {
      if (nth === 2) await dropAt(content, 1);
      return tinyPicture;
    };
    const run = await worked(await start(site));
    expect(run).toMatchObject({ status: RunStatus.Completed, creditsUsed: 2_000 });
    expect(await stored()).toMatchObject({ status: ContentStatus.Review, images: { total: 1, pending: 0 } });
    expect((await audit(database)).differences).toEqual([]);
  });
});

describe('a draft with a failed image', () => {
  const refuseSecond = ({ input }: SeenCall) => {
    // And what it becomes in other words.
    if (/Prompt 1|calm composition/.test(JSON.stringify(input)))
      throw errors.aiRefused({ purpose: 'picture', reason: 'no' });
    return tinyPicture;
  };

  it('is held back from review, counted and listed by the gate', async () => {
    const { site, content, stored } = await makeDrafts(database, { drafts: 1, images: 3 });
    ai.paint = refuseSecond;
    const run = await worked(await start(site));
    expect(run).toMatchObject({ status: RunStatus.Completed, creditsUsed: 4_000 });
    expect(await stored()).toMatchObject({
      status: ContentStatus.Draft,
      images: { total: 3, pending: 0, failed: 1 },
    });
    expect(run.stages['review-gate']).toMatchObject({
      counters: { readyForReview: 0, heldBack: 1 },
      ids: { contentIds: [], heldBackIds: [content._id.toHexString()] },
    });
    const messages = (await rowsOf(app.engine, run)).map(({ message }) => message);
    expect(messages).toContain("Warning: Held back: 'Draft 1' has 1 failed of 3 images");
  });

  it('comes to review when the image is retried and succeeds', async () => {
    const { site, stored } = await makeDrafts(database, { drafts: 1, images: 3 });
    ai.paint = refuseSecond;
    await worked(await start(site));
    ai.paint = () => tinyPicture;
    const { run } = await retryFailed(app.engine, { site: site._id, stage: 'generate-images' });
    expect((await stored())?.images).toMatchObject({ pending: 1, failed: 0 });
    const done = await worked(run);
    expect(done.stages['review-gate']?.counters).toEqual({ readyForReview: 1, heldBack: 0 });
    expect(await stored()).toMatchObject({
      status: ContentStatus.Review,
      images: { total: 3, pending: 0, failed: 0 },
    });
    expect((await audit(database)).differences).toEqual([]);
  });

  it('is held back anew when the retried image fails again', async () => {
    const { site, stored } = await makeDrafts(database, { drafts: 1, images: 2 });
    ai.paint = refuseSecond;
    await worked(await start(site));
    const { run } = await retryFailed(app.engine, { site: site._id, stage: 'generate-images' });
    await worked(run);
    expect(await stored()).toMatchObject({
      status: ContentStatus.Draft,
      images: { total: 2, pending: 0, failed: 1 },
    });
  });

  it('comes to review when a person drops the image', async () => {
    const { site, content, stored } = await makeDrafts(database, { drafts: 1, images: 2 });
    ai.paint = refuseSecond;
    await worked(await start(site));
    await dropAt(content, 1);
    expect(await stored()).toMatchObject({ status: ContentStatus.Review, images: { total: 1, failed: 0 } });
  });
});
