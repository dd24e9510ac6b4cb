import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, describe, it } from 'vitest';
import { RunTrigger } from '../../../schema/automation-run.ts';
import { Content } from '../../../schema/content.ts';
import { offlineProviders } from '../../../server/ai/offline-provider.ts';
import { startRun } from '../../../server/engine/start-run.ts';
import { changeSchedule } from '../../../server/schedule/change-schedule.ts';
import { makeBarrier } from '../../support/barrier.ts';
import { makeKeywords, makeSite } from '../../support/factory.ts';
import { openConsole } from '../support/console.ts';

const folder = new URL('../../../docs/screenshots', import.meta.url).pathname;
const held = makeBarrier();
/** Articles that are written before the next one is held. */
let articles = Number.POSITIVE_INFINITY;
const { text } = offlineProviders;
const answer: typeof text.answer = async (call, ...asked) => {
  if (call.purpose === 'outline') articles -= 1;
  if (articles < 0) await held.pass();
  return text.answer(call, ...asked);
};
const providers = { ...offlineProviders, text: { ...text, answer } };
// The hour of today: what was used of late is seen as such.
const app = await openConsole({ parts: { providers, now: () => new Date() } });
const { database } = app.engine;
const site = await makeSite(database, { name: 'The Daily Grind', url: 'https://coffee.example' });
await changeSchedule(app.engine, site, { enabled: true, time: '02:00' });
const [, ...lines] = (await readFile('examples/coffee.csv', 'utf8')).trim().split('\n');
const phrases = lines.map((line) => line.split(',')[0] ?? '');
const runOver = async (chosen: readonly string[], figures: object) => {
  await makeKeywords(database, site, chosen, figures);
  return startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
};
app.startWorker();
const { _id } = await runOver(phrases.slice(0, 12), { volume: 880, difficulty: 24, cpc: 1.25 });
await app.settled(_id);
// A second one, in the middle of which the pictures are taken.
articles = 3;
await runOver(phrases.slice(12, 18), { volume: 590, difficulty: 31, cpc: 0.8 });
await held.reached();
const draft = await database.of(Content).findOne({ site: site._id });
afterAll(() => held.open());

/** Each page by the name of its picture. */
const pages: Readonly<Record<string, string>> = {
  dashboard: '/',
  automation: '/automation',
  history: '/automation/runs',
  keywords: '/planner/keywords',
  clusters: '/planner/clusters',
  ideas: '/planner/ideas',
  images: '/writer/images',
  article: `/writer/content/${draft?._id}`,
  review: '/writer/review',
  'site-settings': `/sites/${site._id}`,
};

async function keep(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  // Few colours: a third of the weight.
  await sharp(await page.screenshot())
    .png({ palette: true })
    .toFile(`${folder}/${name}.png`);
}

describe.each(['light', 'dark'] as const)('a picture, in the %s theme, of', (theme) => {
  it('the sign-in page', async () => {
    const { page, goto } = await app.visit({}, { theme });
    await goto('/login');
    await keep(page, `sign-in-${theme}`);
  });

  it.each(Object.entries(pages))('%s', async (name, path) => {
    const { page, goto } = await app.visitAs(site.account, undefined, { theme, height: 900 });
    await goto(path);
    await keep(page, `${name}-${theme}`);
  });
});
