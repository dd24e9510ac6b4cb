import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObjectId } from 'mongodb';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Content } from '../../schema/content.ts';
import { Image } from '../../schema/image.ts';
import { Site } from '../../schema/site.ts';
import type { GalleyError } from '../../server/errors.ts';
import { createPublishingFolder } from '../../server/publishing/folder.ts';
import { recordLog } from '../support/recorded-log.ts';

const root = await mkdtemp(join(tmpdir(), 'galley-published-'));
afterAll(() => rm(root, { recursive: true, force: true }));
const pictures = new Map<string, Buffer>();
const media = { read: async (key: string) => pictures.get(key) ?? null };
const { log } = recordLog();
const target = createPublishingFolder({ root, media, log });
const site = Object.assign(new Site(), { name: 'Bean & Brew', language: 'en' });
const folder = join(root, site._id.toHexString(), 'cold-brew');
const written = (name: string) => readFile(join(folder, name), 'utf8');

function article(fields: Partial<Content> = {}) {
  return Object.assign(new Content(), {
    title: 'Cold Brew: "Slow" & Good',
    slug: 'cold-brew',
    html: '<p>It is <strong>slow</strong>.</p><h2>Beans</h2><p>Any.</p><ul><li>Light</li></ul><h2>Water</h2><table><tbody><tr><td>Cold</td></tr></tbody></table>',
    excerpt: 'Slow.',
    metaTitle: 'Cold Brew',
    metaDescription: 'How to brew cold.',
    wordCount: 12,
    keywords: ['cold brew'],
    ...fields,
  });
}

async function pictureAt(position: number, name = `picture-${position}`): Promise<Image> {
  const mediaKey = `${name}.png`;
  pictures.set(mediaKey, Buffer.from(name));
  const fields = { content: new ObjectId(), position, alt: `Picture ${position}`, mediaKey };
  return Object.assign(new Image(), fields, { width: 640, height: 480 });
}

beforeEach(async () => {
  await rm(root, { recursive: true, force: true });
  pictures.clear();
});

const slugs = new Map<string, string>();

describe('an article in the folder', () => {
  it('is Markdown below front matter that any YAML reader takes, pictures in their places', async () => {
    const images = [await pictureAt(0), await pictureAt(2)];
    await target.publish({ site, content: article(), images, slugs });
    expect(await written('index.md')).toBe(`---
title: "Cold Brew: \\"Slow\\" & Good"
slug: "cold-brew"
description: "How to brew cold."
metaTitle: "Cold Brew"
excerpt: "Slow."
language: "en"
keywords: ["cold brew"]
words: 12
image: "0-picture-0.png"
imageAlt: "Picture 0"
---

![Picture 0](0-picture-0.png)

It is **slow**.

## Beans

Any.

-   Light

## Water

![Picture 2](2-picture-2.png)

<table><tbody><tr><td>Cold</td></tr></tbody></table>
`);
  });

  it('is a page of its own, with its language, description and pictures', async () => {
    await target.publish({ site, content: article(), images: [await pictureAt(0)], slugs });
    const html = await written('index.html');
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<h1>Cold Brew: &quot;Slow&quot; &amp; Good</h1>');
    expect(html).toContain('<meta name="description" content="How to brew cold.">');
    expect(html).toContain('<img src="0-picture-0.png" alt="Picture 0" width="640" height="480">');
    expect(html).not.toContain('noindex');
  });

  it('offers a WebP beside what every browser and link preview takes, both beside the page', async () => {
    const image = await pictureAt(0);
    pictures.set('cup.webp', Buffer.from('webp'));
    pictures.set('cup.jpg', Buffer.from('jpeg'));
    const both = Object.assign(image, { mediaKey: 'cup.webp', fallbackKey: 'cup.jpg' });
    await target.publish({ site, content: article(), images: [both], slugs });
    const html = await written('index.html');
    expect(html).toContain(
      '<picture><source srcset="0-cup.webp" type="image/webp"><img src="0-cup.jpg" alt="Picture 0" width="640" height="480"></picture>',
    );
    expect(html).toContain('<meta property="og:image" content="0-cup.jpg">');
    expect(await written('index.md')).toContain('image: "0-cup.jpg"\n');
    expect(await written('index.md')).toContain('\n![Picture 0](0-cup.jpg)\n');
    expect([await written('0-cup.webp'), await written('0-cup.jpg')]).toEqual(['webp', 'jpeg']);
    await target.publish({ site, content: article(), images: [], slugs });
    expect((await readdir(folder)).toSorted()).toEqual(['index.html', 'index.md']);
  });

  it('cannot break out of its front matter', async () => {
    await target.publish({ site, content: article({ title: 'a\n---\nslug: "evil"' }), images: [], slugs });
    const [, title] = (await written('index.md')).split('\n');
    expect(title).toBe('title: "a\\n---\\nslug: \\"evil\\""');
  });

  it('points at its neighbours that are published, and has of links to others the words alone', async () => {
    const html =
      '<p>See <a href="article:1">hot brew</a> and <a href="article:2">no brew</a>.</p><h2>Beans</h2><p>Any.</p>';
    const published = new Map([['1', '熱い-coffee']]);
    await target.publish({ site, content: article({ html }), images: [], slugs: published });
    const address = `../${encodeURIComponent('熱い-coffee')}/`;
    expect(await written('index.html')).toContain(`See <a href="${address}">hot brew</a> and no brew.`);
    expect(await written('index.md')).toContain(`See [hot brew](${address}) and no brew.`);
  });

  it('tells search engines what it is', async () => {
    const title = 'Cold </script><script>alert(1)</script>';
    const published = {
      user: new ObjectId(),
      name: 'Ann',
      at: new Date('2026-02-03T04:05:06Z'),
      reason: null,
    };
    const owned = Object.assign(new Site(), site, { url: 'https://coffee.example/blog' });
    const content = article({ title, published, createdAt: new Date('2026-01-02T03:04:05Z') });
    await target.publish({ site: owned, content, images: [await pictureAt(0)], slugs });
    const html = await written('index.html');
    expect(html.match(/<script/g)).toHaveLength(1);
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(json)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Article',
      headline: title,
      description: 'How to brew cold.',
      inLanguage: 'en',
      keywords: ['cold brew'],
      wordCount: 12,
      datePublished: '2026-02-03T04:05:06.000Z',
      dateModified: content.updatedAt.toISOString(),
      image: ['https://coffee.example/blog/cold-brew/0-picture-0.png'],
      mainEntityOfPage: 'https://coffee.example/blog/cold-brew/',
      author: { '@type': 'Organization', name: 'Bean & Brew', url: 'https://coffee.example/blog' },
      publisher: { '@type': 'Organization', name: 'Bean & Brew', url: 'https://coffee.example/blog' },
    });
  });

  it('says that it is sample text where it is', async () => {
    await target.publish({ site, content: article({ sample: true }), images: [], slugs });
    expect(await written('index.md')).toContain('sample: true\n');
  });

  it('published again is replaced, pictures that it does without included', async () => {
    const images = [await pictureAt(0), await pictureAt(1)];
    await target.publish({ site, content: article(), images, slugs });
    await target.publish({ site, content: article(), images: [await pictureAt(0, 'better')], slugs });
    expect((await readdir(folder)).toSorted()).toEqual(['0-better.png', 'index.html', 'index.md']);
  });

  it('stays as it was when a new version fails, and leaves nothing half done', async () => {
    await target.publish({ site, content: article(), images: [], slugs });
    const lost = await pictureAt(0);
    pictures.delete('picture-0.png');
    const failing = target.publish({ site, content: article({ title: 'New' }), images: [lost], slugs });
    await expect(failing).rejects.toMatchObject({ code: 'PUBLISH_FAILED', retryable: true });
    expect((await readdir(folder)).toSorted()).toEqual(['index.html', 'index.md']);
    expect(await written('index.html')).toContain('Cold Brew');
  });

  it('says what is in the way without naming folders of the server, which its log does', async () => {
    await mkdir(join(folder, '..'), { recursive: true });
    await writeFile(folder, 'in the way');
    const told = recordLog();
    const failing = createPublishingFolder({ root, media, log: told.log }).publish({
      site,
      content: article(),
      images: [],
      slugs,
    });
    const { message, details }: GalleyError = await failing.catch((error) => error);
    expect(details).toEqual({ slug: 'cold-brew', reason: 'there is a file where its folder should be' });
    expect(message).toMatch(/^"cold-brew" could not be published: there is a file where/);
    expect(message).not.toContain(root);
    const { err } = await told.line('article not published');
    expect(err.message).toContain(folder);
    await rm(folder);
    const down = { read: () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:9000')) };
    const unread = createPublishingFolder({ root, media: down, log }).publish({
      site,
      content: article(),
      images: [await pictureAt(0)],
      slugs,
    });
    await expect(unread).rejects.toMatchObject({
      code: 'PUBLISH_FAILED',
      details: { reason: "there was an unexpected error; see the server's log" },
    });
  });
});
