import { diceOf, pick } from './dice.ts';
import { arches } from './motif-arches.ts';
import { hills } from './motif-hills.ts';
import { layers } from './motif-layers.ts';
import { leaves } from './motif-leaves.ts';
import { sea } from './motif-sea.ts';
import { stillLife } from './motif-still-life.ts';
import { table } from './motif-table.ts';
import { tiles } from './motif-tiles.ts';
import { town } from './motif-town.ts';
import { paletteOf } from './palette.ts';
import { createSheet } from './sheet.ts';

/** What to paint; sizes in pixels. */
export interface Commission {
  /** Chooses the palette. */
  readonly site: string;
  /** Chooses the motif and all its chances. */
  readonly prompt: string;
  readonly width: number;
  readonly height: number;
}

export interface Painting {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png';
  readonly width: number;
  readonly height: number;
}

const motifs = { hills, sea, town, stillLife, table, leaves, layers, arches, tiles } as const;
export type MotifName = keyof typeof motifs;

/** Things stand for most articles better than patterns do, so they come up twice as often. */
const gallery = [
  hills,
  sea,
  town,
  stillLife,
  stillLife,
  table,
  table,
  leaves,
  layers,
  arches,
  tiles,
] as const;

/**
 * Paints a PNG: the same commission gives the same bytes. About 15 ms, and below 250 KB. `motif` overrides the
 * prompt's choice.
 */
export async function paint(commission: Commission, motif?: MotifName): Promise<Painting> {
  const { width, height } = commission;
  // Loaded here, not above: it takes a while, and few commands paint.
  const { default: sharp } = await import('sharp');
  const svg = Buffer.from(sketch(commission, motif));
  // Lightly: it is made anew before it is stored, and flat colours pack well at any level.
  const bytes = await sharp(svg).removeAlpha().png({ compressionLevel: 1 }).toBuffer();
  return { bytes, mediaType: 'image/png', width, height };
}

/** The drawing before it is rasterised: SVG without any text, since fonts differ between machines. */
export function sketch({ site, prompt, width, height }: Commission, motif?: MotifName): string {
  const dice = diceOf(prompt);
  const sheet = createSheet((100 * width) / height);
  const chosen = pick(dice, gallery);
  (motif ? motifs[motif] : chosen)({ sheet, dice, palette: paletteOf(site) });
  return sheet.toSvg(width, height);
}
