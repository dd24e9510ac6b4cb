import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Picture } from '#stage';
import generateImages from '../../plugins/generate-images/index.ts';
import { paintSample } from '../../plugins/generate-images/offline.ts';
import type { PictureBrief } from '../../plugins/generate-images/picture-brief.ts';
import reviewGate from '../../plugins/review-gate/index.ts';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { type AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Image, ImageStatus } from '../../schema/image.ts';
import type { Site } from '../../schema/site.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { cancelRun, resumeRun } from '../../server/engine/steer-run.ts';
import { Worker } from '../../server/engine/worker.ts';
import { errors } from '../../server/errors.ts';
import { openTestApp } from '../support/app.ts';
import { makeDrafts } from '../support/drafts.ts';
import { noise } from '../support/noise.ts';
import { type SeenCall, scriptAi } from '../support/scripted-ai.ts';
import { storedPictures } from '../support/stored-pictures.ts';
import { tinyPicture } from '../support/tiny-picture.ts';

const ai = scriptAi();
const app = await openTestApp({ stages: [generateImages, reviewGate], parts: { providers: ai.providers } });
const { database, media } = app.engine;
beforeEach(() => {
  ai.reset();
  ai.paint = () => tinyPicture;
});

async function worked({ _id }: Pick<AutomationRun, '_id'>): Promise<AutomationRun> {
  const worker = new Worker(app.engine, { slots: 1 });
  worker.start();
  const done = await app.settled(_id);
  await worker.stop();
  return done;
}

const runOver = async (site: Site) =>
  worked(await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual }));
const imagesOf = (site: Site) =>
  database
    .of(Image)
    .find({ site: site._id }, { sort: { position: 1 } })
    .toArray();
const journalOf = async ({ _id }: AutomationRun) => {
  const rows = await database
    .of(AiCall)
    .find({ run: _id }, { sort: { _id: 1 } })
    .toArray();
  return rows.map(({ purpose, status, fault }) => [purpose, status, ...(fault === null ? [] : [fault])]);
};
const asked = () => ai.calls.map(({ purpose }) => purpose);
const promptOf = ({ input }: SeenCall) => (input as { prompt: string }).prompt;
const file = (text: string): Picture => ({ ...tinyPicture, bytes: Buffer.from(text) });

describe('the pictures of a run', () => {
  it('are WebP with a fallback, of known size, found where their image says', async () => {
    ai.paint = ({ input }) => paintSample(input as PictureBrief);
    const { site } = await makeDrafts(database, { drafts: 1, images: 2 });
    expect((await runOver(site)).status).toBe(RunStatus.Completed);
    const images = await imagesOf(site);
    expect(images.map(({ width, height, mediaType, alt }) => ({ width, height, mediaType, alt }))).toEqual([
      { width: 1200, height: 675, mediaType: 'image/webp', alt: 'Picture 0' },
      { width: 1024, height: 768, mediaType: 'image/webp', alt: 'Picture 1' },
    ]);
    for (const { url, fallbackUrl, mediaKey, fallbackKey, width, height } of images) {
      expect([url, fallbackUrl]).toEqual([`/media/${mediaKey}`, `/media/${fallbackKey}`]);
      expect(fallbackKey).toBe(mediaKey?.replace(/webp$/, 'jpg'));
      for (const [key, format] of [
        [mediaKey, 'webp'],
        [fallbackKey, 'jpeg'],
      ]) {
        const bytes = await media.read(key ?? '');
        expect(await sharp(bytes ?? Buffer.alloc(0)).metadata()).toMatchObject({ format, width, height });
        expect(bytes?.length).toBeLessThan(300_000);
      }
    }
    expect(await storedPictures(database).in(site._id.toHexString())).toHaveLength(4);
  });

  it('are whole where the next run paints what a run that was cancelled had stored already', async () => {
    const { site } = await makeDrafts(database, { drafts: 1, images: 1 });
    const first = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    // Of two chunks in the store, where the next one has one.
    const heavy = await noise(880, 495);
    ai.paint = async () => {
      await cancelRun(app.engine, first._id, 'Ann');
      return { ...tinyPicture, bytes: heavy };
    };
    expect((await worked(first)).status).toBe(RunStatus.Cancelled);
    await expect.poll(() => storedPictures(database).in(site._id.toHexString())).toHaveLength(2);
    ai.paint = () => tinyPicture;
    expect((await runOver(site)).status).toBe(RunStatus.Completed);
    const [image] = await imagesOf(site);
    for (const key of [image?.mediaKey, image?.fallbackKey]) {
      const bytes = await media.read(key ?? '');
      expect(await sharp(bytes ?? Buffer.alloc(0)).metadata()).toMatchObject({ width: 1, height: 1 });
    }
  });
});

describe('what comes in place of a picture', () => {
  it('is journaled, and the picture asked for once more', async () => {
    ai.paint = ({ nth }) => (nth === 1 ? file('<!doctype html>Bad gateway') : tinyPicture);
    const { site } = await makeDrafts(database, { drafts: 1, images: 1 });
    const run = await runOver(site);
    expect(run.status).toBe(RunStatus.Completed);
    expect(await journalOf(run)).toEqual([
      ['picture', 'rejected', expect.stringContaining('a page of HTML came in its place')],
      ['picture', 'accepted'],
    ]);
    expect(await database.of(AiCall).distinct('costUsd', { run: run._id })).toEqual([0.001]);
    expect((await imagesOf(site))[0]?.status).toBe(ImageStatus.Generated);
  });

  it('three times over fails the item, told apart in the journal, and the others go on', async () => {
    ai.paint = (call) => (promptOf(call).includes('Prompt 0') ? file('{}') : tinyPicture);
    const { site } = await makeDrafts(database, { drafts: 1, images: 2 });
    const run = await runOver(site);
    expect(run.status).toBe(RunStatus.Completed);
    const [first, second] = await imagesOf(site);
    expect(first).toMatchObject({ status: ImageStatus.Pending, failure: { code: 'AI_UNUSABLE' } });
    expect(first?.failure?.message).toContain('What came is not an image: JSON came in its place');
    const faults = await database
      .of(AiCall)
      .distinct('faultCode', { run: run._id, status: AiCallStatus.Rejected });
    expect(faults).toEqual(['NOT_AN_IMAGE']);
    expect(second).toMatchObject({ status: ImageStatus.Generated, failure: null });
    expect(asked()).toEqual(['picture', 'picture', 'picture', 'picture']);
  });
});

describe('a prompt that is refused', () => {
  const refused = errors.aiRefused({ purpose: 'picture', reason: 'it shows blood' });
  const refusing = (call: SeenCall) => {
    if (promptOf(call).includes('Prompt 0')) throw refused;
    return tinyPicture;
  };

  it('is put into other words by the text model, once, and painted', async () => {
    ai.paint = refusing;
    ai.answer = () => ({ prompt: 'A calm table with a cup on it, seen from above.' });
    const { site } = await makeDrafts(database, { drafts: 1, images: 1 });
    const run = await runOver(site);
    expect(run).toMatchObject({ status: RunStatus.Completed, creditsUsed: 2_000 });
    expect(await journalOf(run)).toEqual([
      ['picture', 'failed', refused.message],
      ['picture-rewrite', 'accepted'],
      ['picture', 'accepted'],
    ]);
    expect(ai.calls.map(promptOf)).toEqual([
      'Prompt 0 of Draft 1',
      'Prompt 0 of Draft 1',
      'A calm table with a cup on it, seen from above.',
    ]);
    // What the editor wrote stays; the picture is there.
    expect((await imagesOf(site))[0]).toMatchObject({
      status: ImageStatus.Generated,
      prompt: 'Prompt 0 of Draft 1',
    });
  });

  it('in other words, too, fails its image, and is not put again', async () => {
    ai.paint = () => {
      throw refused;
    };
    const { site } = await makeDrafts(database, { drafts: 1, images: 1 });
    await runOver(site);
    expect((await imagesOf(site))[0]?.failure).toMatchObject({
      code: 'AI_REFUSED',
      message: refused.message,
    });
    expect(asked()).toEqual(['picture', 'picture-rewrite', 'picture']);
  });

  it('is not asked for again by a run that was cut off after it was put into other words', async () => {
    ai.paint = (call) => {
      if (call.nth === 3) throw errors.aiRejectedKey({ provider: 'scripted' });
      return refusing(call);
    };
    const { site } = await makeDrafts(database, { drafts: 1, images: 1 });
    const failed = await runOver(site);
    expect(failed.status).toBe(RunStatus.Failed);
    ai.calls.length = 0;
    ai.paint = refusing;
    const done = await worked(await resumeRun(app.engine, failed._id, 'Ada'));
    expect(done.status).toBe(RunStatus.Completed);
    expect(asked()).toEqual(['picture']);
  });

  it('for another reason than that is not put into other words', async () => {
    ai.paint = () => {
      throw errors.aiRejectedKey({ provider: 'scripted' });
    };
    const { site } = await makeDrafts(database, { drafts: 1, images: 1 });
    expect((await runOver(site)).status).toBe(RunStatus.Failed);
    expect(asked()).toEqual(['picture']);
  });
});
