import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { ObjectId } from 'mongodb';
import type { Image } from '../../schema/image.ts';
import { errors } from '../errors.ts';
import type { Log } from '../log.ts';
import type { MediaStore } from '../media/media-store.ts';
import { articleHtml } from './article.ts';
import { type PagePicture, placed } from './pictures.ts';
import { publishFault } from './publish-fault.ts';
import { redirectHtml } from './redirect.ts';
import type { PublishingTarget } from './target.ts';

export interface FolderOptions {
  /** Made where it is not there. */
  readonly root: string;
  readonly media: Pick<MediaStore, 'read'>;
  readonly log: Log;
}

/**
 * Publishes to a folder: `<site's id>/<slug>/` with `index.html`, `index.md` and the pictures, as makers of static
 * sites take them. Each file appears whole or not at all, the pictures before the pages that show them; pictures
 * that a new version does without go last. At a former slug is a page that leads on, for links that others have to it.
 */
export function createPublishingFolder({ root, media, log }: FolderOptions): PublishingTarget {
  const folderOf = (site: ObjectId, slug: string) => join(resolve(root), site.toHexString(), slug);
  return {
    async publish(publication, beforeWriting) {
      const { content, site, images } = publication;
      // Loaded here, not above: most commands publish nothing.
      const { articleMarkdown } = await import('./markdown.ts');
      const folder = folderOf(site._id, content.slug);
      const orFailed = <T>(task: () => Promise<T>): Promise<T> =>
        task().catch((error: unknown) => {
          throw publishFault(log, content.slug, error);
        });
      const { pictures, files } = await orFailed(() => readPictures(images, media));
      await beforeWriting?.();
      await orFailed(async () => {
        await mkdir(folder, { recursive: true });
        files.set('index.md', articleMarkdown(publication, pictures));
        files.set('index.html', articleHtml(publication, pictures));
        for (const [name, data] of files) await put(join(folder, name), data);
        await removeOthers(folder, [...files.keys()]);
      });
    },
    async redirect(moved, former) {
      const folder = folderOf(moved.site._id, former);
      try {
        await mkdir(folder, { recursive: true });
        await put(join(folder, 'index.html'), redirectHtml(moved));
        await removeOthers(folder, ['index.html']);
      } catch (error) {
        throw publishFault(log, former, error);
      }
    },
  };
}

/** What the pages show, and the files of it by their names, in the order in which they are to be written. */
async function readPictures(images: readonly Image[], media: FolderOptions['media']) {
  const pictures: PagePicture[] = [];
  const files = new Map<string, Buffer | string>();
  for (const image of images) {
    const one = placed(image, fileNameOf(image));
    if (!one) continue;
    for (const { key, path } of one.files) {
      const bytes = await media.read(key);
      if (!bytes) throw errors.notFound({ kind: 'picture', id: key });
      files.set(path, bytes);
    }
    pictures.push(one.picture);
  }
  return { pictures, files };
}

/** Named after the picture, not its place alone: an old page never shows a new picture. */
export function fileNameOf({ position }: { readonly position: number }): (key: string) => string {
  return (key) => `${position}-${basename(key)}`;
}

/** Writes beside the place, and moves there what is whole. */
async function put(path: string, data: string | Buffer): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(unfinished, data);
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
