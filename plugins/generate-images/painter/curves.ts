import { between, type Dice } from './dice.ts';
import { type Point, short } from './sheet.ts';

const at = ([x, y]: Point) => `${short(x)} ${short(y)}`;

/** Straight lines through the points; a path's data. */
export function polyline(points: readonly Point[], closed = false): string {
  return `M${points.map(at).join('L')}${closed ? 'Z' : ''}`;
}

/** A smooth curve through the points (Catmull-Rom as cubic Béziers); a path's data. */
export function smooth(points: readonly Point[], closed = false): string {
  const count = points.length;
  const point = (index: number): Point => {
    const wrapped = closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index));
    return points[wrapped] ?? [0, 0];
  };
  let data = `M${at(point(0))}`;
  for (let index = 0; index < (closed ? count : count - 1); index += 1) {
    const [before, from, to, after] = [point(index - 1), point(index), point(index + 1), point(index + 2)];
    const leave: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const arrive: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    data += `C${at(leave)} ${at(arrive)} ${at(to)}`;
  }
  return closed ? `${data}Z` : data;
}

/** A line of hills: x from `-2` to `width + 2`, y around `level`, up to `height` above and below it. */
export function ridge(dice: Dice, width: number, level: number, height: number, waves: number): Point[] {
  const parts = [1, 2.3, 4.7].map((pace, nth) => ({
    pace: (pace * waves * Math.PI * 2) / width,
    phase: between(dice, 0, Math.PI * 2),
    share: [0.62, 0.27, 0.11][nth] ?? 0,
  }));
  const steps = 28;
  return Array.from({ length: steps + 1 }, (_, step): Point => {
    const x = -2 + ((width + 4) * step) / steps;
    const swing = parts.reduce((sum, { pace, phase, share }) => sum + share * Math.sin(x * pace + phase), 0);
    return [x, level - swing * height];
  });
}

/** A jagged crest between two points, by halving each stretch and lifting its middle (`depth` times). */
export function crest(dice: Dice, points: readonly Point[], lift: number, depth: number): Point[] {
  if (depth === 0) return [...points];
  const halved = points.flatMap((point, index): Point[] => {
    const next = points[index + 1];
    if (next === undefined) return [point];
    const share = between(dice, 0.35, 0.65);
    const middle = point[1] + (next[1] - point[1]) * share + between(dice, -lift, lift);
    return [point, [point[0] + (next[0] - point[0]) * share, middle]];
  });
  return crest(dice, halved, lift * 0.48, depth - 1);
}

/** The ground below a line: its data closed along the sheet's bottom. */
export function groundBelow(line: string, width: number): string {
  return `${line}L${short(width + 4)} 104L-4 104Z`;
}

/** How high a line of points stands at x, read straight between its points. */
export function heightAt(points: readonly Point[], x: number): number {
  const index = points.findIndex((point) => point[0] >= x);
  const to = points[index] ?? points.at(-1) ?? [0, 0];
  const from = points[Math.max(0, index - 1)] ?? to;
  const share = to[0] === from[0] ? 0 : (x - from[0]) / (to[0] - from[0]);
  return from[1] + (to[1] - from[1]) * share;
}

/** A closed, slightly uneven ring of points; `unevenness` is a share of the radius. */
export function blob(dice: Dice, centre: Point, rx: number, ry: number, unevenness: number): Point[] {
  const phases = [2, 3, 5].map((lobes) => ({ lobes, phase: between(dice, 0, Math.PI * 2) }));
  const steps = 18;
  return Array.from({ length: steps }, (_, step): Point => {
    const angle = (step / steps) * Math.PI * 2;
    const swell = phases.reduce((sum, { lobes, phase }) => sum + Math.sin(angle * lobes + phase) / lobes, 0);
    const reach = 1 + unevenness * swell;
    return [centre[0] + Math.cos(angle) * rx * reach, centre[1] + Math.sin(angle) * ry * reach];
  });
}

/** A pointed leaf from its foot, `angle` in radians; `width` is a share of its length. A path's data. */
export function leaf([x, y]: Point, angle: number, length: number, width: number): string {
  const [cos, sin] = [Math.cos(angle) * length, Math.sin(angle) * length];
  const end = `${short(x + cos)} ${short(y + sin)}`;
  const bulge = (side: number) =>
    `${short(x + cos * 0.42 - side * sin * width)} ${short(y + sin * 0.42 + side * cos * width)}`;
  const foot = `${short(x)} ${short(y)}`;
  return `M${foot}Q${bulge(1)} ${end}Q${bulge(-1)} ${foot}Z`;
}

/** One bow from a point to another, pulled towards `bend`; a path's data. */
export function bow(from: Point, bend: Point, to: Point): string {
  return `M${at(from)}Q${at(bend)} ${at(to)}`;
}
