import { bow, leaf } from './curves.ts';
import { between, chance, type Dice, pick, whole } from './dice.ts';
import { blend, type Palette } from './palette.ts';
import { type Point, type Sheet, short } from './sheet.ts';
import { type Profile, paintBall, paintTurned, type Thing } from './turned.ts';

export type Vessel = (sheet: Sheet, dice: Dice, palette: Palette, thing: Thing) => void;

const profiles = {
  bottle: [
    [0.17, 0],
    [0.19, 0.03],
    [0.19, 0.48],
    [0.17, 0.6],
    [0.075, 0.75],
    [0.06, 0.95],
    [0.075, 1],
  ],
  vase: [
    [0.15, 0],
    [0.2, 0.08],
    [0.29, 0.32],
    [0.26, 0.52],
    [0.13, 0.69],
    [0.11, 0.76],
    [0.16, 0.84],
  ],
  jug: [
    [0.2, 0],
    [0.25, 0.08],
    [0.27, 0.3],
    [0.19, 0.56],
    [0.17, 0.66],
    [0.2, 0.76],
  ],
  jar: [
    [0.22, 0],
    [0.24, 0.04],
    [0.24, 0.46],
    [0.2, 0.54],
    [0.2, 0.58],
  ],
  bowl: [
    [0.14, 0],
    [0.17, 0.04],
    [0.34, 0.16],
    [0.42, 0.34],
  ],
  cup: [
    [0.13, 0],
    [0.18, 0.04],
    [0.24, 0.18],
    [0.25, 0.36],
  ],
} as const satisfies Record<string, Profile>;

const bottle: Vessel = (sheet, _, palette, thing) => {
  paintTurned(sheet, palette, thing, profiles.bottle);
  const { x, y, size, colour } = thing;
  const label = blend(palette.paper, colour, 0.15);
  sheet.box(x - size * 0.19, y - size * 0.4, size * 0.38, size * 0.2, label, 0, 0.85);
};

const vase: Vessel = (sheet, dice, palette, thing) => {
  const { x, y, size } = thing;
  const green = pick(dice, [palette.tones[3], palette.tones[4], palette.accentDeep]);
  const blossom = pick(dice, [palette.accent, palette.paper, palette.accentSoft]);
  const foot: Point = [x, y - size * 0.8];
  const stems = whole(dice, 3, 5);
  for (let stem = 0; stem < stems; stem += 1) {
    const lean = ((stem + between(dice, 0.25, 0.75)) / stems - 0.5) * size * 0.95;
    const tip: Point = [x + lean, foot[1] - between(dice, 0.3, 0.6) * size];
    sheet.line(bow(foot, [x, tip[1]], tip), green, 0.5);
    paintLeaves(sheet, foot, tip, size * 0.17, green);
    if (chance(dice, 0.5)) sheet.disc(tip[0], tip[1], size * 0.06, blossom);
  }
  paintTurned(sheet, palette, thing, profiles.vase);
};

function paintLeaves(sheet: Sheet, foot: Point, tip: Point, length: number, colour: string): void {
  let data = '';
  for (const share of [0.4, 0.58, 0.76, 0.92]) {
    const spot: Point = [
      foot[0] + (tip[0] - foot[0]) * share ** 2,
      foot[1] + (tip[1] - foot[1]) * share * (2 - share),
    ];
    const direction = Math.atan2((tip[1] - foot[1]) * (1 - share), (tip[0] - foot[0]) * share);
    data += leaf(spot, direction - 0.85, length, 0.3) + leaf(spot, direction + 0.85, length, 0.3);
  }
  sheet.path(data, colour);
}

const jug: Vessel = (sheet, _, palette, thing) => {
  const { x, y, size, colour } = thing;
  const from = `M${short(x + size * 0.18)} ${short(y - size * 0.68)}`;
  const out = short(x + size * 0.48);
  const to = `${short(x + size * 0.25)} ${short(y - size * 0.26)}`;
  const handle = `${from}C${out} ${short(y - size * 0.72)} ${out} ${short(y - size * 0.3)} ${to}`;
  sheet.line(handle, blend(colour, palette.ink, 0.2), size * 0.06);
  paintTurned(sheet, palette, thing, profiles.jug);
};

const jar: Vessel = (sheet, _, palette, thing) => {
  const { x, y, size, colour } = thing;
  paintTurned(sheet, palette, thing, profiles.jar);
  const lid = blend(colour, palette.brown, 0.6);
  sheet.box(x - size * 0.22, y - size * 0.66, size * 0.44, size * 0.1, lid, size * 0.02);
  sheet.disc(x, y - size * 0.69, size * 0.05, lid);
};

const bowl: Vessel = (sheet, dice, palette, thing) => {
  const { x, y, size } = thing;
  const fruit = fruitColour(dice, palette);
  for (const [dx, dy] of [
    [-0.2, 0.4],
    [0.02, 0.46],
    [0.22, 0.39],
    [-0.08, 0.36],
    [0.12, 0.36],
  ] as const) {
    paintBall(sheet, palette, [x + dx * size, y - dy * size], size * between(dice, 0.12, 0.145), fruit);
  }
  paintTurned(sheet, palette, thing, profiles.bowl, false);
};

const cup: Vessel = (sheet, dice, palette, thing) => {
  const { x, y, size, colour } = thing;
  const { ink, paper, brown } = palette;
  sheet.oval(x, y - size * 0.01, size * 0.42, size * 0.06, blend(colour, ink, 0.22));
  sheet.oval(x, y - size * 0.025, size * 0.42, size * 0.055, blend(colour, paper, 0.3));
  const handle = [0.2, -0.02, 0.2, 0.2, -0.03, 0.19].map((share) => short(share * size)).join(' ');
  sheet.line(
    `M${short(x + size * 0.22)} ${short(y - size * 0.3)}c${handle}`,
    blend(colour, ink, 0.16),
    size * 0.045,
  );
  paintTurned(sheet, palette, { ...thing, y: y - size * 0.03 }, profiles.cup);
  sheet.oval(x, y - size * 0.388, size * 0.215, size * 0.034, brown);
  for (const drift of chance(dice, 0.75) ? [-0.07, 0.06] : []) {
    const wave = `q${short(size * 0.08)} ${short(-size * 0.12)} 0 ${short(-size * 0.22)}t0 ${short(-size * 0.22)}`;
    sheet.line(`M${short(x + drift * size)} ${short(y - size * 0.47)}${wave}`, paper, size * 0.03, 0.5);
  }
};

const fruits: Vessel = (sheet, dice, palette, { x, y, size }) => {
  const fruit = fruitColour(dice, palette);
  for (let nth = whole(dice, 2, 3); nth > 0; nth -= 1) {
    const radius = size * between(dice, 0.14, 0.18);
    paintBall(sheet, palette, [x + (nth - 2) * radius * 1.75, y - radius], radius, fruit);
  }
};

function fruitColour(dice: Dice, { accent, accentDeep, accentSoft }: Palette): string {
  return pick(dice, [accent, accentDeep, accentSoft]);
}

const books: Vessel = (sheet, dice, { tones, accent, accentDeep, paper }, { x, y, size }) => {
  let top = y;
  for (let nth = whole(dice, 2, 4); nth > 0; nth -= 1) {
    const [width, height] = [size * between(dice, 0.75, 0.98), size * between(dice, 0.1, 0.15)];
    const cover = pick(dice, [tones[4], tones[2], accent, accentDeep, tones[5]]);
    const left = x - width / 2 + between(dice, -0.05, 0.05) * size;
    top -= height;
    sheet.box(left, top, width, height, cover, height * 0.14);
    sheet.box(left + width * 0.06, top + height * 0.2, width * 0.95, height * 0.6, blend(paper, cover, 0.12));
  }
};

export const tallVessels: readonly [Vessel, ...Vessel[]] = [vase, bottle, jug, vase];
export const lowVessels: readonly [Vessel, ...Vessel[]] = [cup, bowl, cup, jar, books, fruits];
