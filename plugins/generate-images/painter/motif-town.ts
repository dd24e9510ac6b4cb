import { between, chance, type Dice, pick, whole } from './dice.ts';
import { blend, type Palette } from './palette.ts';
import type { Motif } from './scene.ts';
import { type Sheet, short } from './sheet.ts';
import { paintSky } from './sky.ts';

interface House {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly scale: number;
  readonly wall: string;
  readonly roof: string;
  readonly light: string;
}

/** Roofs behind roofs, windows lit here and there. */
export const town: Motif = (scene) => {
  const { sheet, dice, palette } = scene;
  const sky = paintSky(scene, 62);
  const rows = 3;
  for (let row = 0; row < rows; row += 1) {
    const share = row / (rows - 1);
    const far = (colour: string) => blend(colour, sky.horizon, 0.5 * (1 - share));
    const scale = 0.62 + 0.58 * share;
    const walls = wallsOf(palette, sky.isNight);
    const roofs = [palette.tones[4], palette.accentDeep, palette.tones[3]] as const;
    for (let x = between(dice, -12, -2); x < sheet.width; ) {
      const width = between(dice, 11, 18) * scale;
      const top = 52 + 17 * share - between(dice, 0, 13) * scale;
      const [wall, roof] = [far(pick(dice, walls)), far(pick(dice, roofs))];
      const light = sky.isNight ? palette.accentSoft : blend(wall, palette.ink, 0.55 * (0.35 + share * 0.65));
      paintHouse(sheet, dice, { x, width, top, scale, wall, roof, light }, sky.isNight ? 0.5 : 0.85);
      x += width + (chance(dice, 0.25) ? between(dice, 1, 4) * scale : -0.05);
    }
  }
  paintTrees(sheet, dice, palette);
};

function wallsOf(
  { paper, haze, accentSoft, tones, ink }: Palette,
  isNight: boolean,
): readonly [string, ...string[]] {
  return isNight
    ? [tones[3], tones[4], blend(tones[4], ink, 0.3)]
    : [paper, haze, accentSoft, tones[0], blend(tones[1], haze, 0.3)];
}

function paintHouse(sheet: Sheet, dice: Dice, house: House, litShare: number): void {
  const { x, width, top, scale, wall, roof, light } = house;
  const steepness = between(dice, 0.32, 0.62);
  const ridgeX = x + width * pick(dice, [0.5, 0.5, 0.28, 0.72]);
  const peak = top - width * steepness;
  if (chance(dice, 0.5)) {
    const chimneyX = ridgeX + width * between(dice, 0.1, 0.2);
    sheet.box(chimneyX, peak - scale * 0.6, scale * 1.7, width * steepness, blend(roof, wall, 0.3));
  }
  sheet.box(x, top, width, 104 - top, wall);
  const eaves = scale * 0.7;
  const edge = [short(x - eaves), short(x + width + eaves), short(top + scale * 0.4)] as const;
  sheet.path(`M${edge[0]} ${edge[2]}L${short(ridgeX)} ${short(peak)}L${edge[1]} ${edge[2]}Z`, roof);
  const columns = width / scale > 14 ? 3 : 2;
  const round = chance(dice, 0.3) ? scale * 1.1 : scale * 0.15;
  for (let floor = whole(dice, 2, 4) - 1; floor >= 0; floor -= 1) {
    for (let column = 0; column < columns; column += 1) {
      if (!chance(dice, litShare)) continue;
      const windowX = x + (width * (column + 0.5)) / columns - scale * 1.1;
      sheet.box(windowX, top + scale * (2.6 + floor * 6.2), scale * 2.2, scale * 3.4, light, round);
    }
  }
}

function paintTrees(sheet: Sheet, dice: Dice, { tones, ink }: Palette): void {
  for (let x = between(dice, -4, 8); x < sheet.width + 6; x += between(dice, 9, 30)) {
    const radius = between(dice, 4.5, 8);
    const y = 97 - radius * between(dice, 0.35, 0.8);
    const leaf = pick(dice, [tones[4], tones[5], blend(tones[3], tones[4], 0.5)]);
    sheet.oval(x, y, radius, radius * 1.2, leaf);
    sheet.oval(x - radius * 0.25, y - radius * 0.25, radius * 0.6, radius * 0.75, blend(leaf, tones[1], 0.2));
  }
  sheet.box(0, 97, sheet.width, 4, blend(tones[5], ink, 0.4));
}
