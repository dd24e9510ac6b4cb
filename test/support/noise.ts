import { createHash } from 'node:crypto';
import sharp from 'sharp';

/** A PNG of random colours, the same ones every time: no encoder finds anything to save in it. */
export function noise(width: number, height: number, channels: 3 | 4 = 3): Promise<Buffer> {
  const blocks: Buffer[] = [];
  for (let length = 0, nth = 0; length < width * height * channels; length += 64, nth += 1) {
    blocks.push(createHash('sha512').update(`${nth}`).digest());
  }
  const data = Buffer.concat(blocks).subarray(0, width * height * channels);
  return sharp(data, { raw: { width, height, channels } }).png().toBuffer();
}
