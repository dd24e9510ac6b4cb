import type { Picture } from '../engine/stage.ts';

/** A picture as a file: its bytes and what they are. */
export type MediaFile = Pick<Picture, 'bytes' | 'mediaType'>;

/**
 * Keeps pictures, under keys `<site's id>/<name>.<extension>`. A picture never changes under its key: storing it again
 * stores the same bytes, and makes it as young as if it were new.
 */
export interface MediaStore {
  /** Stores some by their keys. Throws MEDIA_NOT_STORED. */
  put(files: Readonly<Record<string, MediaFile>>): Promise<void>;
  /** The whole of it, a few hundred KB; null where there is none. */
  read(key: string): Promise<Buffer | null>;
  /** Keys of pictures that were stored before, page by page: however many they are, few are in memory. */
  storedBefore(time: Date): AsyncIterable<string[]>;
  /** A picture that is gone already is no trouble. */
  remove(keys: readonly string[]): Promise<void>;
  /** Removes all pictures whose keys begin with the folder. */
  removeFolder(folder: string): Promise<void>;
}

/** What every stored picture is. */
export const mainExtension = 'webp';

/** Where a picture is found, which `/media/` serves. */
export function mediaUrl(key: string): string {
  return `/media/${key}`;
}

/** What begins with the folder sorts from the first of these on, and before the second. */
export function keysIn(folder: string): [from: string, before: string] {
  // The slash is followed by the zero.
  return [`${folder}/`, `${folder}0`];
}
