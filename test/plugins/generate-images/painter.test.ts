import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { paint, sketch } from '../../../plugins/generate-images/painter/paint.ts';
import { paletteOf } from '../../../plugins/generate-images/painter/palette.ts';

const featured = { width: 1200, height: 675 };
const inArticle = { width: 1024, height: 768 };
const motifs = ['hills', 'sea', 'town', 'stillLife', 'table', 'leaves', 'layers', 'arches', 'tiles'] as const;

describe('a painted picture', () => {
  it.each([featured, inArticle])('is a PNG of the size asked for, $width × $height', async (size) => {
    const { bytes, ...facts } = await paint({ site: 'site', prompt: 'A cup of tea', ...size });
    expect(facts).toEqual({ mediaType: 'image/png', ...size });
    expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', hasAlpha: false, ...size });
  });

  it('has the same bytes every time it is painted', async () => {
    const commission = { site: 'site', prompt: 'A harbour at dusk', ...featured };
    const [one, other] = [await paint(commission), await paint(commission)];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });

  it.each(motifs)('stays below 250 KB with the motif "%s"', async (motif) => {
    for (let nth = 0; nth < 4; nth += 1) {
      const size = nth % 2 === 0 ? featured : inArticle;
      const { bytes } = await paint({ site: `site ${nth}`, prompt: `prompt ${nth}`, ...size }, motif);
      expect(bytes.length).toBeLessThan(250_000);
    }
  });

  it.each(motifs)('has no text and no broken number with the motif "%s"', (motif) => {
    for (let nth = 0; nth < 25; nth += 1) {
      const svg = sketch({ site: `site ${nth}`, prompt: `prompt ${nth}`, ...featured }, motif);
      expect(svg).not.toMatch(/<text|NaN|undefined|Infinity/);
    }
  });
});

describe('the prompt of a picture', () => {
  it('decides what is seen: a hundred prompts make a hundred pictures', () => {
    const sketches = Array.from({ length: 100 }, (_, nth) =>
      sketch({ site: 'site', prompt: `An espresso machine, view ${nth}`, ...featured }),
    );
    expect(new Set(sketches).size).toBe(100);
  });

  it('chooses among all motifs', () => {
    const chosen = new Set<string | undefined>();
    for (let nth = 0; nth < 100; nth += 1) {
      const commission = { site: 'site', prompt: `prompt ${nth}`, ...featured };
      const svg = sketch(commission);
      chosen.add(motifs.find((motif) => sketch(commission, motif) === svg));
    }
    expect([...chosen].sort()).toEqual([...motifs].sort());
  });
});

describe('the palette of a site', () => {
  it('is the same for all its pictures', () => {
    expect(paletteOf('a site')).toEqual(paletteOf('a site'));
    const inPicture = (prompt: string, motif: (typeof motifs)[number]) =>
      sketch({ site: 'a site', prompt, ...featured }, motif);
    for (const prompt of ['one', 'two', 'three'])
      expect(inPicture(prompt, 'layers')).toContain(paletteOf('a site').accent);
  });

  it('differs between sites, and never has a colour that is none', () => {
    const palettes = Array.from({ length: 60 }, (_, nth) => JSON.stringify(paletteOf(`site ${nth}`)));
    expect(new Set(palettes).size).toBeGreaterThan(50);
    for (const palette of palettes) {
      for (const colour of palette.match(/"#[^"]*"/g) ?? []) expect(colour).toMatch(/^"#[0-9a-f]{6}"$/);
    }
  });

  it('runs from light to dark, so that far and near can be told apart in every site', () => {
    for (let nth = 0; nth < 60; nth += 1) {
      const { paper, tones, ink } = paletteOf(`site ${nth}`);
      const lights = [paper, ...tones, ink].map(luminance);
      expect(lights).toEqual([...lights].sort((one, other) => other - one));
    }
  });
});

/** Relative luminance of `#rrggbb`, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
