import { between, chance, pick, whole } from './dice.ts';
import { blend } from './palette.ts';
import type { Scene } from './scene.ts';

/** What the ground must know of its sky. */
export interface Sky {
  /** The colour near the horizon: what far things fade into. */
  readonly horizon: string;
  readonly sunX: number;
  readonly sunY: number;
  readonly sunColour: string;
  readonly isNight: boolean;
}

/** A sky over the whole sheet with its sun or moon and, by chance, clouds. `horizonY` in units. */
export function paintSky({ sheet, dice, palette }: Scene, horizonY: number): Sky {
  const { paper, haze, tones, accent, accentSoft, accentDeep } = palette;
  const mood = pick(dice, ['day', 'day', 'morning', 'dusk', 'night']);
  const [zenith, middle, horizon, sunColour] = {
    day: [blend(tones[0], paper, 0.25), haze, paper, accentSoft],
    morning: [haze, paper, accentSoft, accent],
    dusk: [tones[2], blend(tones[0], accentSoft, 0.45), accentSoft, blend(accent, accentSoft, 0.25)],
    night: [tones[5], tones[4], blend(tones[2], accentDeep, 0.2), paper],
  }[mood] as [string, string, string, string];
  const { width } = sheet;
  sheet.cover(
    sheet.linear([
      [0, zenith],
      [(horizonY / 100) * 0.62, middle],
      [horizonY / 100, horizon],
    ]),
  );
  const sunX = width * pick(dice, [between(dice, 0.2, 0.38), between(dice, 0.6, 0.8)]);
  const sunY = horizonY * between(dice, mood === 'dusk' ? 0.5 : 0.32, mood === 'dusk' ? 0.82 : 0.6);
  const radius = between(dice, 5, 8.5);
  const glow = mood === 'night' ? 0.22 : 0.55;
  sheet.disc(
    sunX,
    sunY,
    radius * 3.6,
    sheet.radial([
      [0, sunColour, glow],
      [0.45, sunColour, glow * 0.28],
      [1, sunColour, 0],
    ]),
  );
  if (mood === 'night') paintStars({ sheet, dice, palette }, horizonY);
  sheet.disc(sunX, sunY, radius, sunColour);
  if (mood !== 'night' && chance(dice, 0.7))
    paintClouds({ sheet, dice, palette }, horizonY, blend(paper, horizon, 0.2));
  return { horizon, sunX, sunY, sunColour, isNight: mood === 'night' };
}

function paintStars({ sheet, dice, palette }: Scene, horizonY: number): void {
  for (let star = 0; star < 34; star += 1) {
    const y = horizonY * 0.9 * dice() ** 1.3;
    sheet.disc(dice() * sheet.width, y, between(dice, 0.12, 0.32), palette.paper, between(dice, 0.35, 0.9));
  }
}

/** Flat banks of cloud: rounded bars that overlap. */
function paintClouds({ sheet, dice }: Scene, horizonY: number, colour: string): void {
  for (let bank = whole(dice, 1, 3); bank > 0; bank -= 1) {
    const x = between(dice, -10, sheet.width - 20);
    const y = between(dice, 6, horizonY * 0.62);
    const length = between(dice, 22, 46);
    for (const [dx, dy, share] of [
      [0, 0, 1],
      [0.22, -1.9, 0.5],
      [0.1, 1.9, 0.62],
    ] as const) {
      sheet.box(x + length * dx, y + dy, length * share, 2.1, colour, 1.05, 0.72);
    }
  }
}
