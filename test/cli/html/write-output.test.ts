import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileNames } from '../../../server/cli/html/file-names.ts';
import { type Output, writeOutput } from '../../../server/cli/html/write-output.ts';
import { temporaryFolder } from '../../engine/run-log/log-folder.ts';
import { contentWith, site } from './shown-content.ts';

const pictures = new Map([
  ['site/a.webp', 'a picture'],
  ['site/a.jpg', 'the same for old browsers'],
]);

function outputWith(root: string): Output {
  const image = { alt: 'Beans', width: 1200, height: 675 };
  return {
    folder: join(root, 'out', 'run_20251203_140523_manual'),
    runId: 'run_20251203_140523_manual',
    site,
    media: { read: async (key) => (pictures.has(key) ? Buffer.from(pictures.get(key) ?? '') : null) },
    articles: [
      {
        content: contentWith(),
        images: [{ ...image, position: 0, mediaKey: 'site/a.webp', fallbackKey: 'site/a.jpg' }],
      },
      {
        content: contentWith({ slug: 'tea' }),
        images: [{ ...image, position: 1, mediaKey: 'site/gone.png', fallbackKey: null }],
      },
    ],
  };
}

describe('writing out a run', () => {
  it('makes a page of each article, its pictures beside it, and an index', async () => {
    const root = await temporaryFolder();
    const report = await writeOutput(outputWith(root));
    const folder = join(root, 'out', 'run_20251203_140523_manual');
    expect(report.index).toBe(join(folder, 'index.html'));
    expect((await readdir(folder, { recursive: true })).sort()).toEqual([
      'images',
      'images/ultimate-coffee-bean-buying-guide-0.jpg',
      'images/ultimate-coffee-bean-buying-guide-0.webp',
      'index.html',
      'tea.html',
      'ultimate-coffee-bean-buying-guide.html',
    ]);
    const picture = join(folder, 'images/ultimate-coffee-bean-buying-guide-0.webp');
    expect(await readFile(picture, 'utf8')).toBe('a picture');
  });

  it('names pictures that are gone, and shows the article without them', async () => {
    const root = await temporaryFolder();
    const output = outputWith(root);
    expect((await writeOutput(output)).missing).toEqual(['site/gone.png']);
    expect(await readFile(join(output.folder, 'tea.html'), 'utf8')).not.toContain('<img');
  });

  it('writes the same files over when it is asked again', async () => {
    const root = await temporaryFolder();
    const output = outputWith(root);
    const first = await writeOutput(output);
    const before = await readFile(first.index, 'utf8');
    expect(await writeOutput(output)).toEqual(first);
    expect(await readFile(first.index, 'utf8')).toBe(before);
  });

  it('links nothing that is not there', async () => {
    const root = await temporaryFolder();
    const output = outputWith(root);
    const { folder } = output;
    await writeOutput(output);
    const files = await readdir(folder, { recursive: true });
    for (const name of files.filter((file) => file.endsWith('.html'))) {
      const html = await readFile(join(folder, name), 'utf8');
      for (const [, target = ''] of html.matchAll(/(?:src|srcset|href)="([^"]+)"/g)) {
        expect(files).toContain(decodeURIComponent(target));
      }
    }
  });
});

describe('the file names of articles', () => {
  it.each([
    [['coffee-beans'], ['coffee-beans']],
    [
      ['index', 'index'],
      ['index-2', 'index-3'],
    ],
    [
      ['tea', 'Tea', 'tea'],
      ['tea', 'Tea-2', 'tea-3'],
    ],
    [['../../etc/passwd'], ['etc-passwd']],
    [
      ['', '...'],
      ['article', 'article-2'],
    ],
    [['コーヒー豆'], ['コーヒー豆']],
  ])('for the slugs %j are %j', (slugs, names) => {
    expect(fileNames(slugs)).toEqual(names);
  });

  it('are short enough for every file system', () => {
    const [name = ''] = fileNames(['豆'.repeat(200)]);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
    expect(name).toMatch(/^豆+$/);
  });
});
