import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Content } from '../../schema/content.ts';
import { Site } from '../../schema/site.ts';
import { createPublishingFolder } from '../../server/publishing/folder.ts';
import { recordLog } from '../support/recorded-log.ts';

const root = await mkdtemp(join(tmpdir(), 'galley-redirects-'));
afterAll(() => rm(root, { recursive: true, force: true }));
const { log } = recordLog();
const target = createPublishingFolder({ root, media: { read: async () => null }, log });
const site = Object.assign(new Site(), { name: 'Bean & Brew', language: 'de' });
const content = Object.assign(new Content(), { title: 'Cold Brew: "Slow" & Good', slug: 'slow-brew' });
const folder = join(root, site._id.toHexString(), 'cold-brew');

async function redirected(url: string | null = null): Promise<string> {
  await target.redirect({ site: Object.assign(new Site(), site, { url }), content }, 'cold-brew');
  return readFile(join(folder, 'index.html'), 'utf8');
}

beforeEach(() => rm(root, { recursive: true, force: true }));

describe('a page at a former address of an article', () => {
  it('leads on at once, and has a link for who is not led', async () => {
    expect(await redirected()).toBe(`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cold Brew: &quot;Slow&quot; &amp; Good</title>
<meta http-equiv="refresh" content="0; url=../slow-brew/">
<link rel="canonical" href="../slow-brew/">
<meta name="robots" content="noindex">
</head>
<body>
<p lang="en" dir="ltr">This article has moved: <a href="../slow-brew/" lang="de">Cold Brew: &quot;Slow&quot; &amp; Good</a></p>
</body>
</html>
`);
  });

  it('tells search engines the whole address where the site has one', async () => {
    const page = await redirected('https://coffee.example/blog/');
    expect(page).toContain('<link rel="canonical" href="https://coffee.example/blog/slow-brew/">');
  });

  it('is all that is left there', async () => {
    await mkdir(folder, { recursive: true });
    for (const name of ['index.html', 'index.md', '0-cup.png']) await writeFile(join(folder, name), 'former');
    expect(await redirected()).not.toContain('former');
    expect(await readdir(folder)).toEqual(['index.html']);
  });

  it('says what is in the way, and leaves nothing half done', async () => {
    await mkdir(join(folder, 'index.html'), { recursive: true });
    await expect(redirected()).rejects.toMatchObject({
      code: 'PUBLISH_FAILED',
      details: { slug: 'cold-brew', reason: 'there is a folder where a file of it should be' },
    });
    expect(await readdir(folder)).toEqual(['index.html']);
  });
});
