import { smooth } from './curves.ts';
import { blend, type Palette } from './palette.ts';
import { type Point, type Sheet, short } from './sheet.ts';

/** A thing on a table: the middle of its foot, its size (about its height), and its colour. */
export interface Thing {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
}

/** Half the outline of a turned body: (half width, height) from foot to rim, as shares of the size. */
export type Profile = readonly (readonly [half: number, height: number])[];

/** A body as from a potter's wheel, lit from the left. An open one shows the dark inside its rim. */
export function paintTurned(
  sheet: Sheet,
  palette: Palette,
  thing: Thing,
  profile: Profile,
  isOpen = true,
): void {
  const { x, y, size, colour } = thing;
  const { paper, ink } = palette;
  const side = (sign: number, points: Profile) =>
    points.map(([half, height]): Point => [x + sign * half * size, y - height * size]);
  const round = (half: number, toX: number, toY: number) =>
    `A${short(half * size)} ${short(half * size * 0.16)} 0 0 0 ${short(toX)} ${short(toY)}`;
  const [foot] = profile[0] ?? [0];
  const [rim, top] = profile.at(-1) ?? [0, 0];
  const data =
    smooth(side(1, profile)) +
    round(rim, x - rim * size, y - top * size) +
    smooth(side(-1, [...profile].reverse())).replace('M', 'L') +
    round(foot, x + foot * size, y);
  const shades = [
    [0, blend(colour, ink, 0.08)],
    [0.3, blend(colour, paper, 0.32)],
    [0.62, colour],
    [1, blend(colour, ink, 0.34)],
  ] as const;
  sheet.path(`${data}Z`, sheet.linear(shades, 'right'));
  if (isOpen) sheet.oval(x, y - top * size, rim * size, rim * size * 0.16, blend(colour, ink, 0.42));
}

/** A ball with a soft gleam. */
export function paintBall(
  sheet: Sheet,
  { paper, ink }: Palette,
  [x, y]: Point,
  radius: number,
  colour: string,
): void {
  const shades = [
    [0, blend(colour, paper, 0.3)],
    [0.5, colour],
    [1, blend(colour, ink, 0.26)],
  ] as const;
  sheet.disc(x, y, radius, sheet.linear(shades));
  sheet.oval(x - radius * 0.3, y - radius * 0.45, radius * 0.28, radius * 0.16, paper, 0.35);
}
