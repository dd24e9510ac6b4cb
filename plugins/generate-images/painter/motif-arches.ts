import { between, chance, type Dice, pick, whole } from './dice.ts';
import { blend, type Palette } from './palette.ts';
import type { Motif } from './scene.ts';
import { type Sheet, short } from './sheet.ts';

/** Nested arches, discs and steps on a quiet wall, as in a mid-century poster. */
export const arches: Motif = ({ sheet, dice, palette }) => {
  const { paper, haze, accentSoft, tones } = palette;
  const wall = pick(dice, [paper, haze, accentSoft, tones[0]]);
  sheet.cover(sheet.fade(wall, blend(wall, tones[1], 0.16)));
  paintDisc(sheet, dice, palette);
  const floor = between(dice, 84, 90);
  const middle = sheet.width * between(dice, 0.4, 0.6);
  const spans = [between(dice, 22, 28), between(dice, 15, 20), between(dice, 10, 15)] as const;
  const left = middle - spans[0] - spans[1] * between(dice, 0.5, 0.9);
  const right = middle + spans[0] + spans[2] * between(dice, 0.4, 0.85);
  paintArch(sheet, dice, palette, left, floor, spans[1], between(dice, 34, 46));
  paintArch(sheet, dice, palette, right, floor, spans[2], between(dice, 24, 60));
  paintArch(sheet, dice, palette, middle, floor, spans[0], between(dice, 48, 62));
  paintFloor(sheet, dice, palette, floor);
};

function paintDisc(sheet: Sheet, dice: Dice, { accent, accentDeep, tones, paper }: Palette): void {
  const radius = between(dice, 12, 20);
  const x = sheet.width * pick(dice, [between(dice, 0.14, 0.26), between(dice, 0.74, 0.86)]);
  const y = between(dice, 20, 32);
  const colour = pick(dice, [accent, accentDeep, tones[2]]);
  sheet.disc(x, y, radius, sheet.fade(blend(colour, paper, 0.12), colour));
  if (chance(dice, 0.5))
    sheet.line(
      `M${short(x - radius - 5)} ${short(y)}a${short(radius + 5)} ${short(radius + 5)} 0 0 1 ${short(radius * 2 + 10)} 0`,
      colour,
      0.7,
    );
}

/** An arch of nested bands: `half` its half width, `height` from floor to where the round begins plus the round. */
function paintArch(
  sheet: Sheet,
  dice: Dice,
  palette: Palette,
  x: number,
  floor: number,
  half: number,
  height: number,
): void {
  const { tones, accent, accentDeep, accentSoft, paper, ink } = palette;
  const ramps = [
    [tones[4], tones[2], tones[1], accentSoft, paper],
    [accentDeep, accent, accentSoft, paper, tones[1]],
    [tones[5], tones[3], accent, accentSoft, tones[0]],
    [tones[3], paper, accentDeep, accentSoft, tones[4]],
  ] as const;
  const ramp = pick(dice, ramps);
  const bands = whole(dice, 3, 5);
  const core = between(dice, 0.2, 0.42);
  const spring = Math.min(floor, floor - height + half);
  sheet.path(archData(x + 1.2, floor, half, spring + 0.8), ink, 0.1);
  for (let band = 0; band < bands; band += 1) {
    const radius = half * (1 - ((1 - core) * band) / (bands - 1));
    const colour = ramp[band % ramp.length] ?? ink;
    sheet.path(
      archData(x, floor, radius, spring),
      sheet.fade(blend(colour, paper, 0.08), blend(colour, ink, 0.07)),
    );
  }
}

function archData(x: number, floor: number, radius: number, spring: number): string {
  const r = short(radius);
  return `M${short(x - radius)} ${short(floor)}V${short(spring)}A${r} ${r} 0 0 1 ${short(x + radius)} ${short(spring)}V${short(floor)}Z`;
}

function paintFloor(sheet: Sheet, dice: Dice, { tones, ink, accent, paper }: Palette, floor: number): void {
  const ground = pick(dice, [tones[4], tones[3], tones[2]]);
  sheet.box(0, floor, sheet.width, 100 - floor, sheet.fade(ground, blend(ground, ink, 0.25)));
  sheet.box(0, floor, sheet.width, 0.7, blend(ground, paper, 0.35));
  let x = sheet.width * between(dice, 0.1, 0.2);
  for (let ball = whole(dice, 1, 3); ball > 0; ball -= 1) {
    const radius = between(dice, 2.4, 5);
    const colour = pick(dice, [accent, paper, tones[1]]);
    sheet.oval(x + radius * 0.5, floor + 3.1, radius * 1.25, radius * 0.22, ink, 0.25);
    sheet.disc(
      x,
      floor + 3 - radius,
      radius,
      sheet.radial([
        [0, blend(colour, paper, 0.35)],
        [1, colour],
      ]),
    );
    x = sheet.width * between(dice, 0.55, 0.92);
  }
}
