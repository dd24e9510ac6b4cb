/** A point in sheet units. */
export type Point = readonly [x: number, y: number];

/** A colour stop: where (0–1), the colour, and how opaque (0–1, default 1). */
type Stop = readonly [at: number, colour: string, opacity?: number];

/**
 * A drawing under way. Its height is always 100 units, so motifs need not know pixels; shapes are painted in the
 * order in which they are added. A fill is a colour or what `linear` and `radial` return.
 */
export interface Sheet {
  /** In units: 177.8 for 16:9, 133.3 for 4:3. */
  readonly width: number;
  path(data: string, fill: string, opacity?: number): void;
  line(data: string, colour: string, thickness: number, opacity?: number): void;
  disc(x: number, y: number, radius: number, fill: string, opacity?: number): void;
  oval(x: number, y: number, rx: number, ry: number, fill: string, opacity?: number): void;
  box(
    x: number,
    y: number,
    width: number,
    height: number,
    fill: string,
    round?: number,
    opacity?: number,
  ): void;
  /** The whole sheet. */
  cover(fill: string): void;
  /** From one colour to another, top to bottom of a shape's own bounds. */
  fade(top: string, bottom: string): string;
  /** A gradient over a shape's own bounds: from top to bottom, or from left to right. */
  linear(stops: readonly Stop[], direction?: 'down' | 'right'): string;
  /** A gradient from the middle of a shape's own bounds to its rim. */
  radial(stops: readonly Stop[]): string;
  /** The finished SVG at this many pixels. */
  toSvg(pixelWidth: number, pixelHeight: number): string;
}

export function createSheet(width: number): Sheet {
  const gradients: string[] = [];
  const shapes: string[] = [];
  const gradient = (kind: 'linear' | 'radial', frame: string, stops: readonly Stop[]) => {
    const id = `g${gradients.length}`;
    gradients.push(`<${kind}Gradient id="${id}"${frame}>${stops.map(stopOf).join('')}</${kind}Gradient>`);
    return `url(#${id})`;
  };
  const linear: Sheet['linear'] = (stops, direction = 'down') =>
    gradient('linear', direction === 'down' ? ' x1="0" y1="0" x2="0" y2="1"' : '', stops);
  const add = (shape: string, fill: string, opacity = 1) =>
    shapes.push(`<${shape} fill="${fill}"${opacity < 1 ? ` fill-opacity="${short(opacity)}"` : ''}/>`);
  return {
    width,
    path: (data, fill, opacity) => add(`path d="${data}"`, fill, opacity),
    line: (data, colour, thickness, opacity = 1) =>
      add(
        `path d="${data}" stroke="${colour}" stroke-width="${short(thickness)}" stroke-linecap="round"` +
          ` stroke-linejoin="round" stroke-opacity="${short(opacity)}"`,
        'none',
      ),
    disc: (x, y, radius, fill, opacity) =>
      add(`circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}"`, fill, opacity),
    oval: (x, y, rx, ry, fill, opacity) =>
      add(`ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(rx)}" ry="${short(ry)}"`, fill, opacity),
    box: (x, y, w, h, fill, round = 0, opacity = 1) =>
      add(
        `rect x="${short(x)}" y="${short(y)}" width="${short(w)}" height="${short(h)}" rx="${short(round)}"`,
        fill,
        opacity,
      ),
    cover: (fill) => add(`rect width="${short(width)}" height="100"`, fill),
    fade: (top, bottom) =>
      linear([
        [0, top],
        [1, bottom],
      ]),
    linear,
    radial: (stops) => gradient('radial', '', stops),
    toSvg: (pixelWidth, pixelHeight) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${pixelWidth}" height="${pixelHeight}" ` +
      `viewBox="0 0 ${short(width)} 100" preserveAspectRatio="none"><defs>${gradients.join('')}</defs>` +
      `${shapes.join('')}</svg>`,
  };
}

function stopOf([at, colour, opacity]: Stop): string {
  const veil = opacity === undefined ? '' : ` stop-opacity="${short(opacity)}"`;
  return `<stop offset="${short(at)}" stop-color="${colour}"${veil}/>`;
}

/** Two decimals are a fifth of a pixel. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
