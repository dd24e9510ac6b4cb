import { leaf } from './curves.ts';
import { between, chance, type Dice, pick, whole } from './dice.ts';
import { blend, type Palette } from './palette.ts';
import type { Scene } from './scene.ts';
import { type Point, type Sheet, short } from './sheet.ts';

/** Tableware from straight above. Light comes from above left. */
export type Ware = (scene: Scene, middle: Point, radius: number, colour: string) => void;

export const plate: Ware = ({ sheet, dice, palette }, [x, y], radius, colour) => {
  const { paper, ink, accent, accentSoft, accentDeep } = palette;
  paintShadow(sheet, ink, [x, y], radius);
  sheet.disc(x, y, radius, blend(colour, paper, 0.14));
  sheet.disc(x, y, radius * 0.93, colour);
  sheet.disc(x, y, radius * 0.72, blend(colour, ink, 0.13));
  sheet.disc(x + radius * 0.01, y + radius * 0.015, radius * 0.7, blend(colour, paper, 0.1));
  const fruit = pick(dice, [accent, accentDeep, accentSoft]);
  const slices = whole(dice, 2, 4);
  const start = between(dice, 0, Math.PI);
  for (let slice = 0; slice < slices; slice += 1) {
    const angle = start + (slice * Math.PI * 2) / slices;
    const middle: Point = [x + Math.cos(angle) * radius * 0.34, y + Math.sin(angle) * radius * 0.34];
    paintSlice(sheet, palette, middle, radius * between(dice, 0.21, 0.27), fruit);
  }
};

export const cup: Ware = ({ sheet, dice, palette }, [x, y], radius, colour) => {
  const { paper, ink, brown, accentSoft } = palette;
  paintShadow(sheet, ink, [x, y], radius);
  sheet.disc(x, y, radius, blend(colour, paper, 0.12));
  sheet.disc(x, y, radius * 0.94, colour);
  sheet.disc(x, y, radius * 0.72, blend(colour, ink, 0.1));
  const angle = between(dice, -0.9, 0.9);
  const grip = `${short(x + Math.cos(angle) * radius * 0.84)} ${short(y + Math.sin(angle) * radius * 0.84)}`;
  sheet.line(`M${short(x)} ${short(y)}L${grip}`, blend(colour, ink, 0.2), radius * 0.2);
  sheet.line(`M${short(x)} ${short(y)}L${grip}`, blend(colour, paper, 0.35), radius * 0.14);
  sheet.disc(x + radius * 0.05, y + radius * 0.07, radius * 0.6, ink, 0.2);
  sheet.disc(x, y, radius * 0.58, blend(colour, paper, 0.35));
  sheet.disc(x, y, radius * 0.52, blend(brown, accentSoft, 0.4));
  sheet.disc(x, y, radius * 0.46, blend(brown, accentSoft, 0.14));
  sheet.disc(x + radius * 0.04, y + radius * 0.05, radius * 0.38, brown);
  if (chance(dice, 0.6)) paintFoam(sheet, [x, y], radius * 0.3, blend(accentSoft, paper, 0.5));
};

export const nuts: Ware = ({ sheet, dice, palette }, [x, y], radius, colour) => {
  const { paper, ink, brown, accentSoft } = palette;
  paintShadow(sheet, ink, [x, y], radius);
  sheet.disc(x, y, radius, blend(colour, paper, 0.2));
  sheet.disc(x, y, radius * 0.88, blend(colour, ink, 0.2));
  for (let nut = 0; nut < 24; nut += 1) {
    const [angle, reach] = [between(dice, 0, Math.PI * 2), radius * 0.76 * Math.sqrt(dice())];
    paintBean(
      sheet,
      palette,
      [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach],
      blend(brown, accentSoft, between(dice, 0, 0.35)),
    );
  }
};

/** A bean with its crease. */
export function paintBean(sheet: Sheet, { ink, paper }: Palette, [x, y]: Point, colour: string): void {
  sheet.oval(x + 0.3, y + 0.4, 1.6, 1.25, ink, 0.2);
  sheet.oval(x, y, 1.6, 1.2, colour);
  sheet.oval(x - 0.1, y, 1.1, 0.13, blend(colour, paper, 0.3));
}

export function paintSpoon(sheet: Sheet, { tones, paper, ink }: Palette, [x, y]: Point, angle: number): void {
  const metal = blend(tones[1], paper, 0.4);
  const [dx, dy] = [Math.cos(angle) * 26, Math.sin(angle) * 26];
  const handle = (shift: number) => `M${short(x + shift)} ${short(y + shift)}l${short(dx)} ${short(dy)}`;
  sheet.line(handle(0.7), ink, 1.4, 0.15);
  sheet.disc(x + 0.7, y + 0.9, 3.4, ink, 0.15);
  sheet.line(handle(0), metal, 1.2);
  sheet.disc(x, y, 3.3, metal);
  sheet.disc(x + 0.2, y + 0.2, 2.5, blend(metal, ink, 0.18));
}

/** A twig from its foot, `angle` in radians. */
export function paintTwig(sheet: Sheet, dice: Dice, palette: Palette, foot: Point, angle: number): void {
  const green = pick(dice, [palette.tones[3], palette.tones[4], palette.tones[2]]);
  const length = between(dice, 34, 44);
  const outline = (shift: number) => {
    let data = '';
    for (let nth = 1; nth <= 6; nth += 1) {
      const along = (length * nth) / 6.5;
      const spot: Point = [
        foot[0] + Math.cos(angle) * along + shift,
        foot[1] + Math.sin(angle) * along + shift,
      ];
      for (const side of [-1, 1]) data += leaf(spot, angle + side * 0.8, 11 - nth * 0.7, 0.34);
    }
    return data;
  };
  const stem = `M${short(foot[0])} ${short(foot[1])}l${short(Math.cos(angle) * length)} ${short(Math.sin(angle) * length)}`;
  sheet.path(outline(0.8), palette.ink, 0.13);
  sheet.line(stem, blend(green, palette.ink, 0.2), 0.7);
  sheet.path(outline(0), green);
}

function paintShadow(sheet: Sheet, ink: string, [x, y]: Point, radius: number): void {
  sheet.disc(x + radius * 0.08, y + radius * 0.1, radius * 1.02, ink, 0.1);
  sheet.disc(x + radius * 0.04, y + radius * 0.05, radius * 1.01, ink, 0.12);
}

/** A round of fruit with its segments. */
function paintSlice(
  sheet: Sheet,
  { paper, ink }: Palette,
  [x, y]: Point,
  radius: number,
  colour: string,
): void {
  sheet.disc(x + radius * 0.08, y + radius * 0.1, radius, ink, 0.18);
  sheet.disc(x, y, radius, colour);
  sheet.disc(x, y, radius * 0.86, blend(colour, paper, 0.75));
  let data = '';
  for (let nth = 0; nth < 8; nth += 1) {
    const spot = (turn: number, reach: number) => {
      const angle = ((nth + turn) / 8) * Math.PI * 2;
      return `${short(x + Math.cos(angle) * radius * reach)} ${short(y + Math.sin(angle) * radius * reach)}`;
    };
    data += `M${spot(0.5, 0.12)}L${spot(0.14, 0.76)}Q${spot(0.5, 0.86)} ${spot(0.86, 0.76)}Z`;
  }
  sheet.path(data, blend(colour, paper, 0.15));
}

/** A heart of milk foam. */
function paintFoam(sheet: Sheet, [x, y]: Point, size: number, colour: string): void {
  const spot = (dx: number, dy: number) => `${short(x + dx * size)} ${short(y + dy * size)}`;
  const right = `C${spot(-1.3, 0)} ${spot(-0.8, -1)} ${spot(0, -0.4)}`;
  const left = `C${spot(0.8, -1)} ${spot(1.3, 0)} ${spot(0, 0.9)}`;
  sheet.path(`M${spot(0, 0.9)}${right}${left}Z`, colour, 0.9);
}
