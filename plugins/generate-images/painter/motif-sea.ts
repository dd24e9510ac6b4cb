import { bow, groundBelow, heightAt, ridge, smooth } from './curves.ts';
import { between, chance, whole } from './dice.ts';
import { blend } from './palette.ts';
import type { Motif, Scene } from './scene.ts';
import { type Point, short } from './sheet.ts';
import { paintSky, type Sky } from './sky.ts';

/** Open water below a sun or moon: headlands, glitter on the waves, a boat, a shore with grass. */
export const sea: Motif = (scene) => {
  const { sheet, dice, palette } = scene;
  const horizon = between(dice, 44, 58);
  const sky = paintSky(scene, horizon);
  paintHeadlands(scene, horizon, sky);
  const [light, dark] = palette.water.map((water) => (sky.isNight ? blend(water, palette.ink, 0.45) : water));
  const depth = [
    [0, blend(light ?? palette.tones[2], sky.horizon, 0.4)],
    [0.4, light ?? palette.tones[2]],
    [1, dark ?? palette.tones[4]],
  ] as const;
  sheet.box(0, horizon, sheet.width, 100 - horizon, sheet.linear(depth));
  paintSwell(scene, horizon);
  paintGlitter(scene, horizon, sky);
  if (chance(dice, 0.65)) paintBoat(scene, horizon, sky);
  paintShore(scene, sky);
};

/** Land that runs out into the sea on the side where the sun is not. */
function paintHeadlands({ sheet, dice, palette }: Scene, horizon: number, sky: Sky): void {
  const fromLeft = sky.sunX > sheet.width / 2;
  const side = (x: number) => (fromLeft ? x : sheet.width - x);
  for (const [reach, height, fade] of [
    [0.62, 7, 0.62],
    [0.44, 12, 0.38],
    [0.26, 17, 0.12],
  ] as const) {
    const bumps = Array.from({ length: 8 }, (_, step): Point => {
      const x = (sheet.width * reach * step) / 7;
      return [side(x - 3), horizon - height * (1 - step / 7) ** 0.85 * between(dice, 0.72, 1.12)];
    });
    const end = `${short(side(sheet.width * reach))} ${short(horizon + 0.4)}L${short(side(-4))} ${short(horizon + 0.4)}Z`;
    sheet.path(`${smooth(bumps)}L${end}`, blend(palette.tones[3], sky.horizon, fade));
  }
}

/** Long low waves, darker towards the viewer. */
function paintSwell({ sheet, dice, palette }: Scene, horizon: number): void {
  for (const share of [0.3, 0.52, 0.76]) {
    const line = ridge(
      dice,
      sheet.width,
      horizon + (100 - horizon) * share,
      0.9 + share * 1.6,
      between(dice, 1.5, 3),
    );
    sheet.path(groundBelow(smooth(line), sheet.width), palette.water[1], 0.22);
  }
}

/** Short bars of light that widen and scatter towards the viewer. */
function paintGlitter({ sheet, dice }: Scene, horizon: number, sky: Sky): void {
  for (let y = horizon + 0.8; y < 92; y += 0.9 + (y - horizon) * 0.05) {
    const depth = (y - horizon) / (100 - horizon);
    const thickness = 0.35 + depth * 0.8;
    for (let bar = whole(dice, 1, 3); bar > 0; bar -= 1) {
      const length = between(dice, 2.5, 6 + depth * 13);
      const x = sky.sunX + between(dice, -1, 1) * (3 + depth * 16) - length / 2;
      sheet.box(
        x,
        y,
        length,
        thickness,
        sky.sunColour,
        thickness / 2,
        between(dice, 0.4, 0.85) * (1 - depth * 0.45),
      );
    }
  }
}

function paintBoat({ sheet, dice, palette }: Scene, horizon: number, sky: Sky): void {
  const size = between(dice, 7, 12);
  const x = sheet.width / 2 + (sky.sunX < sheet.width / 2 ? 1 : -1) * between(dice, 2, sheet.width * 0.14);
  const y = horizon + size * between(dice, 0.4, 0.9);
  const outline = (...spots: number[]) =>
    spots.map((spot, at) => short((at % 2 === 0 ? x : y) + spot * size)).join(' ');
  const sail = sky.isNight ? palette.haze : palette.paper;
  sheet.path(`M${outline(0.04, -1.25)}Q${outline(0.6, -0.5, 0.56, -0.16)}L${outline(0.04, -0.16)}Z`, sail);
  sheet.path(
    `M${outline(-0.04, -1.05)}Q${outline(-0.34, -0.45, -0.4, -0.16)}L${outline(-0.04, -0.16)}Z`,
    palette.accentSoft,
  );
  sheet.path(
    `M${outline(-0.55, -0.1)}L${outline(0.66, -0.1)}Q${outline(0.5, 0.14, 0.3, 0.14)}L${outline(-0.3, 0.14)}Q${outline(-0.5, 0.1, -0.55, -0.1)}Z`,
    palette.ink,
  );
  sheet.oval(x, y + size * 0.2, size * 0.7, size * 0.05, palette.ink, 0.3);
}

function paintShore({ sheet, dice, palette }: Scene, sky: Sky): void {
  const rise = between(dice, -5, 5);
  const shore = ridge(dice, sheet.width, between(dice, 89, 93), 2.5, 0.6).map(
    ([x, y]): Point => [x, y - rise * (x / sheet.width - 0.5)],
  );
  const edge = (lift: number) =>
    groundBelow(smooth(shore.map(([x, y]): Point => [x, y - lift])), sheet.width);
  sheet.path(edge(2.4), palette.paper, sky.isNight ? 0.1 : 0.3);
  sheet.path(edge(1), palette.paper, sky.isNight ? 0.2 : 0.6);
  const sand = sky.isNight
    ? blend(palette.tones[5], palette.ink, 0.4)
    : blend(palette.haze, palette.accentSoft, 0.45);
  sheet.path(edge(0), sheet.fade(sand, blend(sand, palette.tones[3], 0.3)));
  const grass = sky.isNight ? palette.ink : blend(palette.tones[4], palette.tones[3], 0.4);
  const from = rise > 0 ? sheet.width * 0.72 : 0;
  for (let blade = 0; blade < 34; blade += 1) {
    const x = from + between(dice, 0, sheet.width * 0.28);
    const foot: Point = [x, heightAt(shore, x) + between(dice, 3, 9)];
    const [lean, height] = [between(dice, -5, 5), between(dice, 5, 13)];
    sheet.line(bow(foot, [x, foot[1] - height * 0.6], [x + lean, foot[1] - height]), grass, 0.45);
  }
}
