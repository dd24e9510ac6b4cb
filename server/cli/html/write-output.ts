import { mkdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { MediaStore } from '../../media/media-store.ts';
import { type PagePicture, type PlacedPicture, placed, type StoredImage } from '../../publishing/pictures.ts';
import { articlePage, type ShownContent, type ShownSite } from './article-page.ts';
import { fileNames } from './file-names.ts';
import { type IndexEntry, indexPage } from './index-page.ts';

export interface Output {
  /** The run's own, such as `out/<run_id>`; it is made. */
  readonly folder: string;
  readonly runId: string;
  readonly site: ShownSite;
  readonly media: Pick<MediaStore, 'read'>;
  readonly articles: readonly { readonly content: ShownContent; readonly images: readonly StoredImage[] }[];
}

export interface OutputReport {
  /** Path of the index.html. */
  readonly index: string;
  /** Keys of pictures that were not there to be copied; their articles do without. */
  readonly missing: readonly string[];
}

/**
 * Fills the folder: each article as a page, its pictures beside it, and an index.html that lists them.
 * Again, it writes the same files over. Throws what the file system throws.
 */
export async function writeOutput({ folder, runId, site, media, articles }: Output): Promise<OutputReport> {
  await mkdir(join(folder, 'images'), { recursive: true });
  const names = fileNames(articles.map(({ content }) => content.slug));
  const missing: string[] = [];
  const entries: IndexEntry[] = [];
  for (const [index, { content, images }] of articles.entries()) {
    const name = names[index] ?? `article-${index + 1}`;
    const pictures: PagePicture[] = [];
    for (const image of images) {
      const one = placed(image, (key) => `images/${name}-${image.position}${extname(key)}`);
      if (!one) continue;
      const lacking = await copied(one.files, { media, folder });
      if (lacking === null) pictures.push(one.picture);
      else missing.push(lacking);
    }
    await writeFile(join(folder, `${name}.html`), articlePage(content, pictures, site));
    const featured = pictures.find(({ position }) => position === 0) ?? null;
    entries.push({ content, file: `${name}.html`, featured });
  }
  const index = join(folder, 'index.html');
  await writeFile(index, indexPage(runId, site, entries));
  return { index, missing };
}

/** The key of the first that is not there; null for none. */
async function copied(
  files: PlacedPicture['files'],
  { media, folder }: Pick<Output, 'media'> & { folder: string },
): Promise<string | null> {
  for (const { key, path } of files) {
    const bytes = await media.read(key);
    if (!bytes) return key;
    await writeFile(join(folder, path), bytes);
  }
  return null;
}
