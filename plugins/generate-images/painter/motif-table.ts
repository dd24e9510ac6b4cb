import { between, chance, type Dice, pick, whole } from './dice.ts';
import { blend, type Palette } from './palette.ts';
import type { Motif } from './scene.ts';
import { type Point, type Sheet } from './sheet.ts';
import { cup, nuts, paintBean, paintSpoon, paintTwig, plate, type Ware } from './tableware.ts';

/** Where a piece stands: shares of the sheet's width and height, its radius in units, and what it may be. */
type Place = readonly [across: number, down: number, radius: number, wares: readonly [Ware, ...Ware[]]];

/** Each is also used mirrored, and each piece moves a little. Large pieces come first, nothing overlaps. */
const settings: readonly [readonly Place[], ...(readonly Place[])[]] = [
  [
    [0.64, 0.46, 28, [plate]],
    [0.3, 0.62, 16, [cup]],
    [0.13, 0.17, 12, [cup, nuts]],
    [0.94, 0.93, 17, [plate, nuts]],
  ],
  [
    [0.36, 0.5, 25, [cup]],
    [0.76, 0.26, 15, [nuts, cup]],
    [0.86, 0.84, 24, [plate]],
    [0.05, 0.95, 14, [nuts, plate]],
  ],
  [
    [0.12, 0.62, 30, [plate]],
    [0.5, 0.36, 17, [cup]],
    [0.74, 0.68, 17, [cup]],
    [0.96, 0.12, 20, [plate, nuts]],
  ],
  [
    [0.5, 0.5, 31, [plate]],
    [0.18, 0.26, 14, [cup]],
    [0.83, 0.74, 15, [cup, nuts]],
    [0.9, 0.08, 13, [nuts]],
  ],
];

/** A laid table from straight above: cups, plates, bowls of nuts, a napkin, a twig. */
export const table: Motif = (scene) => {
  const { sheet, dice, palette } = scene;
  const { tones, haze, paper, accentSoft, accent, accentDeep } = palette;
  const cloth = pick(dice, [haze, tones[0], blend(tones[1], haze, 0.35), tones[4], accentSoft]);
  // Flat on purpose: round edges over a gradient make the PNG a third bigger.
  sheet.cover(cloth);
  const isMirrored = chance(dice, 0.5);
  const across = (share: number) => sheet.width * (isMirrored ? 1 - share : share);
  paintNapkin(sheet, dice, palette, cloth);
  paintTwig(sheet, dice, palette, [across(1.02), between(dice, 30, 60)], isMirrored ? -0.6 : Math.PI + 0.6);
  const colours = [paper, tones[2], accentDeep, tones[5], accent, haze].filter((colour) => colour !== cloth);
  const first = whole(dice, 0, colours.length - 1);
  for (const [nth, [share, down, radius, wares]] of pick(dice, settings).entries()) {
    const middle: Point = [across(share) + between(dice, -2, 2), down * 100 + between(dice, -3, 3)];
    const colour = colours[(first + nth) % colours.length] ?? paper;
    pick(dice, wares)(scene, middle, radius * between(dice, 0.92, 1.06), colour);
  }
  const loose: Point = [across(between(dice, 0.3, 0.46)), between(dice, 88, 93)];
  if (chance(dice, 0.55))
    paintSpoon(sheet, palette, [across(0.4), between(dice, 8, 14)], isMirrored ? 0.5 : Math.PI - 0.5);
  for (let bean = whole(dice, 4, 9); bean > 0; bean -= 1) {
    paintBean(
      sheet,
      palette,
      [loose[0] + between(dice, -13, 13), loose[1] + between(dice, -5, 5)],
      palette.brown,
    );
  }
};

/** A striped runner. It lies straight: a slanted edge is new in each row of pixels, and the PNG a quarter bigger. */
function paintNapkin(sheet: Sheet, dice: Dice, { paper, accent, tones, ink }: Palette, cloth: string): void {
  const colour = blend(pick(dice, [paper, accent, tones[2], tones[1]]), cloth, 0.2);
  const [x, width] = [sheet.width * between(dice, 0.25, 0.5), between(dice, 30, 46)];
  const band = (left: number, breadth: number, fill: string) => sheet.box(x + left, 0, breadth, 100, fill);
  band(0.8, width, blend(cloth, ink, 0.1));
  band(0, width, colour);
  const stripe = blend(colour, tones[4], 0.45);
  for (const left of [3, 5, width - 5.7, width - 3.7]) band(left, 0.7, stripe);
}
