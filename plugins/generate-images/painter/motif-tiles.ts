import { chance, type Dice, pick } from './dice.ts';
import { blend, type Palette } from './palette.ts';
import type { Motif } from './scene.ts';
import { type Sheet, short } from './sheet.ts';

/** A wall of tiles with quarter rounds, leaves and discs, two colours a tile. */
export const tiles: Motif = ({ sheet, dice, palette }) => {
  const rows = pick(dice, [3, 4, 4, 5]);
  const size = 100 / rows;
  const columns = Math.ceil(sheet.width / size);
  const offset = (sheet.width - columns * size) / 2;
  const grounds = groundsOf(palette, dice);
  sheet.cover(grounds[0][0]);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [ground, figure, detail] = chance(dice, 0.34) ? grounds[0] : pick(dice, grounds);
      const tile = { x: offset + column * size, y: row * size, size, turn: pick(dice, [0, 1, 2, 3]) };
      // A hair larger than the tile: no seam shows between neighbours of one colour.
      sheet.box(tile.x, tile.y, size + 0.1, size + 0.1, ground);
      pick(dice, figures)(sheet, tile, figure, detail);
    }
  }
  const light = sheet.linear([
    [0, palette.paper, 0.16],
    [0.5, palette.paper, 0],
    [1, palette.ink, 0.14],
  ]);
  sheet.cover(light);
};

type Colours = readonly [ground: string, figure: string, detail: string];

/** The first is the quiet one, used most. */
function groundsOf(
  { paper, haze, tones, accent, accentSoft, accentDeep }: Palette,
  dice: Dice,
): readonly [Colours, ...Colours[]] {
  const dark = chance(dice, 0.4);
  const quiet: Colours = dark ? [tones[5], tones[4], tones[2]] : [paper, tones[0], accentSoft];
  return [
    quiet,
    [tones[4], tones[1], accentSoft],
    [haze, accent, tones[3]],
    [accentSoft, tones[3], paper],
    [tones[2], paper, accent],
    dark ? [tones[3], accentSoft, paper] : [accentDeep, accentSoft, paper],
    [blend(tones[1], paper, 0.3), tones[5], accent],
  ];
}

interface Tile {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Quarter turns. */
  readonly turn: number;
}
type Figure = (sheet: Sheet, tile: Tile, colour: string, detail: string) => void;

/** Corners of a tile, going round from the one that its turn names. */
function corners({ x, y, size, turn }: Tile): readonly [string, string, string, string] {
  const round = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ] as const;
  const corner = (nth: number) => {
    const [cx, cy] = round[(nth + turn) % 4] ?? [x, y];
    return `${short(cx)} ${short(cy)}`;
  };
  return [corner(0), corner(1), corner(2), corner(3)];
}

const quarter: Figure = (sheet, tile, colour, detail) => {
  const [a, b, , d] = corners(tile);
  const r = short(tile.size);
  sheet.path(`M${a}L${b}A${r} ${r} 0 0 1 ${d}Z`, colour);
  const small = tile.size / 2;
  const inner = corners({
    ...tile,
    x: tile.x + (tile.turn === 1 || tile.turn === 2 ? small : 0),
    y: tile.y + (tile.turn > 1 ? small : 0),
    size: small,
  });
  sheet.path(`M${inner[0]}L${inner[1]}A${short(small)} ${short(small)} 0 0 1 ${inner[3]}Z`, detail);
};

const leaf: Figure = (sheet, tile, colour, detail) => {
  const [a, , c] = corners(tile);
  const r = short(tile.size);
  sheet.path(`M${a}A${r} ${r} 0 0 1 ${c}A${r} ${r} 0 0 1 ${a}Z`, colour);
  sheet.line(`M${a}L${c}`, detail, tile.size * 0.025);
};

const disc: Figure = (sheet, { x, y, size }, colour, detail) => {
  sheet.disc(x + size / 2, y + size / 2, size * 0.36, colour);
  sheet.disc(x + size / 2, y + size / 2, size * 0.15, detail);
};

const half: Figure = (sheet, tile, colour, detail) => {
  const [a, b, c, d] = corners(tile);
  const r = short(tile.size / 2);
  sheet.path(`M${a}A${r} ${r} 0 0 0 ${b}Z`, colour);
  sheet.path(`M${d}A${r} ${r} 0 0 1 ${c}Z`, detail);
};

const rainbow: Figure = (sheet, tile, colour, detail) => {
  const [a, b, , d] = corners(tile);
  for (const [share, shade] of [
    [1, colour],
    [0.72, detail],
    [0.44, colour],
  ] as const) {
    const towards = (from: string, to: string) => {
      const [[fx = 0, fy = 0], [tx = 0, ty = 0]] = [from.split(' ').map(Number), to.split(' ').map(Number)];
      return `${short(fx + (tx - fx) * share)} ${short(fy + (ty - fy) * share)}`;
    };
    const r = short(tile.size * share);
    sheet.path(`M${a}L${towards(a, b)}A${r} ${r} 0 0 1 ${towards(a, d)}Z`, shade);
  }
};

const bars: Figure = (sheet, { x, y, size, turn }, colour) => {
  for (let bar = 0; bar < 4; bar += 1) {
    const at = (size * (bar * 2 + 0.5)) / 8;
    if (turn % 2 === 0) sheet.box(x, y + at, size, size / 8, colour);
    else sheet.box(x + at, y, size / 8, size, colour);
  }
};

const plain: Figure = () => {};

const figures: readonly [Figure, ...Figure[]] = [
  quarter,
  quarter,
  leaf,
  leaf,
  disc,
  half,
  rainbow,
  rainbow,
  bars,
  plain,
  plain,
];
