import sharp from 'sharp';
import { AiFault } from '../../../schema/ai-call.ts';
import type { Picture } from '../../engine/stage.ts';
import type { Unusable } from '../provider.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
};

/** Bytes; a picture of 2048 × 2048 that is not compressed at all has 16 MB. */
const maxBytes = 32_000_000;

/** A picture with what its own bytes say of it, whatever the provider has called it; or why it is none. */
export async function pictureOf(bytes: Uint8Array): Promise<Picture | Unusable> {
  if (bytes.length === 0) return { code: AiFault.Empty, fault: 'The answer held no picture.' };
  if (bytes.length > maxBytes) return { code: AiFault.Oversized, fault: 'The picture is far too large.' };
  try {
    // Decoded, not only looked at: half a picture begins like a whole one.
    const image = sharp(bytes, { failOn: 'error' });
    const { format, width, height } = await image.metadata();
    const mediaType = mediaTypes[format];
    if (mediaType === undefined) return notAnImage(`it is ${format}`);
    await image.stats();
    return { bytes, mediaType, width, height };
  } catch {
    return notAnImage(looksLike(bytes));
  }
}

function notAnImage(reason: string): Unusable {
  return { code: AiFault.NotAnImage, fault: `What came is no picture: ${reason}.` };
}

function looksLike(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1').trim().toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'it is a page of HTML';
  if (start.startsWith('{') || start.startsWith('[')) return 'it is JSON';
  return 'it cannot be read as one';
}
