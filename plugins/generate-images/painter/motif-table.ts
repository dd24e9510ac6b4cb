import { between, chance, type Dice, pick, whole } from './dice.ts';
import { blend, type Palette } from './palette.ts';
import type { Motif } from './scene.ts';
import { type Point, type Sheet, short } from './sheet.ts';

/** A laid table from straight above: cups, plates, a napkin, twigs and spoons. */
export const table: Motif = ({ sheet, dice, palette }) => {
  const { tones, haze, paper, accentSoft, accent, accentDeep } = palette;
  const cloth = pick(dice, [haze, tones[0], blend(tones[1], haze, 0.35), tones[4], accentSoft]);
  sheet.box(
    0,
    0,
    sheet.width,
    100,
    sheet.linear(
      [
        [0, blend(cloth, paper, 0.14)],
        [1, blend(cloth, tones[3], 0.14)],
      ],
      'right',
    ),
  );
  paintNapkin(sheet, dice, palette, cloth);
  const wares = [paper, tones[2], accentDeep, tones[5], accent, haze].filter((ware) => ware !== cloth);
  let next = Math.floor(dice() * wares.length);
  const ware = () => wares[next++ % wares.length] ?? paper;
  const turn = chance(dice, 0.5) ? 1 : -1;
  const across = (share: number) => sheet.width * (0.5 + turn * (share - 0.5));
  paintTwig(
    sheet,
    dice,
    palette,
    [across(between(dice, 0.84, 0.94)), between(dice, 14, 30)],
    between(dice, 0.3, 0.9),
  );
  paintPlate(
    sheet,
    dice,
    palette,
    [across(between(dice, 0.6, 0.68)), between(dice, 40, 52)],
    between(dice, 25, 31),
    ware(),
  );
  paintCup(
    sheet,
    dice,
    palette,
    [across(between(dice, 0.27, 0.34)), between(dice, 56, 66)],
    between(dice, 14, 18),
    ware(),
  );
  paintCup(
    sheet,
    dice,
    palette,
    [across(between(dice, 0.1, 0.17)), between(dice, 12, 22)],
    between(dice, 10, 13),
    ware(),
  );
  paintSpoon(sheet, palette, [across(0.44), between(dice, 22, 30)], turn * between(dice, 1.9, 2.3));
  paintPlate(
    sheet,
    dice,
    palette,
    [across(between(dice, 0.9, 0.97)), between(dice, 88, 96)],
    between(dice, 15, 19),
    ware(),
  );
  scatter(sheet, dice, palette, [across(between(dice, 0.42, 0.5)), between(dice, 84, 90)]);
};

function paintNapkin(sheet: Sheet, dice: Dice, { paper, accent, tones, ink }: Palette, cloth: string): void {
  const colour = blend(pick(dice, [paper, accent, tones[2]]), cloth, 0.2);
  const [x, lean] = [sheet.width * between(dice, 0.3, 0.55), between(dice, -16, 16)];
  const band = (left: number, width: number) =>
    `M${short(x + left)} -2L${short(x + left + width)} -2L${short(x + left + width + lean)} 102L${short(x + left + lean)} 102Z`;
  sheet.path(band(0.9, 36), ink, 0.1);
  sheet.path(band(0, 36), colour);
  for (const left of [3, 5, 30, 32]) sheet.path(band(left, 0.7), blend(colour, tones[4], 0.45));
}

function shadowed(sheet: Sheet, ink: string, [x, y]: Point, radius: number): void {
  sheet.disc(x + radius * 0.08, y + radius * 0.1, radius * 1.02, ink, 0.1);
  sheet.disc(x + radius * 0.04, y + radius * 0.05, radius * 1.01, ink, 0.12);
}

function paintPlate(
  sheet: Sheet,
  dice: Dice,
  palette: Palette,
  [x, y]: Point,
  radius: number,
  colour: string,
): void {
  const { paper, ink, accent, accentSoft, accentDeep } = palette;
  shadowed(sheet, ink, [x, y], radius);
  sheet.disc(
    x,
    y,
    radius,
    sheet.linear([
      [0, blend(colour, paper, 0.25)],
      [1, colour],
    ]),
  );
  sheet.disc(
    x,
    y,
    radius * 0.72,
    sheet.linear([
      [0, blend(colour, ink, 0.14)],
      [1, blend(colour, paper, 0.22)],
    ]),
  );
  sheet.disc(x, y, radius * 0.69, blend(colour, paper, 0.08));
  const fruit = pick(dice, [accent, accentDeep, accentSoft]);
  for (let slice = whole(dice, 2, 4); slice > 0; slice -= 1) {
    const angle = slice * 2.2 + between(dice, -0.3, 0.3);
    const size = radius * between(dice, 0.22, 0.28);
    paintSlice(
      sheet,
      palette,
      [x + Math.cos(angle) * radius * 0.33, y + Math.sin(angle) * radius * 0.33],
      size,
      fruit,
    );
  }
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
  sheet.disc(x, y, radius * 0.86, blend(colour, paper, 0.72));
  for (let nth = 0; nth < 8; nth += 1) {
    const spot = (turn: number, reach: number) => {
      const angle = ((nth + turn) / 8) * Math.PI * 2;
      return `${short(x + Math.cos(angle) * radius * reach)} ${short(y + Math.sin(angle) * radius * reach)}`;
    };
    sheet.path(
      `M${spot(0.5, 0.12)}L${spot(0.14, 0.76)}Q${spot(0.5, 0.86)} ${spot(0.86, 0.76)}Z`,
      blend(colour, paper, 0.2),
    );
  }
}

function paintCup(
  sheet: Sheet,
  dice: Dice,
  palette: Palette,
  [x, y]: Point,
  radius: number,
  colour: string,
): void {
  const { paper, ink, accentDeep, accentSoft } = palette;
  shadowed(sheet, ink, [x, y], radius);
  sheet.disc(
    x,
    y,
    radius,
    sheet.linear([
      [0, blend(colour, paper, 0.3)],
      [1, blend(colour, ink, 0.06)],
    ]),
  );
  sheet.disc(x, y, radius * 0.78, blend(colour, ink, 0.08));
  const angle = between(dice, -0.9, 0.9);
  const [gripX, gripY] = [x + Math.cos(angle) * radius * 0.86, y + Math.sin(angle) * radius * 0.86];
  sheet.line(
    `M${short(x)} ${short(y)}L${short(gripX)} ${short(gripY)}`,
    blend(colour, paper, 0.35),
    radius * 0.17,
  );
  sheet.disc(x + radius * 0.05, y + radius * 0.07, radius * 0.6, ink, 0.2);
  sheet.disc(x, y, radius * 0.58, blend(colour, paper, 0.35));
  const drink = blend(accentDeep, ink, 0.42);
  sheet.disc(
    x,
    y,
    radius * 0.51,
    sheet.radial([
      [0, blend(drink, accentSoft, 0.2)],
      [0.78, drink],
      [1, blend(drink, accentSoft, 0.42)],
    ]),
  );
  if (chance(dice, 0.6)) paintFoam(sheet, [x, y], radius * 0.3, blend(accentSoft, paper, 0.5));
}

/** A heart of milk foam. */
function paintFoam(sheet: Sheet, [x, y]: Point, size: number, colour: string): void {
  const spot = (dx: number, dy: number) => `${short(x + dx * size)} ${short(y + dy * size)}`;
  sheet.path(
    `M${spot(0, 0.9)}C${spot(-1.3, 0)} ${spot(-0.8, -1)} ${spot(0, -0.4)}C${spot(0.8, -1)} ${spot(1.3, 0)} ${spot(0, 0.9)}Z`,
    colour,
    0.9,
  );
}

function paintSpoon(sheet: Sheet, { tones, paper, ink }: Palette, [x, y]: Point, angle: number): void {
  const metal = blend(tones[1], paper, 0.4);
  const [endX, endY] = [x + Math.cos(angle) * 24, y + Math.sin(angle) * 24];
  sheet.line(
    `M${short(x + 0.6)} ${short(y + 0.9)}L${short(endX + 0.6)} ${short(endY + 0.9)}`,
    ink,
    1.3,
    0.15,
  );
  sheet.line(`M${short(x)} ${short(y)}L${short(endX)} ${short(endY)}`, metal, 1.2);
  sheet.disc(x + 0.6, y + 0.8, 3.1, ink, 0.15);
  sheet.disc(
    x,
    y,
    3,
    sheet.linear([
      [0, blend(metal, ink, 0.25)],
      [1, blend(metal, paper, 0.5)],
    ]),
  );
}

function paintTwig(sheet: Sheet, dice: Dice, { tones, ink }: Palette, [x, y]: Point, angle: number): void {
  const leaf = pick(dice, [tones[3], tones[4], tones[2]]);
  for (let nth = 0; nth < 8; nth += 1) {
    const [stemX, stemY] = [x - Math.cos(angle) * nth * 4.2, y + Math.sin(angle) * nth * 4.2];
    for (const side of [-1, 1]) {
      const [leafX, leafY] = [stemX + side * Math.sin(angle) * 3, stemY + side * Math.cos(angle) * 3];
      sheet.disc(leafX + 0.4, leafY + 0.6, 2.7 - nth * 0.14, ink, 0.12);
      sheet.disc(leafX, leafY, 2.7 - nth * 0.14, nth % 2 === 0 ? leaf : blend(leaf, tones[1], 0.3));
    }
  }
}

/** A few beans or berries, as if spilled. */
function scatter(sheet: Sheet, dice: Dice, { accentDeep, ink, paper }: Palette, [x, y]: Point): void {
  const colour = blend(accentDeep, ink, 0.4);
  for (let bean = whole(dice, 5, 9); bean > 0; bean -= 1) {
    const [beanX, beanY] = [x + between(dice, -15, 15), y + between(dice, -7, 7)];
    sheet.oval(beanX + 0.3, beanY + 0.4, 1.5, 1.15, ink, 0.18);
    sheet.oval(beanX, beanY, 1.5, 1.1, colour);
    sheet.oval(beanX - 0.1, beanY, 1.05, 0.13, blend(colour, paper, 0.35));
  }
}
