import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Image } from '../../schema/image.ts';
import { errors } from '../../server/errors.ts';
import { createPublishingFolder } from '../../server/publishing/folder.ts';
import { sendBack } from '../../server/review/decide.ts';
import { publish } from '../../server/review/publish.ts';
import { openTestApp } from '../support/app.ts';
import { makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';

const app = await openTestApp();
const { database, now } = app.engine;

/** A draft in review with a picture, whose first reading takes longer than a publication has the draft to itself. */
async function slowlyRead(meanwhile: (scene: Scene) => Promise<unknown>) {
  const site = await makeSite(database);
  const { content } = await pipelineOf(database, site).reviewable({}, 1);
  await database.of(Image).updateOne({ content: content._id }, { $set: { mediaKey: 'cup.png' } });
  const reviewer = { _id: new ObjectId(), account: site.account, name: 'Ann' };
  const root = join(app.folder, 'published');
  const deskOf = (read: () => Promise<Buffer>) => ({
    database,
    now,
    target: createPublishingFolder({ root, media: { read }, log: app.engine.log }),
  });
  const bytes = Buffer.from('png');
  const scene: Scene = {
    edit: () =>
      database
        .of(Content)
        .updateOne(
          { _id: content._id },
          { $set: { html: '<p>Mended.</p>' }, $currentDate: { updatedAt: true } },
        ),
    sendBack: () => sendBack({ database, now }, reviewer, [content._id], 'Too short'),
    failToPublish: () => publish(deskOf(failing), reviewer, [content._id]),
    replace: () =>
      database.of(Image).updateOne({ content: content._id }, { $set: { mediaKey: 'better.png' } }),
    publish: () =>
      publish(
        deskOf(async () => bytes),
        reviewer,
        [content._id],
      ),
  };
  const slow = deskOf(async () => {
    app.clock.advance(61_000);
    await meanwhile(scene);
    return bytes;
  });
  const [published] = await publish(slow, reviewer, [content._id]);
  const folder = join(root, site._id.toHexString(), content.slug);
  return {
    published,
    stored: await database.of(Content).findOne({ _id: content._id }),
    files: async () => (await readdir(folder).catch(() => [])).toSorted(),
    page: () => readFile(join(folder, 'index.html'), 'utf8'),
  };
}

/** As the media store is where its host is down. */
async function failing(): Promise<never> {
  throw errors.mediaUnreachable({ bucket: 'pictures', reason: 'connection refused' });
}

interface Scene {
  edit(): Promise<unknown>;
  sendBack(): Promise<unknown>;
  /** Another publication, which cannot write. */
  failToPublish(): Promise<unknown>;
  replace(): Promise<unknown>;
  publish(): Promise<unknown>;
}

describe('a publication whose pictures are long in coming', () => {
  it('is done where nobody came between', async () => {
    const { published, stored, files } = await slowlyRead(async () => undefined);
    expect(published).toMatchObject({ outcome: 'published' });
    expect(stored).toMatchObject({ status: ContentStatus.Published, publishing: null });
    expect(await files()).toEqual(['0-cup.png', 'index.html', 'index.md']);
  });

  it('leaves a newer one, and its pictures, as they are', async () => {
    const { published, stored, files, page } = await slowlyRead(async ({ edit, replace, publish }) => {
      await edit();
      await replace();
      await publish();
    });
    expect(published).toMatchObject({ outcome: 'already_published' });
    expect(stored).toMatchObject({ status: ContentStatus.Published, publishing: null });
    expect(await files()).toEqual(['0-better.png', 'index.html', 'index.md']);
    expect(await page()).toContain('Mended.');
  });

  it('writes nothing of a draft that was edited meanwhile, which stays in review', async () => {
    const { published, stored, files } = await slowlyRead(({ edit }) => edit());
    expect(published).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(
        /could not be published: it took too long, and the draft was edited meanwhile\. .* publish it again\.$/,
      ),
    });
    expect(stored).toMatchObject({ status: ContentStatus.Review, publishing: null, published: null });
    expect(await files()).toEqual([]);
  });

  it('says that its draft was sent back meanwhile, and leaves it so', async () => {
    const { published, stored, files } = await slowlyRead(({ sendBack }) => sendBack());
    expect(published).toMatchObject({
      outcome: 'refused',
      code: 'EDIT_REFUSED',
      why: expect.stringContaining('it was sent back'),
    });
    expect(stored).toMatchObject({ status: ContentStatus.Draft, publishing: null, published: null });
    expect(await files()).toEqual([]);
  });

  it('says why it failed itself, where another took the draft over and failed, too', async () => {
    const { published, stored } = await slowlyRead(async ({ failToPublish }) => {
      await failToPublish();
      return failing();
    });
    expect(published).toMatchObject({ outcome: 'failed', code: 'PUBLISH_FAILED' });
    expect(stored).toMatchObject({ status: ContentStatus.Review, publishing: null });
  });
});
