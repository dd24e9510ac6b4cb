import { between, chance, type Dice, pick, whole } from './dice.ts';
import { blend, type Palette } from './palette.ts';
import { type Sheet, short } from './sheet.ts';

/** A thing on a table: its foot's middle, its size (about its height in units), and its colour. */
export interface Thing {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
}
type Vessel = (sheet: Sheet, dice: Dice, palette: Palette, thing: Thing) => void;

/** Half the outline of a turned body: pairs of (half width, height), shares of the size, from foot to rim. */
type Profile = readonly (readonly [half: number, height: number])[];

const bottleProfile: Profile = [
  [0.17, 0],
  [0.19, 0.04],
  [0.19, 0.5],
  [0.17, 0.62],
  [0.07, 0.74],
  [0.06, 0.96],
  [0.075, 1],
];
const vaseProfile: Profile = [
  [0.15, 0],
  [0.2, 0.08],
  [0.3, 0.32],
  [0.27, 0.52],
  [0.13, 0.68],
  [0.11, 0.76],
  [0.16, 0.84],
];
const jugProfile: Profile = [
  [0.2, 0],
  [0.25, 0.08],
  [0.27, 0.3],
  [0.19, 0.56],
  [0.17, 0.66],
  [0.2, 0.76],
];
const jarProfile: Profile = [
  [0.22, 0],
  [0.24, 0.05],
  [0.24, 0.46],
  [0.2, 0.53],
  [0.2, 0.58],
];
const bowlProfile: Profile = [
  [0.14, 0],
  [0.16, 0.03],
  [0.34, 0.16],
  [0.42, 0.34],
];
const cupProfile: Profile = [
  [0.13, 0],
  [0.18, 0.03],
  [0.24, 0.18],
  [0.25, 0.36],
];

const bottle: Vessel = (sheet, _, palette, thing) => {
  turned(sheet, palette, thing, bottleProfile);
  const { x, y, size, colour } = thing;
  sheet.box(
    x - size * 0.19,
    y - size * 0.42,
    size * 0.38,
    size * 0.2,
    blend(palette.paper, colour, 0.12),
    0,
    0.85,
  );
};

const vase: Vessel = (sheet, dice, palette, thing) => {
  const { x, y, size } = thing;
  const top = y - size * 0.8;
  const leaf = pick(dice, [palette.tones[3], palette.tones[4], palette.accentDeep]);
  for (let stem = whole(dice, 3, 5); stem > 0; stem -= 1) {
    const [endX, endY] = [x + between(dice, -0.48, 0.48) * size, top - between(dice, 0.28, 0.75) * size];
    sheet.line(
      `M${short(x)} ${short(top)}Q${short(x)} ${short((top + endY) / 2)} ${short(endX)} ${short(endY)}`,
      leaf,
      0.5,
    );
    if (chance(dice, 0.5))
      sheet.disc(endX, endY, size * 0.07, pick(dice, [palette.accent, palette.paper, palette.accentSoft]));
    for (const share of [0.45, 0.7, 0.95]) {
      const [leafX, leafY] = [x + (endX - x) * share ** 1.6, top + (endY - top) * share];
      sheet.oval(leafX + size * 0.05, leafY, size * 0.07, size * 0.028, leaf);
      sheet.oval(
        leafX - size * 0.05,
        leafY + size * 0.02,
        size * 0.07,
        size * 0.028,
        blend(leaf, palette.paper, 0.12),
      );
    }
  }
  turned(sheet, palette, thing, vaseProfile);
};

const jug: Vessel = (sheet, _, palette, thing) => {
  const { x, y, size, colour } = thing;
  const handle = `M${short(x + size * 0.18)} ${short(y - size * 0.68)}C${short(x + size * 0.48)} ${short(y - size * 0.72)} ${short(x + size * 0.48)} ${short(y - size * 0.3)} ${short(x + size * 0.25)} ${short(y - size * 0.26)}`;
  sheet.line(handle, blend(colour, palette.ink, 0.2), size * 0.06);
  turned(sheet, palette, thing, jugProfile);
};

const jar: Vessel = (sheet, _, palette, thing) => {
  const { x, y, size, colour } = thing;
  turned(sheet, palette, thing, jarProfile);
  const lid = blend(colour, palette.accentDeep, 0.6);
  sheet.box(x - size * 0.22, y - size * 0.66, size * 0.44, size * 0.1, lid, size * 0.02);
  sheet.disc(x, y - size * 0.69, size * 0.05, lid);
};

const bowl: Vessel = (sheet, dice, palette, thing) => {
  const { x, y, size } = thing;
  const fruit = pick(dice, [palette.accent, palette.accentDeep, palette.tones[2]]);
  for (const [dx, dy] of [
    [-0.2, 0.4],
    [0.02, 0.46],
    [0.22, 0.39],
    [-0.08, 0.36],
    [0.12, 0.36],
  ] as const) {
    ball(sheet, palette, x + dx * size, y - dy * size, size * between(dice, 0.12, 0.145), fruit);
  }
  const front = { ...thing, colour: thing.colour };
  turned(sheet, palette, front, bowlProfile, false);
};

const cup: Vessel = (sheet, dice, palette, thing) => {
  const { x, y, size, colour } = thing;
  sheet.oval(x, y - size * 0.01, size * 0.42, size * 0.06, blend(colour, palette.ink, 0.22));
  sheet.oval(x, y - size * 0.025, size * 0.42, size * 0.055, blend(colour, palette.paper, 0.3));
  const handle = `M${short(x + size * 0.22)} ${short(y - size * 0.3)}c${short(size * 0.2)} ${short(-size * 0.02)} ${short(size * 0.2)} ${short(size * 0.2)} ${short(-size * 0.03)} ${short(size * 0.19)}`;
  sheet.line(handle, blend(colour, palette.ink, 0.16), size * 0.045);
  turned(sheet, palette, { ...thing, y: y - size * 0.03 }, cupProfile);
  sheet.oval(x, y - size * 0.388, size * 0.215, size * 0.034, blend(palette.accentDeep, palette.ink, 0.45));
  for (const drift of chance(dice, 0.75) ? [-0.07, 0.06] : []) {
    const steam = `M${short(x + drift * size)} ${short(y - size * 0.47)}q${short(size * 0.08)} ${short(-size * 0.12)} 0 ${short(-size * 0.22)}t0 ${short(-size * 0.22)}`;
    sheet.line(steam, palette.paper, size * 0.03, 0.5);
  }
};

const fruits: Vessel = (sheet, dice, palette, { x, y, size, colour }) => {
  for (let nth = whole(dice, 1, 3); nth > 0; nth -= 1) {
    const radius = size * between(dice, 0.13, 0.17);
    ball(sheet, palette, x + (nth - 1.6) * radius * 1.7, y - radius, radius, colour);
  }
};

const books: Vessel = (sheet, dice, palette, { x, y, size }) => {
  let top = y;
  for (let nth = whole(dice, 2, 4); nth > 0; nth -= 1) {
    const [width, height] = [size * between(dice, 0.75, 0.98), size * between(dice, 0.1, 0.15)];
    const cover = pick(dice, [
      palette.tones[4],
      palette.tones[2],
      palette.accent,
      palette.accentDeep,
      palette.tones[5],
    ]);
    const left = x - width / 2 + between(dice, -0.05, 0.05) * size;
    top -= height;
    sheet.box(left, top, width, height, cover, height * 0.14);
    sheet.box(
      left + width * 0.06,
      top + height * 0.2,
      width * 0.95,
      height * 0.6,
      blend(palette.paper, cover, 0.12),
    );
  }
};

/** All vessels, the tall ones first. */
export const tallVessels: readonly [Vessel, ...Vessel[]] = [vase, bottle, jug, vase];
export const lowVessels: readonly [Vessel, ...Vessel[]] = [cup, bowl, cup, jar, books, fruits];

/** A turned body lit from the left; an open one shows the inside of its rim. */
function turned(
  sheet: Sheet,
  { paper, ink }: Palette,
  { x, y, size, colour }: Thing,
  profile: Profile,
  open = true,
): void {
  const side = (sign: number, points: Profile) =>
    points.map(([half, height]) => [x + sign * half * size, y - height * size] as const);
  const foot = profile[0]?.[0] ?? 0;
  const [rim = 0, top = 0] = profile.at(-1) ?? [];
  const right = side(1, profile);
  const left = side(-1, [...profile].reverse());
  const arc = (half: number) => `A${short(half * size)} ${short(half * size * 0.16)} 0 0 1`;
  const data =
    `M${right.map(([px, py]) => `${short(px)} ${short(py)}`).join('L')}` +
    `${arc(rim).replace(/1$/, '0')} ${short(x - rim * size)} ${short(y - top * size)}` +
    `${left.map(([px, py]) => `L${short(px)} ${short(py)}`).join('')}` +
    `${arc(foot).replace(/1$/, '0')} ${short(x + foot * size)} ${short(y)}Z`;
  const light = sheet.linear(
    [
      [0, blend(colour, ink, 0.08)],
      [0.3, blend(colour, paper, 0.32)],
      [0.62, colour],
      [1, blend(colour, ink, 0.34)],
    ],
    'right',
  );
  sheet.path(data, light);
  if (open) sheet.oval(x, y - top * size, rim * size, rim * size * 0.16, blend(colour, ink, 0.42));
}

function ball(
  sheet: Sheet,
  { paper, ink }: Palette,
  x: number,
  y: number,
  radius: number,
  colour: string,
): void {
  const light = sheet.linear([
    [0, blend(colour, paper, 0.3)],
    [0.5, colour],
    [1, blend(colour, ink, 0.26)],
  ]);
  sheet.disc(x, y, radius, light);
  sheet.oval(x - radius * 0.3, y - radius * 0.45, radius * 0.28, radius * 0.16, paper, 0.35);
}
