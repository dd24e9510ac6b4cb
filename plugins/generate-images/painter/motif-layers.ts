import { blob, groundBelow, ridge, smooth } from './curves.ts';
import { between, pick } from './dice.ts';
import { blend, type Palette } from './palette.ts';
import type { Motif, Scene } from './scene.ts';
import { type Point, short } from './sheet.ts';

/** A landscape seen through sheets of cut paper, each with a larger opening than the one behind it. */
export const layers: Motif = (scene) => {
  const { sheet, dice, palette } = scene;
  const middle: Point = [sheet.width * between(dice, 0.36, 0.64), between(dice, 44, 56)];
  paintBackdrop(scene, middle);
  const sheets = pick(dice, rampsOf(palette));
  const flatness = between(dice, 0.42, 0.56);
  for (const [nth, colour] of sheets.entries()) {
    const share = 0.4 + (0.8 * (nth + 0.4)) / sheets.length;
    const drift: Point = [middle[0] + between(dice, -2.5, 2.5), middle[1] + between(dice, -1.5, 1.5)];
    const opening = blob(dice, drift, sheet.width * flatness * share, 58 * share, 0.135);
    // Each sheet throws its shadow on the one behind it: light comes from above left.
    for (const [step, opacity] of [
      [1.6, 0.1],
      [0.8, 0.14],
    ] as const) {
      const shade = opening.map(([x, y]): Point => [x + step * 0.7, y + step]);
      sheet.path(cutOut(shade, sheet.width), palette.ink, opacity);
    }
    sheet.path(cutOut(opening, sheet.width), colour);
  }
};

/** From the innermost sheet to the one in front. */
function rampsOf({ tones, accent, accentSoft, accentDeep, haze, paper }: Palette) {
  return [
    [tones[0], tones[1], tones[2], tones[3], tones[4], tones[5]],
    [haze, accentSoft, accent, accentDeep, tones[4], tones[5]],
    [tones[5], tones[3], tones[1], haze, paper],
  ] as const;
}

function paintBackdrop({ sheet, dice, palette }: Scene, [x, y]: Point): void {
  const { paper, haze, accent, accentSoft, tones, ink } = palette;
  const sky = pick(dice, [
    [haze, paper],
    [accentSoft, paper],
    [tones[1], haze],
  ]);
  sheet.cover(
    sheet.linear([
      [0.2, sky[0] ?? haze],
      [0.6, sky[1] ?? paper],
    ]),
  );
  const radius = between(dice, 7, 11);
  const sunX = x + between(dice, -16, 16);
  sheet.disc(sunX, y - radius * 0.5, radius * 1.5, accentSoft, 0.5);
  sheet.disc(sunX, y - radius * 0.5, radius, sheet.fade(blend(accent, paper, 0.3), accent));
  for (const [nth, tone] of [tones[1], tones[2], tones[3], tones[4]].entries()) {
    const line = ridge(dice, sheet.width, y + 3 + nth * 7, between(dice, 3, 5.5), between(dice, 1.2, 2.2));
    const lifted = line.map(([px, py]): Point => [px, py - 0.7]);
    sheet.path(groundBelow(smooth(lifted), sheet.width), ink, 0.12);
    sheet.path(groundBelow(smooth(line), sheet.width), tone);
  }
}

/** The whole sheet but an opening: two outlines that turn opposite ways leave a hole. */
function cutOut(opening: readonly Point[], width: number): string {
  return `M-9 -9V109H${short(width + 9)}V-9Z${smooth(opening, true)}`;
}
