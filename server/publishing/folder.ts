import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { MediaStore } from '../ai/media-store.ts';
import { errors } from '../errors.ts';
import { articleHtml } from './article.ts';
import { articleMarkdown } from './markdown.ts';
import type { PagePicture } from './pictures.ts';
import type { PublishingTarget } from './target.ts';

export interface FolderOptions {
  /** Made where it is not there. */
  readonly root: string;
  readonly media: Pick<MediaStore, 'pathOf'>;
}

/**
 * Publishes to a folder: `<site's id>/<slug>/` with `index.html`, `index.md` and the pictures, as makers of static
 * sites take them. Each file appears whole or not at all, the pictures before the pages that show them; pictures
 * that a new version does without go last.
 */
export function createPublishingFolder({ root, media }: FolderOptions): PublishingTarget {
  return {
    async publish(publication) {
      const { content, site } = publication;
      const folder = join(resolve(root), site._id.toHexString(), content.slug);
      try {
        await mkdir(folder, { recursive: true });
        const pictures: PagePicture[] = [];
        for (const image of publication.images) {
          const { mediaKey, position, alt, width, height } = image;
          if (mediaKey === null) continue;
          // Named after the picture, not its place alone: an old page never shows a new picture.
          const path = `${position}-${basename(mediaKey)}`;
          await put(join(folder, path), (part) => copyFile(media.pathOf(mediaKey), part));
          pictures.push({ position, alt, width, height, path });
        }
        const pages = {
          'index.md': articleMarkdown(publication, pictures),
          'index.html': articleHtml(publication, pictures),
        };
        for (const [name, text] of Object.entries(pages)) {
          await put(join(folder, name), (path) => writeFile(path, text));
        }
        await removeOthers(folder, [...Object.keys(pages), ...pictures.map(({ path }) => path)]);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw errors.publishFailed({ slug: content.slug, reason });
      }
    },
  };
}

/** Writes beside the place, and moves there what is whole. */
async function put(path: string, write: (path: string) => Promise<void>): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    await write(unfinished);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function removeOthers(folder: string, kept: readonly string[]): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!kept.includes(name)) await rm(join(folder, name), { force: true, recursive: true });
  }
}
