import { groundBelow, ridge, smooth } from './curves.ts';
import { between, chance, type Dice, whole } from './dice.ts';
import { blend, type Palette } from './palette.ts';
import type { Motif } from './scene.ts';
import { type Sheet, short } from './sheet.ts';
import { paintSky, type Sky } from './sky.ts';

/** Open water below a low sun: headlands, its glitter on the waves, a shore in front. */
export const sea: Motif = (scene) => {
  const { sheet, dice, palette } = scene;
  const { width } = sheet;
  const horizon = between(dice, 46, 60);
  const sky = paintSky(scene, horizon);
  paintHeadlands(sheet, dice, horizon, blend(palette.tones[2], sky.horizon, 0.3), sky);
  const far = blend(palette.tones[1], sky.horizon, 0.35);
  sheet.box(
    0,
    horizon,
    width,
    100 - horizon,
    sheet.linear([
      [0, far],
      [0.35, palette.tones[2]],
      [1, palette.tones[4]],
    ]),
  );
  paintGlitter(sheet, dice, horizon, sky);
  if (chance(dice, 0.6)) paintBoat(sheet, dice, horizon, palette);
  paintShore(sheet, dice, palette, sky);
};

function paintHeadlands(sheet: Sheet, dice: Dice, horizon: number, colour: string, sky: Sky): void {
  const fromLeft = sky.sunX > sheet.width / 2;
  for (let headland = 0; headland < 2; headland += 1) {
    const reach = sheet.width * between(dice, 0.28, 0.5) * (1 - headland * 0.35);
    const height = between(dice, 5, 10) * (1 + headland * 0.5);
    const bumps = Array.from({ length: 7 }, (_, step) => {
      const share = step / 6;
      const x = share * reach;
      return [
        fromLeft ? x - 2 : sheet.width + 2 - x,
        horizon - height * (1 - share) ** 0.8 * between(dice, 0.75, 1.15),
      ] as const;
    });
    const end = fromLeft ? -4 : sheet.width + 4;
    const shade = blend(colour, sky.horizon, headland === 0 ? 0.4 : 0);
    sheet.path(
      `${smooth(bumps)}L${short(bumps.at(-1)?.[0] ?? 0)} ${short(horizon + 0.3)}L${end} ${short(horizon + 0.3)}Z`,
      shade,
    );
  }
}

/** Short bars of light that widen and scatter towards the viewer. */
function paintGlitter(sheet: Sheet, dice: Dice, horizon: number, sky: Sky): void {
  for (let y = horizon + 0.8; y < 96; y += 0.9 + (y - horizon) * 0.052) {
    const depth = (y - horizon) / (100 - horizon);
    const spread = 3 + depth * 17;
    for (let bar = whole(dice, 1, 3); bar > 0; bar -= 1) {
      const length = between(dice, 2, 5 + depth * 12);
      const x = sky.sunX + between(dice, -spread, spread) - length / 2;
      const thickness = 0.3 + depth * 0.75;
      sheet.box(
        x,
        y,
        length,
        thickness,
        sky.sunColour,
        thickness / 2,
        between(dice, 0.35, 0.8) * (1 - depth * 0.45),
      );
    }
  }
}

function paintBoat(sheet: Sheet, dice: Dice, horizon: number, palette: Palette): void {
  const size = between(dice, 6, 10);
  const x = sheet.width * between(dice, 0.3, 0.7);
  const y = horizon + size * between(dice, 0.5, 1.1);
  const spot = (dx: number, dy: number) => `${short(x + dx * size)} ${short(y + dy * size)}`;
  sheet.path(
    `M${spot(0.04, -1.25)}Q${spot(0.6, -0.5)} ${spot(0.56, -0.16)}L${spot(0.04, -0.16)}Z`,
    palette.paper,
  );
  sheet.path(
    `M${spot(-0.04, -1.05)}Q${spot(-0.34, -0.45)} ${spot(-0.4, -0.16)}L${spot(-0.04, -0.16)}Z`,
    palette.accentSoft,
  );
  sheet.path(
    `M${spot(-0.55, -0.1)}L${spot(0.66, -0.1)}Q${spot(0.5, 0.14)} ${spot(0.3, 0.14)}L${spot(-0.3, 0.14)}Q${spot(-0.5, 0.1)} ${spot(-0.55, -0.1)}Z`,
    palette.ink,
  );
  sheet.oval(x, y + size * 0.2, size * 0.7, size * 0.05, palette.ink, 0.3);
}

function paintShore(sheet: Sheet, dice: Dice, palette: Palette, sky: Sky): void {
  const shore = ridge(dice, sheet.width, between(dice, 90, 95), 3, 0.6);
  sheet.path(
    groundBelow(smooth(shore.map(([x, y]) => [x, y - 2.4] as const)), sheet.width),
    palette.paper,
    sky.isNight ? 0.12 : 0.3,
  );
  sheet.path(
    groundBelow(smooth(shore.map(([x, y]) => [x, y - 1] as const)), sheet.width),
    palette.paper,
    sky.isNight ? 0.2 : 0.55,
  );
  const sand = sky.isNight ? palette.tones[5] : blend(palette.haze, palette.accentSoft, 0.45);
  sheet.path(
    groundBelow(smooth(shore), sheet.width),
    sheet.linear([
      [0, sand],
      [1, blend(sand, palette.tones[3], 0.3)],
    ]),
  );
}
