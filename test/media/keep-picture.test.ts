import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { maxEncodedBytes } from '../../server/media/encode.ts';
import { keepPicture } from '../../server/media/keep-picture.ts';
import type { MediaFile } from '../../server/media/media-store.ts';
import { noise } from '../support/noise.ts';
import { tinyPicture } from '../support/tiny-picture.ts';

const files = new Map<string, MediaFile>();
const media = {
  put: async (some: Readonly<Record<string, MediaFile>>) => {
    for (const [key, file] of Object.entries(some)) files.set(key, file);
  },
} as Parameters<typeof keepPicture>[1]['media'];
const article = { width: 1200, height: 900 };

const keep = (bytes: Uint8Array, wanted = article) =>
  keepPicture(bytes, { media, folder: 'site', name: 'cup', wanted });

/** What is stored of it, and what sharp makes of both files. */
async function kept(bytes: Uint8Array, wanted = article) {
  const result = await keep(bytes, wanted);
  if ('fault' in result) throw new TypeError(result.fault);
  const { stored } = result;
  const [webp, fallback] = [files.get(stored.key), files.get(stored.fallback.key)];
  if (!webp || !fallback) throw new TypeError('not stored');
  const facts = {
    webp: await sharp(webp.bytes).metadata(),
    fallback: await sharp(fallback.bytes).metadata(),
  };
  return { stored, webp, fallback, facts };
}

const faultOf = async (bytes: Uint8Array) => {
  const result = await keep(bytes);
  return 'fault' in result ? result.fault : undefined;
};

/** One half red, the other blue, beside each other. */
const halves = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#ff0000' } }).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: '#0000ff' } },
      left: width / 2,
      top: 0,
    },
  ]);

const colourAt = async (bytes: Uint8Array, left: number, top: number) => {
  const [red = 0, green = 0, blue = 0] = await sharp(bytes)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer();
  if (red > 200 && green < 50 && blue < 50) return 'red';
  return blue > 200 && red < 50 && green < 50 ? 'blue' : `${red} ${green} ${blue}`;
};

describe('a picture that is kept', () => {
  it('is a WebP and a JPEG under one name, their size known', async () => {
    const { stored, facts, fallback } = await kept(await halves(1600, 1200).png().toBuffer());
    const name = /^site\/(cup-[0-9a-f]{16})\.webp$/.exec(stored.key)?.[1];
    expect(stored).toEqual({
      key: `site/${name}.webp`,
      url: `/media/site/${name}.webp`,
      fallback: { key: `site/${name}.jpg`, url: `/media/site/${name}.jpg` },
      mediaType: 'image/webp',
      width: 1200,
      height: 900,
    });
    expect(fallback.mediaType).toBe('image/jpeg');
    expect(facts).toMatchObject({
      webp: { format: 'webp', width: 1200, height: 900 },
      fallback: { format: 'jpeg', width: 1200, height: 900 },
    });
  });

  it.each(['jpeg', 'webp', 'avif', 'tiff', 'gif'] as const)('may have come as %s', async (format) => {
    const { stored } = await kept(await halves(400, 300).toFormat(format).toBuffer());
    expect(stored).toMatchObject({ width: 400, height: 300 });
  });

  it.each([
    ['larger', [2400, 1600], [1200, 675], [1200, 675]],
    ['square', [1024, 1024], [1200, 675], [1024, 576]],
    ['upright', [800, 1600], [1200, 900], [800, 600]],
    ['smaller', [600, 450], [1200, 900], [600, 450]],
    ['a line', [5000, 1], [1200, 900], [1, 1]],
    ['as large as they come', [7000, 7000], [1200, 900], [1200, 900]],
  ])('that came %s is cut to its proportions and never made larger', async (_, came, wanted, is) => {
    const [width = 1, height = 1] = came;
    const png = await halves(width, height).png({ compressionLevel: 1 }).toBuffer();
    const { stored } = await kept(png, { width: wanted[0] ?? 1, height: wanted[1] ?? 1 });
    expect([stored.width, stored.height]).toEqual(is);
  });

  it('is cut about its middle', async () => {
    const { webp } = await kept(await halves(2000, 900).png().toBuffer());
    expect([await colourAt(webp.bytes, 10, 450), await colourAt(webp.bytes, 1190, 450)]).toEqual([
      'red',
      'blue',
    ]);
  });

  it('may be one pixel', async () => {
    const { stored, fallback } = await kept(tinyPicture.bytes);
    expect(stored).toMatchObject({ width: 1, height: 1 });
    expect(['image/png', 'image/jpeg']).toContain(fallback.mediaType);
  });

  it('has no metadata left: no place, no camera, no profile', async () => {
    const exif = { IFD0: { Model: 'A camera', Copyright: 'Ada' }, IFD3: { GPSLatitudeRef: 'N' } };
    const bytes = await halves(640, 480).jpeg().withExif(exif).withIccProfile('p3').toBuffer();
    expect((await sharp(bytes).metadata()).exif?.toString('latin1')).toContain('A camera');
    const { facts, webp, fallback } = await kept(bytes);
    for (const { exif, icc, xmp, iptc, orientation } of [facts.webp, facts.fallback]) {
      expect({ exif, icc, xmp, iptc, orientation }).toEqual({});
    }
    for (const file of [webp, fallback]) {
      expect(Buffer.from(file.bytes).toString('latin1')).not.toMatch(/A camera|Ada|GPS|Exif/);
    }
  });

  it('stands upright, as its orientation said', async () => {
    const bytes = await halves(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { stored, webp } = await kept(bytes, { width: 300, height: 400 });
    expect(stored).toMatchObject({ width: 300, height: 400 });
    // Turned clockwise, left is above.
    expect([await colourAt(webp.bytes, 150, 20), await colourAt(webp.bytes, 150, 380)]).toEqual([
      'red',
      'blue',
    ]);
  });

  it('keeps what is transparent, its fallback being PNG', async () => {
    const clear = { r: 255, g: 0, b: 0, alpha: 0.5 };
    const bytes = await sharp({ create: { width: 400, height: 300, channels: 4, background: clear } })
      .png()
      .toBuffer();
    const { stored, facts, fallback, webp } = await kept(bytes);
    expect(stored.fallback.key).toBe(stored.key.replace('webp', 'png'));
    expect(facts).toMatchObject({ webp: { hasAlpha: true }, fallback: { format: 'png', hasAlpha: true } });
    for (const file of [webp, fallback]) expect((await sharp(file.bytes).stats()).isOpaque).toBe(false);
  });

  it('is a JPEG where all of it is opaque, whatever channels it came with', async () => {
    const { fallback } = await kept(await halves(400, 300).ensureAlpha().png().toBuffer());
    expect(fallback.mediaType).toBe('image/jpeg');
    const grey = await halves(400, 300).greyscale().png().toBuffer();
    expect((await kept(grey)).stored).toMatchObject({ width: 400, height: 300 });
  });

  it.each(['gif', 'webp'] as const)('of several frames as %s is its first', async (format) => {
    const frames = await Promise.all(
      ['#ff0000', '#0000ff'].map((background) =>
        sharp({ create: { width: 80, height: 60, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const animated = await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
    expect((await sharp(animated).metadata()).pages).toBe(2);
    const { stored, facts, webp } = await kept(animated);
    expect(stored).toMatchObject({ width: 80, height: 60 });
    expect(facts.webp.pages ?? 1).toBe(1);
    expect(await colourAt(webp.bytes, 40, 30)).toBe('red');
  });

  it.each([
    ['noise', 3, article],
    ['transparent noise', 4, { width: 640, height: 480 }],
  ] as const)(
    'weighs 300 KB at most, even %s, for which it is made smaller',
    async (_, channels, { width, height }) => {
      const { webp, fallback, stored } = await kept(await noise(width, height, channels));
      for (const { bytes } of [webp, fallback]) expect(bytes.length).toBeLessThanOrEqual(maxEncodedBytes);
      expect(stored.width / stored.height).toBeCloseTo(4 / 3, 1);
      expect(stored.width).toBeGreaterThan(400);
      expect(stored.width).toBeLessThan(width);
    },
  );

  it('of 1200 pixels loses quality before it loses size', async () => {
    const small = await noise(400, 300);
    const rough = await sharp(small).resize(1200, 900).png().toBuffer();
    const { webp, fallback, stored } = await kept(rough);
    expect(stored).toMatchObject({ width: 1200, height: 900 });
    for (const { bytes } of [webp, fallback]) {
      expect(bytes.length).toBeGreaterThan(100_000);
      expect(bytes.length).toBeLessThanOrEqual(maxEncodedBytes);
    }
  });

  it('comes to the same files every time', async () => {
    const bytes = await noise(500, 400);
    const [one, other] = [await kept(bytes), await kept(bytes)];
    expect(one.stored).toEqual(other.stored);
    for (const form of ['webp', 'fallback'] as const) {
      expect(Buffer.compare(one[form].bytes, other[form].bytes)).toBe(0);
    }
  });

  it('comes to other files than any other that the same call has brought', async () => {
    const [one, other] = [await kept(await noise(500, 400)), await kept(await noise(400, 300))];
    expect(other.stored.key).not.toBe(one.stored.key);
    expect(other.stored.fallback.key).not.toBe(one.stored.fallback.key);
  });
});

describe('what is no picture', () => {
  it.each([
    ['nothing', '', 'nothing came'],
    ['a page of HTML', '\n<!DOCTYPE html><h1>502</h1>', 'a page of HTML came in its place'],
    ['JSON', '{"error":"quota"}', 'JSON came in its place'],
    ['any text', 'no picture today', 'it cannot be decoded'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', 'its format is svg'],
  ])('is told: %s', async (_, text, fault) => {
    files.clear();
    expect(await faultOf(Buffer.from(text))).toContain(fault);
    expect(files.size).toBe(0);
  });

  it.each(['png', 'jpeg', 'webp'] as const)('is a %s of which the end is missing', async (format) => {
    const whole = await halves(800, 600).composite([]).toFormat(format).toBuffer();
    const rich = await sharp(await noise(300, 200))
      .toFormat(format)
      .toBuffer();
    expect(await faultOf(rich)).toBeUndefined();
    expect(await faultOf(rich.subarray(0, rich.length >> 1))).toContain('it cannot be decoded');
    expect(await faultOf(whole.subarray(0, 20))).toContain('it cannot be decoded');
  });

  it('is a bomb: few bytes that would be a great many pixels', async () => {
    const bomb = Buffer.from(await halves(8, 8).png().toBuffer());
    // Its header alone is read before it is refused.
    const [width, height, check] = [16, 20, 29];
    for (const side of [width, height]) bomb.writeUInt32BE(8_000, side);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, check)), check);
    expect(await faultOf(bomb)).toContain('exceeds pixel limit');
  });

  it('is more bytes than any model sends', async () => {
    expect(await faultOf(Buffer.alloc(25_000_001))).toBe('it has 25000001 bytes; 25000000 are allowed');
  });
});
