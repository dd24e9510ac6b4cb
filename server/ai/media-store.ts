import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Picture } from '../engine/stage.ts';
import { errors } from '../errors.ts';

/** Keeps pictures. Storing under a key that exists replaces the same picture by itself. */
export interface MediaStore {
  /** Returns the picture's URL. Throws MEDIA_NOT_STORED. */
  put(key: string, picture: Picture): Promise<string>;
  /** Where a stored picture lies on this machine. */
  pathOf(key: string): string;
}

const extensions: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

/** A picture's key in the store: `<folder>/<name>.<extension>`, of lower-case letters, digits and hyphens. */
export function mediaKeyOf(folder: string, name: string, mediaType: string): string {
  return `${folder}/${name}.${extensions[mediaType] ?? 'bin'}`;
}

/** A media store in a folder; its URLs begin with `/media/`. */
export function createMediaFolder(folder: string): MediaStore {
  const pathOf = (key: string) => join(folder, key);
  const made = new Set<string>();
  const makeFolder = async (path: string) => {
    if (made.has(path)) return;
    await mkdir(path, { recursive: true });
    made.add(path);
  };
  return {
    pathOf,
    async put(key, picture) {
      // Nobody looks for it before its image is saved, and a put that was cut off is done again: no half picture shows.
      const path = pathOf(key);
      try {
        await makeFolder(dirname(path));
        await writeFile(path, picture.bytes);
      } catch (error) {
        // Somebody may have cleared the store: the next picture makes its folder anew.
        made.delete(dirname(path));
        throw errors.mediaNotStored({ key, reason: error instanceof Error ? error.message : String(error) });
      }
      return `/media/${key}`;
    },
  };
}
