import { between, diceOf, pick } from './dice.ts';

/** The colours of a site, each as `#rrggbb`. */
export interface Palette {
  /** The lightest: sky, paper, walls. */
  readonly paper: string;
  /** Between paper and the first tone: mist, cloth. */
  readonly haze: string;
  /** From far and light to near and dark. */
  readonly tones: readonly [string, string, string, string, string, string];
  readonly accent: string;
  readonly accentSoft: string;
  readonly accentDeep: string;
  /** The darkest. */
  readonly ink: string;
  /** Blue or green in every scheme: lit by the sky, and in the shade. */
  readonly water: readonly [light: string, dark: string];
  /** Brown in every scheme: coffee, tea, wood. */
  readonly brown: string;
}

/** Hues in OKLCH degrees that go together: paper, far, near, accent; and how colourful the tones are. */
type Scheme = readonly [paper: number, far: number, near: number, accent: number, chroma: number];

const schemes: readonly [Scheme, ...Scheme[]] = [
  [80, 55, 205, 42, 0.062], // terracotta and teal
  [95, 135, 168, 72, 0.055], // sage and ochre
  [55, 15, 285, 58, 0.07], // apricot dusk and indigo
  [235, 232, 258, 40, 0.06], // northern blue and coral
  [105, 150, 178, 82, 0.06], // forest and gold
  [72, 25, 335, 66, 0.06], // rose, plum and amber
  [88, 212, 238, 32, 0.062], // sand, sea and brick
  [90, 105, 130, 38, 0.058], // olive and clay
  [75, 62, 38, 72, 0.055], // cocoa and honey
  [300, 310, 275, 78, 0.058], // lavender and honey
];

/** The palette of a seed (a site's id). The scheme is chosen by it, and its hues are turned a little. */
export function paletteOf(seed: string): Palette {
  const dice = diceOf(`palette ${seed}`);
  const [paper, far, near, accent, chroma] = pick(dice, schemes);
  const turn = between(dice, -7, 7);
  const toNear = ((near - far + 540) % 360) - 180;
  const wet = near > 160 && near < 290 ? near : 215;
  const tone = (lightness: number, share: number) =>
    colour(lightness, chroma * (0.75 + 0.5 * Math.sin(Math.PI * share)), far + toNear * share + turn);
  return {
    paper: colour(0.962, 0.018, paper + turn),
    haze: colour(0.9, 0.034, paper + turn),
    tones: [
      tone(0.82, 0),
      tone(0.72, 0.2),
      tone(0.61, 0.42),
      tone(0.5, 0.65),
      tone(0.4, 0.85),
      tone(0.31, 1),
    ],
    accent: colour(0.7, 0.135, accent + turn),
    accentSoft: colour(0.86, 0.075, accent + 8 + turn),
    accentDeep: colour(0.55, 0.125, accent - 8 + turn),
    ink: colour(0.235, 0.035, near + turn),
    water: [colour(0.69, 0.055, wet + turn), colour(0.42, 0.06, wet + turn)],
    brown: colour(0.36, 0.06, 52 + turn),
  };
}

/** Mixes two `#rrggbb` colours; share 0 is the first, 1 the second. */
export function blend(one: string, other: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const from = Number.parseInt(one.slice(at, at + 2), 16);
    const to = Number.parseInt(other.slice(at, at + 2), 16);
    return Math.round(from + (to - from) * share);
  });
  return hex(channels);
}

/**
 * OKLCH (lightness and chroma from 0, hue in degrees) as sRGB, clipped to its gamut. Matrices: Björn Ottosson,
 * "A perceptual color space for image processing" (2020). Equal lightness looks equally light in every hue,
 * which is what keeps chance from making ugly palettes.
 */
function colour(lightness: number, chroma: number, hue: number): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return hex(linear.map((value) => Math.round(255 * gamma(Math.min(1, Math.max(0, value))))));
}

function gamma(value: number): number {
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
}

function hex(channels: readonly number[]): string {
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
