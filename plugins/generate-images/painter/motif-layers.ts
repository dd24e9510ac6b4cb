import { blob, groundBelow, ridge, smooth } from './curves.ts';
import { between, chance, pick } from './dice.ts';
import { blend } from './palette.ts';
import type { Motif } from './scene.ts';
import type { Point } from './sheet.ts';

/** Sheets of cut paper, one hole smaller behind the other, and a small landscape at the back. */
export const layers: Motif = ({ sheet, dice, palette }) => {
  const { tones, paper, haze, accent, accentSoft, accentDeep, ink } = palette;
  const centre: Point = [sheet.width * between(dice, 0.38, 0.62), between(dice, 44, 54)];
  const ramps = [
    [tones[5], tones[4], tones[3], tones[2], tones[1], tones[0], haze],
    [tones[4], tones[3], accentDeep, accent, accentSoft, haze, paper],
    [haze, tones[0], tones[1], tones[2], tones[3], tones[4], tones[5]],
  ] as const;
  const ramp = pick(dice, ramps);
  const isDeep = ramp === ramps[2];
  sheet.box(0, 0, sheet.width, 100, ramp[0]);
  const rings = ramp.length - 1;
  for (let ring = 1; ring <= rings; ring += 1) {
    const share = 1 - (ring - 0.55) / (rings + 0.9);
    const drift: Point = [centre[0] + between(dice, -2, 2), centre[1] + between(dice, -2, 2)];
    const edge = blob(dice, drift, sheet.width * 0.6 * share, 60 * share, 0.13);
    const hole = ramp[ring] ?? paper;
    // The sheet in front throws its shadow on the one behind, from above left.
    sheet.path(smooth(edge, true), blend(hole, ink, isDeep ? 0.34 : 0.26));
    sheet.path(
      smooth(
        edge.map(([x, y]) => [x + 0.55, y + 0.8] as const),
        true,
      ),
      blend(hole, ink, isDeep ? 0.2 : 0.15),
    );
    sheet.path(
      smooth(
        edge.map(([x, y]) => [x + 1.1, y + 1.6] as const),
        true,
      ),
      hole,
    );
  }
  const sun = isDeep ? accentSoft : accent;
  const radius = between(dice, 5, 7.5);
  sheet.disc(centre[0] + 0.5, centre[1] + 0.8, radius, ink, 0.16);
  sheet.disc(
    centre[0],
    centre[1],
    radius,
    sheet.linear([
      [0, blend(sun, paper, 0.25)],
      [1, sun],
    ]),
  );
  if (chance(dice, 0.65)) {
    for (const [level, tone] of [
      [82, tones[2]],
      [89, tones[3]],
      [95, tones[5]],
    ] as const) {
      const line = ridge(dice, sheet.width, level, between(dice, 2.5, 5), between(dice, 0.7, 1.4));
      sheet.path(groundBelow(smooth(line.map(([x, y]) => [x, y - 0.9] as const)), sheet.width), ink, 0.14);
      sheet.path(groundBelow(smooth(line), sheet.width), isDeep ? blend(tone, accentDeep, 0.45) : tone);
    }
  }
};
