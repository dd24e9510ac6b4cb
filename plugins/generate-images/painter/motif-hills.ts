import { crest, groundBelow, heightAt, polyline, ridge, smooth } from './curves.ts';
import { between, chance, type Dice, whole } from './dice.ts';
import { blend } from './palette.ts';
import type { Motif } from './scene.ts';
import { type Point, type Sheet, short } from './sheet.ts';
import { paintSky } from './sky.ts';

/** Hills behind hills in the haze, sometimes under mountains, with woods on the near ones. */
export const hills: Motif = (scene) => {
  const { sheet, dice, palette } = scene;
  const horizon = between(dice, 46, 58);
  const sky = paintSky(scene, horizon + 6);
  if (chance(dice, 0.55))
    paintMountains(sheet, dice, horizon, blend(palette.tones[1], sky.horizon, 0.45), sky.horizon);
  const layers = 5;
  const waves = between(dice, 0.7, 1.3);
  for (let layer = 0; layer < layers; layer += 1) {
    const share = layer / (layers - 1);
    const level = horizon + 3 + (88 - horizon) * share ** 1.15;
    const line = ridge(dice, sheet.width, level, between(dice, 3.5, 7.5), waves * (1.5 - 0.7 * share));
    const tone = blend(palette.tones[layer + 1] ?? palette.ink, sky.horizon, 0.34 * (1 - share));
    if (layer >= 2) plantWood(sheet, dice, line, 3.2 + 4.6 * share, blend(tone, palette.ink, 0.14));
    const mist = blend(tone, sky.horizon, 0.42 * (1 - share * 0.7));
    sheet.path(
      groundBelow(smooth(line), sheet.width),
      sheet.linear([
        [0, tone],
        [0.55, mist],
        [1, mist],
      ]),
    );
  }
};

function paintMountains(sheet: Sheet, dice: Dice, horizon: number, colour: string, mist: string): void {
  const peaks: Point[] = [[-4, horizon - 2]];
  for (let x = between(dice, 6, 26); x < sheet.width; x += between(dice, 24, 44)) {
    peaks.push(
      [x, horizon - between(dice, 12, 28)],
      [x + between(dice, 12, 20), horizon - between(dice, 2, 7)],
    );
  }
  peaks.push([sheet.width + 24, horizon - 4]);
  const line = polyline(crest(dice, peaks, 3.4, 3));
  sheet.path(
    groundBelow(line, sheet.width + 20),
    sheet.linear([
      [0, colour],
      [0.42, mist],
    ]),
  );
}

/** Conifers in groups along a ridge, as one shape. */
function plantWood(sheet: Sheet, dice: Dice, line: readonly Point[], size: number, colour: string): void {
  let data = '';
  for (let group = whole(dice, 2, 4); group > 0; group -= 1) {
    const from = between(dice, -4, sheet.width);
    for (let tree = whole(dice, 4, 11); tree > 0; tree -= 1) {
      const x = from + between(dice, 0, size * 5.5);
      data += conifer(x, heightAt(line, x) + size * 0.25, size * between(dice, 0.65, 1.2));
    }
  }
  sheet.path(data, colour);
}

function conifer(x: number, y: number, size: number): string {
  const half = size * 0.27;
  return (
    `M${short(x)} ${short(y - size)}Q${short(x + half * 0.3)} ${short(y - size * 0.4)} ${short(x + half)} ${short(y)}` +
    `L${short(x - half)} ${short(y)}Q${short(x - half * 0.3)} ${short(y - size * 0.4)} ${short(x)} ${short(y - size)}Z`
  );
}
