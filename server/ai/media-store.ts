import { mkdir, opendir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Picture } from '../engine/stage.ts';
import { errors } from '../errors.ts';

/** Keeps pictures. Storing under a key that exists replaces the same picture by itself. */
export interface MediaStore {
  /** Returns the picture's URL. Throws MEDIA_NOT_STORED. */
  put(key: string, picture: Picture): Promise<string>;
  /** Where a stored picture lies on this machine. */
  pathOf(key: string): string;
  /** Names of the folders that keys begin with. */
  folders(): Promise<string[]>;
  /** Keys of the folder's pictures that were stored before, page by page: however many they are, few are in memory. */
  storedBefore(folder: string, time: Date): AsyncIterable<string[]>;
  /** A picture that is gone already is no trouble. */
  remove(keys: readonly string[]): Promise<void>;
  removeFolder(folder: string): Promise<void>;
  /** When the store was last swept; null for never. */
  sweptAt(): Promise<Date | null>;
  markSwept(time: Date): Promise<void>;
}

/** Files looked at at once. */
const pageSize = 500;

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
  const mark = join(folder, '.swept');
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
    async folders() {
      const entries = await readdir(folder, { withFileTypes: true }).catch(noneIfMissing);
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    },
    async *storedBefore(name, time) {
      let page: string[] = [];
      for await (const entry of await opendir(pathOf(name))) {
        if (entry.isFile()) page.push(`${name}/${entry.name}`);
        if (page.length < pageSize) continue;
        yield await olderThan(page, time);
        page = [];
      }
      yield await olderThan(page, time);
    },
    async remove(keys) {
      await Promise.all(keys.map((key) => rm(pathOf(key), { force: true })));
    },
    async sweptAt() {
      const text = await readFile(mark, 'utf8').catch(noneIfMissing);
      const time = new Date(String(text));
      return Number.isNaN(time.getTime()) ? null : time;
    },
    async markSwept(time) {
      await mkdir(folder, { recursive: true });
      await writeFile(mark, time.toISOString());
    },
    async removeFolder(name) {
      await rm(pathOf(name), { recursive: true, force: true });
      made.delete(pathOf(name));
    },
  };

  async function olderThan(keys: readonly string[], time: Date): Promise<string[]> {
    const stats = await Promise.all(keys.map((key) => stat(pathOf(key)).catch(() => undefined)));
    return keys.filter((_, nth) => (stats[nth]?.mtime ?? time) < time);
  }
}

/** Before the first picture there is no folder. */
function noneIfMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
