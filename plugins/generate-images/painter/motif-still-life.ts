import { between, chance, type Dice, pick } from './dice.ts';
import { blend, type Palette } from './palette.ts';
import type { Motif } from './scene.ts';
import { type Sheet, short } from './sheet.ts';
import { lowVessels, tallVessels } from './vessels.ts';

/** Vessels, fruit and books on a table, in the light of a window. */
export const stillLife: Motif = ({ sheet, dice, palette }) => {
  const { tones, haze, paper, ink } = palette;
  const table = between(dice, 70, 76);
  const wall = pick(dice, [haze, tones[0], tones[1], blend(tones[4], tones[3], 0.5)]);
  sheet.box(
    0,
    0,
    sheet.width,
    table,
    sheet.linear([
      [0, blend(wall, ink, 0.1)],
      [0.55, wall],
      [1, blend(wall, paper, 0.18)],
    ]),
  );
  paintWindowLight(sheet, dice, table, palette);
  const board = pick(dice, [
    tones[3],
    palette.accentDeep,
    blend(palette.accentSoft, tones[1], 0.4),
    tones[5],
  ]);
  sheet.box(
    0,
    table,
    sheet.width,
    100 - table,
    sheet.linear([
      [0, blend(board, paper, 0.24)],
      [0.5, board],
      [1, blend(board, ink, 0.22)],
    ]),
  );
  sheet.box(0, table, sheet.width, 0.5, paper, 0, 0.35);
  arrange(sheet, dice, palette, table, [wall, board]);
};

/** The slanted light of a window with its bars. */
function paintWindowLight(sheet: Sheet, dice: Dice, table: number, { paper }: Palette): void {
  const left = sheet.width * between(dice, 0.08, 0.5);
  const slant = between(dice, 10, 20);
  const light = sheet.linear([
    [0, paper, 0.42],
    [1, paper, 0.14],
  ]);
  const [pane, gap, height] = [between(dice, 15, 21), 2, table * 0.4] as const;
  for (const column of [0, 1]) {
    for (const row of [0, 1]) {
      const [x, y] = [left + column * (pane + gap), 6 + row * (height + gap)] as const;
      const shift = (at: number) => short(x + (slant * at) / 60);
      const far = (at: number) => short(x + pane + (slant * at) / 60);
      sheet.path(
        `M${shift(y)} ${short(y)}L${far(y)} ${short(y + 2)}L${far(y + height)} ${short(y + height + 2)}L${shift(y + height)} ${short(y + height)}Z`,
        light,
      );
    }
  }
}

/** Tall things behind, low ones before them, all within the middle of the sheet. */
function arrange(sheet: Sheet, dice: Dice, palette: Palette, table: number, taken: readonly string[]): void {
  const { tones, accent, accentSoft, accentDeep, paper, ink } = palette;
  const colours = [accent, paper, tones[2], accentDeep, tones[4], accentSoft, tones[5], tones[1]].filter(
    (colour) => !taken.includes(colour),
  );
  let next = Math.floor(dice() * colours.length);
  const colour = () => colours[next++ % colours.length] ?? accent;
  const middle = sheet.width * between(dice, 0.42, 0.58);
  const place = (vessels: typeof lowVessels, x: number, y: number, size: number) => {
    sheet.oval(x + size * 0.34, y + size * 0.01, size * 0.56, size * 0.055, ink, 0.16);
    sheet.oval(x + size * 0.12, y, size * 0.34, size * 0.045, ink, 0.22);
    pick(dice, vessels)(sheet, dice, palette, { x, y, size, colour: colour() });
  };
  const reach = between(dice, 24, 30);
  place(tallVessels, middle - reach * between(dice, 0.25, 0.6), table + 6, between(dice, 42, 54));
  if (chance(dice, 0.75))
    place(tallVessels, middle + reach * between(dice, 0.45, 0.75), table + 7, between(dice, 34, 48));
  place(lowVessels, middle - reach * between(dice, 1.35, 1.6), table + 11, between(dice, 30, 38));
  place(lowVessels, middle + reach * between(dice, 0.05, 0.25), table + 15, between(dice, 32, 42));
  if (chance(dice, 0.6))
    place(lowVessels, middle + reach * between(dice, 1.4, 1.8), table + 12, between(dice, 26, 36));
}
