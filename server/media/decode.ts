import sharp from 'sharp';

/** Pixels as they are, row by row, in three or four bytes each. */
export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  /** 3: red, green and blue; 4: and how opaque it is. */
  readonly channels: 3 | 4;
}

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What image models send; an SVG could refer to what is elsewhere. */
const formats = new Set(['png', 'jpeg', 'webp', 'gif', 'heif', 'tiff']);
/** Several times what the largest models send, and what one picture may take of a worker's memory. */
const maxBytes = 25_000_000;
const maxPixels = 50_000_000;
/** Of decoding: what takes longer was made to. */
const maxSeconds = 30;

// No picture is decoded twice: what libvips remembers of the last ones takes memory and saves nothing.
sharp.cache(false);

const options = { limitInputPixels: maxPixels, failOn: 'error', animated: false } as const;

/**
 * What an image model has sent, as pixels: upright, its first frame, in sRGB, cut to the proportions of `wanted` about
 * its middle and made as small as that, never larger. `fault` says why it is no picture.
 */
export async function decode(
  bytes: Uint8Array,
  wanted: Size,
): Promise<{ pixels: Pixels } | { fault: string }> {
  if (bytes.length === 0) return { fault: 'nothing came' };
  if (bytes.length > maxBytes) return { fault: `it has ${bytes.length} bytes; ${maxBytes} are allowed` };
  try {
    const { format, autoOrient } = await sharp(bytes, options).metadata();
    if (!formats.has(format)) return { fault: `its format is ${format}, which is not taken` };
    const { data, info } = await sharp(bytes, options)
      .timeout({ seconds: maxSeconds })
      .autoOrient()
      .resize({ ...fitted(autoOrient, wanted), fit: 'cover' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const pixels = { data, width: info.width, height: info.height, channels: channelsOf(info.channels) };
    return { pixels: await opaqueIfSo(pixels) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { fault: `${kindOf(bytes)} (${error.message})` };
  }
}

/** The size in which it is cut to the proportions of `wanted`, at most as large as that. */
function fitted({ width, height }: Size, wanted: Size): Size {
  const ratio = wanted.width / wanted.height;
  const cut = { width: Math.min(width, height * ratio), height: Math.min(height, width / ratio) };
  const scale = Math.min(1, wanted.width / cut.width);
  const pixels = (side: number) => Math.max(1, Math.round(side * scale));
  return { width: pixels(cut.width), height: pixels(cut.height) };
}

function channelsOf(count: number): 3 | 4 {
  return count === 4 ? 4 : 3;
}

/** Without a fourth channel that says nothing. */
async function opaqueIfSo(pixels: Pixels): Promise<Pixels> {
  const { data, width, height, channels } = pixels;
  if (channels === 3) return pixels;
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return pixels;
  const opaque = await sharp(data, { raw: { width, height, channels } }).removeAlpha().raw().toBuffer();
  return { data: opaque, width, height, channels: 3 };
}

/** What came in place of a picture, as far as its beginning tells. */
function kindOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1').trimStart();
  if (/^<(!doctype html|html)\b/i.test(start)) return 'a page of HTML came in its place';
  if (/^[{[]/.test(start)) return 'JSON came in its place';
  return 'it cannot be decoded';
}
