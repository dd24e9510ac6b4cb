import { readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { MediaStore } from './media-store.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

/**
 * Moves what lies in a folder, where pictures were kept in earlier versions, into the store. Each is removed once the
 * store has it: cut off, or done by two processes at once, the next start goes on with it. What is no picture stays.
 */
export async function adoptFolder(
  folder: string,
  media: Pick<MediaStore, 'put'>,
  say: (line: string) => void,
): Promise<void> {
  const sites = await readdir(folder, { withFileTypes: true }).catch(noneIfMissing);
  if (sites.length === 0) return;
  say(`Moving the images in ${folder} to where they are kept now …`);
  for (const site of sites) {
    if (!site.isDirectory()) continue;
    for (const name of await readdir(join(folder, site.name))) {
      const mediaType = mediaTypes[extname(name)];
      const path = join(folder, site.name, name);
      const bytes = mediaType && (await readFile(path).catch(goneIfMissing));
      if (bytes) await media.put({ [`${site.name}/${name}`]: { bytes, mediaType } });
      if (mediaType) await rm(path, { force: true });
    }
    await rmdir(join(folder, site.name)).catch(leaveIfFull);
  }
  await rm(join(folder, '.swept'), { force: true });
  await rmdir(folder).catch(leaveIfFull);
}

function noneIfMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

function goneIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

function leaveIfFull(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'ENOENT') throw error;
}
