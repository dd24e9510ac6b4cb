import { createHash } from 'node:crypto';
import type { StoredPicture } from '../engine/stage.ts';
import { decode, type Size } from './decode.ts';
import { encode } from './encode.ts';
import { type MediaFile, type MediaStore, mainExtension, mediaUrl } from './media-store.ts';

const extensions: Readonly<Record<string, string>> = {
  'image/webp': mainExtension,
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

export interface Keeping {
  readonly media: MediaStore;
  /** Of the store; the site's id. */
  readonly folder: string;
  /** Of lower-case letters, digits and hyphens; what the files' own name begins with. */
  readonly name: string;
  /** At most so large, in these proportions. */
  readonly wanted: Size;
}

/**
 * Stores what an image model has sent as what pages need: of the size wanted, as WebP and as a fallback, both under
 * one name. The same bytes come to the same files, others to others: a model that is asked again paints anew, and what
 * it painted before may be an image already. `fault` says why it is no picture. Throws MEDIA_NOT_STORED.
 */
export async function keepPicture(
  bytes: Uint8Array,
  { media, folder, name, wanted }: Keeping,
): Promise<{ stored: Omit<StoredPicture, 'model'> } | { fault: string }> {
  const decoded = await decode(bytes, wanted);
  if ('fault' in decoded) return decoded;
  const { webp, fallback, width, height } = await encode(decoded.pixels);
  const stem = `${folder}/${name}-${hashOf([webp, fallback])}`;
  const placeOf = ({ mediaType }: MediaFile) => {
    const key = `${stem}.${extensions[mediaType]}`;
    return { key, url: mediaUrl(key) };
  };
  const [main, other] = [placeOf(webp), placeOf(fallback)];
  await media.put({ [main.key]: webp, [other.key]: fallback });
  return { stored: { ...main, fallback: other, mediaType: webp.mediaType, width, height } };
}

/** 16 hex digits: enough to tell apart what one call has brought in all its tries. */
function hashOf(files: readonly MediaFile[]): string {
  const hash = createHash('sha256');
  for (const { bytes } of files) hash.update(bytes);
  return hash.digest('hex').slice(0, 16);
}
