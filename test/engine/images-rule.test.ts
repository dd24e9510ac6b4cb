import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { RunStatus } from '../../schema/automation-run.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Image, ImageStatus } from '../../schema/image.ts';
import { audit } from '../../server/credits/audit.ts';
import { makeBarrier } from '../support/barrier.ts';
import {
  ai,
  applyOutside,
  database,
  imageAt,
  makeDrafts,
  meddling,
  pixel,
  start,
  worked,
} from './image-scene.ts';

describe('the last images of a draft', () => {
  it('move it to review exactly once when all are painted at the same time', async () => {
    const { site, stored } = await makeDrafts({ drafts: 1, images: 4, parallel: 4 });
    const barrier = makeBarrier();
    ai.paint = async () => {
      void barrier.pass();
      await barrier.reached(4);
      return pixel;
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
    const { site } = await makeDrafts({ drafts: 12, images: 2, parallel: 4 });
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
      const { site, content, stored } = await makeDrafts({ drafts: 1, images: 2 });
      const other = await imageAt(content, 1);
      await database.of(Image).updateOne({ _id: other?._id ?? new ObjectId() }, { $set: { disabled: true } });
      const drop = () => applyOutside(content, { total: -1, pending: -1 }, [1]);
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
      const { site, content, stored } = await makeDrafts({ drafts: 1, images: 2 });
      const other = await imageAt(content, 1);
      const generated = { status: ImageStatus.Generated };
      await database.of(Image).updateOne({ _id: other?._id ?? new ObjectId() }, { $set: generated });
      await database.of(Content).updateOne({ _id: content._id }, { $set: { 'images.pending': 1 } });
      const replace = () => applyOutside(content, { pending: 1 }, [1], [2]);
      const { engine, finished } = meddling(collection, replace, { waits });
      await worked(await start(site), engine);
      await finished();
      const draft = await stored();
      expect(draft?.images).toEqual({ planned: true, total: 2, pending: 1, failed: 0 });
      // A draft that had come to review before stays there; a person looks at it anyway.
      expect(draft?.status).toBe(waits ? ContentStatus.Draft : ContentStatus.Review);
      await worked(await start(site));
      expect(await stored()).toMatchObject({
        status: ContentStatus.Review,
        images: { total: 2, pending: 0 },
      });
    },
  );

  it('is the very one being painted: dropped, it costs nothing and the draft comes to review', async () => {
    const { site, content, stored } = await makeDrafts({ drafts: 1, images: 2 });
    ai.paint = async ({ nth }) => {
      if (nth === 2) await applyOutside(content, { total: -1, pending: -1 }, [1]);
      return pixel;
    };
    const run = await worked(await start(site));
    expect(run).toMatchObject({ status: RunStatus.Completed, creditsUsed: 2_000 });
    expect(await stored()).toMatchObject({ status: ContentStatus.Review, images: { total: 1, pending: 0 } });
    expect((await audit(database)).differences).toEqual([]);
  });
});
