import { describe, expect, it } from 'vitest';
import { RunTrigger } from '../../schema/automation-run.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { makeSmallSite } from '../support/small-site.ts';
import { accessFaults } from './support/axe.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;
const site = await makeSite(database, { name: 'Coffee' });
await makeKeywords(database, site, ['burr grinder', 'pour over']);
const { reviewable, task } = pipelineOf(database, site);
const { _id: asked } = await task();
const html = '<h2>Beans</h2><p>Buy <a href="https://beans.test">good</a> ones.</p>';
const { content } = await reviewable({ title: 'On beans', task: asked, html });
const small = await makeSmallSite(database, ['cold brew'], { account: site.account });
const run = await startRun(app.engine, { site: small._id, trigger: RunTrigger.Manual });
const worker = app.startWorker();
await app.settled(run._id);
await worker.stop();

/** Each page with a text that stands on it once all of it is there. */
const pages = [
  ['/', 'Dashboard'],
  ['/sites', 'Coffee'],
  [`/sites/${site._id}`, 'Settings of Coffee'],
  ['/planner/keywords', 'burr grinder'],
  [`/writer/content/${content._id}`, 'good'],
  ['/writer/review', 'good'],
  [`/automation?site=${site._id}`, 'No run yet.'],
  [`/automation?site=${small._id}`, 'Awaiting manual review'],
  [`/automation/runs?site=${small._id}`, run.runId],
  [`/automation/runs/${run._id}/show?site=${small._id}`, 'Awaiting manual review'],
] as const;

describe.each(['light', 'dark'] as const)('in the %s theme, everybody can read and use', (theme) => {
  it('the sign-in page', async () => {
    const { page, goto } = await app.visit({}, { theme });
    await goto('/login');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await accessFaults(page)).toEqual([]);
  });

  it('each page', async () => {
    const { page, goto } = await app.visitAs(site.account, undefined, { theme });
    for (const [path, text] of pages) {
      await goto(path);
      await page
        .getByRole('main')
        .getByText(text)
        .or(page.getByRole('heading', { name: text }))
        .first()
        .waitFor();
      expect(await accessFaults(page), path).toEqual([]);
    }
  });
});

describe('on a telephone', () => {
  it('the menu lies over the page, and gives way to the one that is chosen', async () => {
    const { page, goto } = await app.visitAs(site.account, undefined, { width: 390, height: 700 });
    await goto('/planner/keywords');
    await page.getByText('burr grinder').waitFor();
    expect(await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: 'Open menu' }).click();
    await page.getByRole('link', { name: 'Clusters' }).click();
    await page.getByRole('heading', { name: 'Clusters' }).waitFor();
  });
});
