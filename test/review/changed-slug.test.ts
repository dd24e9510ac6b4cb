import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import type { Content } from '../../schema/content.ts';
import { editContent } from '../../server/editing/contents.ts';
import { errors } from '../../server/errors.ts';
import { createPublishingFolder } from '../../server/publishing/folder.ts';
import { sendBack } from '../../server/review/decide.ts';
import { publish } from '../../server/review/publish.ts';
import { openTestApp } from '../support/app.ts';
import { makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { cutOff } from '../support/watched-writes.ts';

const app = await openTestApp();
const { database, now, log } = app.engine;
const root = join(app.folder, 'published');
const media = { read: async () => null };

async function newScene() {
  const site = await makeSite(database);
  const reviewer = { _id: new ObjectId(), account: site.account, name: 'Ann' };
  const desk = { database, now, target: createPublishingFolder({ root, media, log }) };
  const { reviewable } = pipelineOf(database, site);
  return {
    desk,
    draft: async () => (await reviewable({})).content,
    publish: async ({ _id }: Content, by = desk) => (await publish(by, reviewer, [_id]))[0]?.outcome,
    reslug: async ({ _id }: Content, slug: string) => {
      await sendBack({ database, now }, reviewer, [_id], 'Another slug');
      await editContent(app.engine, site, _id, { slug });
    },
    folders: async () => (await readdir(join(root, site._id.toHexString()))).toSorted(),
    page: (slug: string) => readFile(join(root, site._id.toHexString(), slug, 'index.html'), 'utf8'),
  };
}

describe('an article whose slug is changed once it has been published', () => {
  it('is published under the new one alone', async () => {
    const { draft, publish, reslug, folders } = await newScene();
    const article = await draft();
    await publish(article);
    await reslug(article, 'new-address');
    expect(await folders()).toEqual([article.slug]);
    expect(await publish(article)).toBe('published');
    expect(await folders()).toEqual(['new-address']);
  });

  it('leaves the old one to the article that has been published there since', async () => {
    const { draft, publish, reslug, folders, page } = await newScene();
    const [article, other] = [await draft(), await draft()];
    await publish(article);
    await reslug(article, 'new-address');
    await reslug(other, article.slug);
    await publish(other);
    await publish(article);
    expect(await folders()).toEqual([article.slug, 'new-address'].toSorted());
    expect(await page(article.slug)).toContain(other.title);
  });

  it.each([2, 3, 4, 5])(
    'is there once, too, where the publication before was cut off at write %i',
    async (nth) => {
      const { desk, draft, publish, reslug, folders } = await newScene();
      const article = await draft();
      await publish(article);
      await reslug(article, 'second');
      await publish(article, { ...desk, database: cutOff(database, nth) }).catch(() => undefined);
      app.clock.advance(61_000);
      await reslug(article, 'third');
      expect(await publish(article)).toBe('published');
      expect(await folders()).toEqual(['third']);
    },
  );

  it('stays in review where the old one cannot be removed, and is published when it can', async () => {
    const { desk, draft, publish, reslug, folders } = await newScene();
    const article = await draft();
    await publish(article);
    await reslug(article, 'new-address');
    const withdraw = async (_: ObjectId, slug: string) => {
      throw errors.publishFailed({ slug, reason: 'the server may not write there' });
    };
    const refusing = { ...desk, target: { ...desk.target, withdraw } };
    expect(await publish(article, refusing)).toBe('failed');
    expect(await publish(article)).toBe('published');
    expect(await folders()).toEqual(['new-address']);
  });
});
