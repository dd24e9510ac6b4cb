import sharp, { type Sharp } from 'sharp';
import type { Pixels } from './decode.ts';
import type { MediaFile } from './media-store.ts';

/** A picture in the two forms in which it is kept, of one size. */
export interface Encoded {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly webp: MediaFile;
  /** For what takes no WebP: JPEG or, where some of it is transparent, PNG. */
  readonly fallback: MediaFile;
}

/** What a picture of a page may weigh. */
export const maxEncodedBytes = 300_000;
/** Tried one after the other. Below the last, blocks show, and a smaller picture is the better one. */
const qualities = [80, 70, 60, 50, 40, 30, 20];
/** A picture that no quality makes light enough is made smaller, to this share of its sides at least. */
const leastShrinking = 0.85;

/** Both forms, without metadata: of the best quality that is light enough, made smaller where none is. */
export async function encode(pixels: Pixels): Promise<Encoded> {
  const [webp, fallback] = await Promise.all([asWebp(pixels), asFallback(pixels)]);
  const heaviest = Math.max(webp.bytes.length, fallback.bytes.length);
  if (heaviest > maxEncodedBytes) return encode(await shrunk(pixels, maxEncodedBytes / heaviest));
  const { width, height } = pixels;
  return { width, height, webp, fallback };
}

/** Beyond effort 2 it takes twice the time to save a twentieth. */
function asWebp(pixels: Pixels): Promise<MediaFile> {
  return lightened('image/webp', qualities, (quality) =>
    imageOf(pixels).webp({ quality, alphaQuality: quality, effort: 2 }),
  );
}

async function asFallback(pixels: Pixels): Promise<MediaFile> {
  if (pixels.channels === 3) {
    return lightened('image/jpeg', qualities, (quality) => imageOf(pixels).jpeg({ quality }));
  }
  // To choose colours takes long, and longer the more there are: one try, and not the best.
  const png = { compressionLevel: 9 } as const;
  return lightened('image/png', [png, { ...png, colours: 256, effort: 1 }], (how) =>
    imageOf(pixels).png(how),
  );
}

/** Made anew each time: sharp's own `clone` copies the pixels. */
function imageOf({ data, ...raw }: Pixels): Sharp {
  return sharp(data, { raw });
}

/** By the first way that makes it light enough, or by the last. */
async function lightened<Way>(
  mediaType: string,
  ways: readonly Way[],
  by: (way: Way) => Sharp,
): Promise<MediaFile> {
  let bytes = new Uint8Array();
  for (const way of ways) {
    bytes = await by(way).toBuffer();
    if (bytes.length <= maxEncodedBytes) break;
  }
  return { bytes, mediaType };
}

/** To about this share of its area. */
async function shrunk({ data, ...size }: Pixels, share: number): Promise<Pixels> {
  const scale = Math.min(leastShrinking, Math.sqrt(share));
  const width = Math.max(1, Math.floor(size.width * scale));
  const height = Math.max(1, Math.floor(size.height * scale));
  const smaller = await sharp(data, { raw: size }).resize({ width, height, fit: 'fill' }).raw().toBuffer();
  return { data: smaller, width, height, channels: size.channels };
}
