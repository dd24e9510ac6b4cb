import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { PagePicture } from '../../publishing/pictures.ts';
import { articlePage, type ShownContent, type ShownSite } from './article-page.ts';
import { fileNames } from './file-names.ts';
import { type IndexEntry, indexPage } from './index-page.ts';

/** A picture as it lies in the media store. */
interface StoredImage extends Omit<PagePicture, 'path'> {
  /** The file to copy. */
  readonly source: string;
}

export interface Output {
  /** Such as `out`; the run's own folder is made in it. */
  readonly root: string;
  readonly runId: string;
  readonly site: ShownSite;
  readonly articles: readonly { readonly content: ShownContent; readonly images: readonly StoredImage[] }[];
}

export interface OutputReport {
  /** Absolute path of `out/<run_id>`. */
  readonly folder: string;
  /** Absolute path of its index.html. */
  readonly index: string;
  /** Pictures that were not there to be copied; their articles do without. */
  readonly missing: readonly string[];
}

/**
 * Writes `out/<run_id>/`: each article as a page, its pictures beside it, and an index.html that lists them.
 * Again, it writes the same files over. Throws what the file system throws.
 */
export async function writeOutput({ root, runId, site, articles }: Output): Promise<OutputReport> {
  const folder = resolve(root, runId);
  await mkdir(join(folder, 'images'), { recursive: true });
  const names = fileNames(articles.map(({ content }) => content.slug));
  const missing: string[] = [];
  const entries: IndexEntry[] = [];
  for (const [index, { content, images }] of articles.entries()) {
    const name = names[index] ?? `article-${index + 1}`;
    const pictures: PagePicture[] = [];
    for (const image of images) {
      const path = `images/${name}-${image.position}${extname(image.source)}`;
      if (await copied(image.source, join(folder, path))) pictures.push(pictureOf(image, path));
      else missing.push(image.source);
    }
    await writeFile(join(folder, `${name}.html`), articlePage(content, pictures, site));
    const featured = pictures.find(({ position }) => position === 0) ?? null;
    entries.push({ content, file: `${name}.html`, featured });
  }
  const index = join(folder, 'index.html');
  await writeFile(index, indexPage(runId, site, entries));
  return { folder, index, missing };
}

function pictureOf({ position, alt, width, height }: StoredImage, path: string): PagePicture {
  return { position, alt, width, height, path };
}

async function copied(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
