import { leaf } from './curves.ts';
import { between, chance, type Dice, pick, whole } from './dice.ts';
import { blend, type Palette } from './palette.ts';
import type { Motif } from './scene.ts';
import { type Point, type Sheet, short } from './sheet.ts';

/** Stems and leaves before a large disc, the far ones pale, the near ones dark. */
export const leaves: Motif = ({ sheet, dice, palette }) => {
  const { paper, haze, accent, accentSoft, tones } = palette;
  const ground = pick(dice, [paper, haze, blend(tones[0], paper, 0.35)]);
  // Flat on purpose: each shade behind a leaf's edge would make its own row of colours, and the PNG half as big again.
  sheet.cover(ground);
  const discX = sheet.width * between(dice, 0.36, 0.64);
  const disc = pick(dice, [accent, accentSoft, accentSoft]);
  sheet.disc(discX, between(dice, 40, 50), between(dice, 26, 34), sheet.fade(blend(disc, paper, 0.25), disc));
  const layers = 3;
  for (let layer = 0; layer < layers; layer += 1) {
    const colour = blend(tones[2 + layer] ?? tones[3], ground, 0.42 * (1 - layer / (layers - 1)));
    const count = whole(dice, 3, 5) - (layer === 2 ? 1 : 0);
    for (let stem = 0; stem < count; stem += 1) {
      const x = sheet.width * ((stem + between(dice, 0.1, 0.9)) / count);
      const height = between(dice, 44, 84) * (1 - layer * 0.2);
      const lean = (x - discX) * between(dice, 0.05, 0.32) + between(dice, -9, 9);
      paintStem(sheet, dice, palette, { foot: [x, 104], tip: [x + lean, 100 - height], colour });
    }
  }
};

interface Stem {
  readonly foot: Point;
  readonly tip: Point;
  readonly colour: string;
}

function paintStem(sheet: Sheet, dice: Dice, palette: Palette, { foot, tip, colour }: Stem): void {
  const kind = pick(dice, ['pairs', 'pairs', 'fern', 'berries']);
  const bend: Point = [foot[0] + (tip[0] - foot[0]) * between(dice, -0.15, 0.25), (foot[1] + tip[1]) / 2];
  const on = (t: number): Point => [
    (1 - t) ** 2 * foot[0] + 2 * (1 - t) * t * bend[0] + t ** 2 * tip[0],
    (1 - t) ** 2 * foot[1] + 2 * (1 - t) * t * bend[1] + t ** 2 * tip[1],
  ];
  sheet.line(
    `M${short(foot[0])} ${short(foot[1])}Q${short(bend[0])} ${short(bend[1])} ${short(tip[0])} ${short(tip[1])}`,
    colour,
    0.7,
  );
  const count = { pairs: 6, fern: 11, berries: 7 }[kind] ?? 6;
  const size =
    { pairs: between(dice, 12, 16), fern: between(dice, 10, 14), berries: between(dice, 5, 7) }[kind] ?? 10;
  let data = '';
  for (let nth = 1; nth <= count; nth += 1) {
    const t = 0.22 + (0.76 * nth) / count;
    const direction = Math.atan2(on(t)[1] - on(t - 0.04)[1], on(t)[0] - on(t - 0.04)[0]);
    const length = size * (kind === 'fern' ? 1.08 - t : 1.05 - 0.5 * t);
    for (const side of [-1, 1]) {
      const angle = direction + side * (kind === 'fern' ? 1.05 : 0.72) * (1.1 - 0.35 * t);
      const width = kind === 'fern' ? 0.16 : 0.32;
      if (kind !== 'berries') data += leaf(on(t), angle, length, width);
      else if (chance(dice, 0.75)) paintBerry(sheet, on(t), angle, length, colour, palette);
    }
  }
  if (kind !== 'berries')
    sheet.path(data + leaf(on(1), Math.atan2(tip[1] - bend[1], tip[0] - bend[0]), size * 0.6, 0.3), colour);
}

function paintBerry(
  sheet: Sheet,
  [x, y]: Point,
  angle: number,
  length: number,
  colour: string,
  palette: Palette,
): void {
  const [endX, endY] = [x + Math.cos(angle) * length, y + Math.sin(angle) * length];
  sheet.line(`M${short(x)} ${short(y)}L${short(endX)} ${short(endY)}`, colour, 0.4);
  sheet.disc(endX, endY, 1.5, blend(palette.accentDeep, colour, 0.25));
  sheet.disc(endX - 0.4, endY - 0.5, 0.45, palette.paper, 0.6);
}
