import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { articleHref } from '../../schema/article-links.ts';
import { Content } from '../../schema/content.ts';
import { addressesOfPublished } from '../../server/db/migrations/0018-addresses-of-published.ts';
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
  const folder = join(root, site._id.toHexString());
  const page = (slug: string) => readFile(join(folder, slug, 'index.html'), 'utf8');
  return {
    desk,
    draft: async (fields: Partial<Content> = {}) => (await reviewable(fields)).content,
    publish: async ({ _id }: Content, by = desk) => (await publish(by, reviewer, [_id]))[0]?.outcome,
    reslug: async ({ _id }: Content, slug: string) => {
      await sendBack({ database, now }, reviewer, [_id], 'Another slug');
      await editContent(app.engine, site, _id, { slug });
    },
    folders: async () => (await readdir(folder)).toSorted(),
    files: async (slug: string) => (await readdir(join(folder, slug))).toSorted(),
    page,
    /** The addresses that a browser comes by which asks for the first: the last is of a page that leads no further. */
    visit: async (slug: string): Promise<string[]> => {
      const visited = [slug];
      for (;;) {
        const at = visited.at(-1) ?? '';
        const [, next] = /<meta http-equiv="refresh" content="0; url=([^"]+)">/.exec(await page(at)) ?? [];
        if (next === undefined) return visited;
        visited.push(new URL(next, `https://coffee.example/${at}/`).pathname.replaceAll('/', ''));
      }
    },
  };
}

describe('an article whose slug is changed once it has been published', () => {
  it('is published under the new one alone, to which a page at the former one leads', async () => {
    const { draft, publish, reslug, folders, files, page, visit } = await newScene();
    const article = await draft();
    await publish(article);
    await reslug(article, 'new-address');
    expect(await folders()).toEqual([article.slug]);
    expect(await publish(article)).toBe('published');
    expect(await files('new-address')).toEqual(['index.html', 'index.md']);
    expect(await files(article.slug)).toEqual(['index.html']);
    expect(await visit(article.slug)).toEqual([article.slug, 'new-address']);
    expect(await page('new-address')).toContain(article.html);
  });

  it('is found by the links that other articles have to it', async () => {
    const { draft, publish, reslug, page, visit } = await newScene();
    const article = await draft();
    const html = `<p>See <a href="${articleHref(article.task.toHexString())}">there</a>.</p>`;
    const other = await draft({ html });
    await publish(article);
    await publish(other);
    await reslug(article, 'elsewhere');
    await publish(article);
    const [, linked = ''] = /<a href="..\/([^"]+)\/">there/.exec(await page(other.slug)) ?? [];
    expect(await visit(linked)).toEqual([article.slug, 'elsewhere']);
  });

  it('is one step away from each address that it had, and is itself at one to which it returns', async () => {
    const { draft, publish, reslug, files, visit } = await newScene();
    const article = await draft({ slug: 'a-place' });
    await publish(article);
    for (const slug of ['b-place', 'c-place']) {
      await reslug(article, slug);
      await publish(article);
    }
    expect(await visit('a-place')).toEqual(['a-place', 'c-place']);
    expect(await visit('b-place')).toEqual(['b-place', 'c-place']);
    await reslug(article, 'a-place');
    await publish(article);
    expect(await files('a-place')).toEqual(['index.html', 'index.md']);
    expect(await visit('a-place')).toEqual(['a-place']);
    expect(await visit('b-place')).toEqual(['b-place', 'a-place']);
    expect(await visit('c-place')).toEqual(['c-place', 'a-place']);
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

  it('has no say any more over an address that another took, wherever either of them goes', async () => {
    const { draft, publish, reslug, page, visit } = await newScene();
    const [article, other] = [await draft({ slug: 'first-place' }), await draft()];
    await publish(article);
    await reslug(article, 'second-place');
    await publish(article);
    await reslug(other, 'first-place');
    await publish(other);
    await reslug(article, 'third-place');
    await reslug(other, 'fourth-place');
    await publish(article);
    expect(await visit('first-place')).toEqual(['first-place']);
    expect(await page('first-place')).toContain(other.title);
    await publish(other);
    expect(await visit('first-place')).toEqual(['first-place', 'fourth-place']);
    expect(await visit('second-place')).toEqual(['second-place', 'third-place']);
  });

  it('is led to, too, where it was published before its addresses were noted', async () => {
    const { draft, publish, reslug, visit } = await newScene();
    const [article, unpublished] = [await draft(), await draft()];
    await publish(article);
    for (const { _id } of [article, unpublished])
      await database.of(Content).updateOne({ _id }, { $unset: { publishedAs: true } });
    await addressesOfPublished.up(database.db);
    for (const [one, slug] of [
      [article, 'noted'],
      [unpublished, 'never-noted'],
    ] as const) {
      await reslug(one, slug);
      expect(await publish(one)).toBe('published');
    }
    expect(await visit(article.slug)).toEqual([article.slug, 'noted']);
    await expect(visit(unpublished.slug)).rejects.toThrow('ENOENT');
  });

  it.each([2, 3, 4, 5])(
    'is there once, too, where the publication before was cut off at write %i',
    async (nth) => {
      const { desk, draft, publish, reslug, folders, files, visit } = await newScene();
      const article = await draft();
      await publish(article);
      await reslug(article, 'second');
      await publish(article, { ...desk, database: cutOff(database, nth) }).catch(() => undefined);
      app.clock.advance(61_000);
      await reslug(article, 'third');
      expect(await publish(article)).toBe('published');
      for (const former of (await folders()).filter((slug) => slug !== 'third')) {
        expect(await files(former)).toEqual(['index.html']);
        expect(await visit(former)).toEqual([former, 'third']);
      }
      expect(await visit('third')).toEqual(['third']);
    },
  );

  it('stays in review where the page at the old one cannot be written, and is published when it can', async () => {
    const { desk, draft, publish, reslug, visit } = await newScene();
    const article = await draft();
    await publish(article);
    await reslug(article, 'new-address');
    const redirect = async (_: unknown, slug: string) => {
      throw errors.publishFailed({ slug, reason: 'the server may not write there' });
    };
    const refusing = { ...desk, target: { ...desk.target, redirect } };
    expect(await publish(article, refusing)).toBe('failed');
    expect(await publish(article)).toBe('published');
    expect(await visit(article.slug)).toEqual([article.slug, 'new-address']);
  });
});
