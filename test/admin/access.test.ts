import { ObjectId } from 'mongodb';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Account } from '../../schema/account.ts';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { makeSmallSite } from '../support/small-site.ts';
import { accessFaultsInBothThemes, noFaults } from './support/axe.ts';
import { openConsole } from './support/console.ts';
import { answerLate } from './support/late-answers.ts';
import { watchPage } from './support/page-watch.ts';
import { reflowFaults } from './support/reflow.ts';

const app = await openConsole();
const { database } = app.engine;
const site = await makeSite(database, { name: 'Coffee' });
const { cluster, idea, task, image, reviewable } = pipelineOf(database, site);
const failure = {
  code: 'X',
  message: 'It was refused.',
  stage: 'generate-images',
  at: new Date(),
  run: new ObjectId(),
};
const grinders = await cluster({ name: 'Grinders', keywordCount: 1 });
await makeKeywords(database, site, ['burr grinder'], { cluster: grinders._id });
await makeKeywords(database, site, ['pour over'], { disabled: true });
const planned = await idea({ cluster: grinders._id, title: 'Burr or blade', keywords: ['burr grinder'] });
const asked = await task({ cluster: grinders._id, idea: planned._id, title: 'Which burr' });
const { content } = await reviewable({ title: 'All about burrs', task: asked._id, cluster: grinders._id });
await image({ content: content._id, alt: 'A burr, from above', failure });
const html = '<h2>Beans</h2><p>Buy <a href="https://beans.test">good</a> ones.</p>';
const { content: draft } = await reviewable({ title: 'On beans', task: (await task())._id, html });
const small = await makeSmallSite(database, ['cold brew'], { account: site.account });
const run = await startRun(app.engine, { site: small._id, trigger: RunTrigger.Manual });
const worker = app.startWorker();
await app.settled(run._id);
await worker.stop();

/** Each page with a text that stands on it once all of it is there. */
const pages = [
  ['/nothing/here', 'There is no page at /nothing/here'],
  ['/', 'Dashboard'],
  ['/sites', 'Coffee'],
  [`/sites/${site._id}`, 'AI providers'],
  ['/planner/keywords', 'burr grinder'],
  ['/planner/keywords/imports', 'No imports yet'],
  ['/planner/clusters', 'Grinders'],
  [`/planner/clusters/${grinders._id}/show`, 'burr grinder'],
  ['/planner/ideas', 'Burr or blade'],
  [`/planner/ideas/${planned._id}/show`, 'Which burr'],
  ['/writer/tasks', 'Which burr'],
  [`/writer/tasks/${asked._id}/show`, 'All about burrs'],
  ['/writer/content', 'All about burrs'],
  ['/writer/images', 'A burr, from above'],
  ['/account/credits', 'Credits added'],
  ['/account/ai-usage', 'No calls in this period'],
  ['/account/users', '(you)'],
  ['/account/profile', 'Set password'],
  ['/account/api-keys', 'No API keys yet'],
  [`/writer/content/${draft._id}`, 'good'],
  ['/writer/review', 'All about burrs'],
  [`/automation?site=${site._id}`, 'No runs yet.'],
  [`/automation?site=${small._id}`, 'Awaiting manual review'],
  [`/automation/runs?site=${small._id}`, run.runId],
  [`/automation/runs/${run._id}/show?site=${small._id}`, 'Awaiting manual review'],
] as const;

/** Where people are most of their time, and where the most comes in parts. */
const mainPage =
  /^\/($|sites\/|planner\/(keywords$|clusters\/)|writer\/(content\/|review)|automation|account\/credits)/;

/** As the browser scores it, from 0 to 1: what nobody sees. */
const mostShift = 0.01;

/** A window in which each page that is opened tells what it has moved by itself while it came. */
async function steadyWindow(options?: { width: number; height: number }) {
  const { page, goto, follow } = await app.visitAs(site.account, undefined, options);
  const watched = await watchPage(page);
  const answers = await answerLate(page);
  await goto('/login');
  const nowhere = page.getByText('There is no page at /nowhere');
  const open = async (path: string, text: string): Promise<readonly string[]> => {
    // Where nothing stands that the next page has, too.
    await follow('/nowhere');
    await nowhere.waitFor();
    await answers.allCome();
    await watched.forget();
    await follow(path);
    await nowhere.waitFor({ state: 'detached' });
    const main = page.getByRole('main').getByText(text);
    await main
      .or(page.getByRole('heading', { name: text }))
      .first()
      .waitFor();
    await answers.allCome();
    const { shift, moved } = await watched.seen();
    return shift > mostShift ? [`It moved by ${shift}.`, ...moved] : [];
  };
  return { page, open };
}

/** True where the browser's tab is called as the page. */
async function isTabNamed(page: Page): Promise<boolean> {
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  return name !== '' && (await page.title()) === `${name} · Galley`;
}

describe('in both themes, everybody can read and use', () => {
  it('the sign-in page, also where it says why one is there', async () => {
    const { page, goto } = await app.visit();
    await goto('/login?ended');
    await page.getByText('You have been signed out.').waitFor();
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
  });

  it('every page, which comes without moving and names the tab, with what can be done to its rows, in windows of any size, also on a phone and at twice the size', async () => {
    const { page, open } = await steadyWindow();
    const faults: Record<string, unknown> = {};
    for (const [path, text] of pages) {
      const moved = await open(path, text);
      await expect.poll(() => isTabNamed(page), { message: path }).toBe(true);
      // What can be done to rows stands there once one is chosen.
      const [row] = await page.getByRole('main').getByRole('checkbox').all();
      await row?.check();
      const { light, dark } = await accessFaultsInBothThemes(page);
      const cutOff = await reflowFaults(page);
      const all = { light, dark, cutOff, moved };
      if (Object.values(all).flat().length > 0) faults[path] = all;
    }
    expect(faults).toEqual({});
  });
});

describe('for whoever has asked for less motion', () => {
  it('nothing slides or fades', async () => {
    const { page, goto } = await app.visitAs(site.account);
    await goto('/planner/keywords');
    await page.getByText('burr grinder').waitFor();
    const durations = () =>
      page.evaluate<string[]>(
        "[...document.querySelectorAll('main button')].map((button) => getComputedStyle(button).transitionDuration)",
      );
    expect(new Set(await durations())).toEqual(new Set(['0s']));
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await durations()).not.toContain('0s');
  });
});

describe('where there are too few credits, everybody can read', () => {
  it('that a run waits for them, or for a person who keeps it paused, and why neither a run nor one stage of it can start', async () => {
    const poor = await makeSmallSite(database, ['flat white']);
    const { account } = poor;
    await database.of(Account).updateOne({ _id: account }, { $set: { available: 2_000 } });
    const waiting = await makeSite(database, { account });
    await makeKeywords(database, waiting, ['cold brew']);
    const trigger = RunTrigger.Manual;
    const { _id } = await startRun(app.engine, { site: waiting._id, trigger, to: 'cluster-keywords' });
    const message = 'It needs 7.4 credits more.';
    const pause = { reason: 'credits', by: null, message, at: new Date(), needed: 7_400 } as const;
    await database.of(AutomationRun).updateOne({ _id }, { $set: { status: RunStatus.Paused, pause } });
    const { page, goto, follow } = await app.visitAs(account);
    const dialog = page.getByRole('dialog');

    await goto(`/automation?site=${waiting._id}`);
    await page.getByText(message).first().waitFor();
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    // Who does not want it to go on by itself says so.
    await page.getByRole('button', { name: 'Keep paused' }).click();
    await page.getByText('Paused by Person').first().waitFor();
    expect(await page.getByRole('button', { name: 'Keep paused' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Resume', exact: true }).hover();
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    await follow(`/automation?site=${poor._id}`);
    await page.getByText('No runs yet.').waitFor();
    await page.getByRole('button', { name: 'Run now' }).click();
    await dialog.getByText('with the 20% reserve, you have 0.8').waitFor();
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    await page.keyboard.press('Escape');

    await follow(`/planner/keywords?site=${poor._id}`);
    await page.getByRole('main').getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Cluster', exact: true }).click();
    await dialog.getByText('There are not enough credits to start it.').waitFor();
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
  });
});

describe('on a telephone', () => {
  it('nothing that a main page has shown is moved by what comes after it', async () => {
    const { open } = await steadyWindow({ width: 390, height: 800 });
    const faults: Record<string, unknown> = {};
    for (const [path, text] of pages.filter(([path]) => mainPage.test(path))) {
      const moved = await open(path, text);
      if (moved.length > 0) faults[path] = moved;
    }
    expect(faults).toEqual({});
  });

  it('a page of a site names it, which the menu does not tell there', async () => {
    const { page, goto, follow } = await app.visitAs(site.account, undefined, { width: 390 });
    await goto(`/planner/keywords?site=${site._id}`);
    const name = page.getByRole('banner').getByText('Coffee', { exact: true });
    await name.waitFor();
    await follow('/account/credits');
    await page.getByRole('heading', { name: 'Credits' }).waitFor();
    expect(await name.count()).toBe(0);
    await follow(`/sites/${site._id}`);
    await name.waitFor();
    await page.setViewportSize({ width: 1_280, height: 800 });
    await name.waitFor({ state: 'hidden' });
  });

  it('the menu stays out of the way of a window that is made narrow, lies over the page, and gives way to the one that is chosen', async () => {
    const { page, goto } = await app.visitAs(site.account);
    await goto('/planner/keywords');
    await page.getByText('burr grinder').waitFor();
    await page.evaluate(`
      const root = document.getElementById('root');
      const note = () => root.setAttribute('data-was-covered', '');
      new MutationObserver(note).observe(root, { attributeFilter: ['aria-hidden'] });
    `);
    await page.setViewportSize({ width: 390, height: 700 });
    const menu = page.getByRole('button', { name: 'Open menu' });
    await menu.waitFor();
    expect(await page.locator('#root').getAttribute('data-was-covered')).toBeNull();
    expect(await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(390);
    await menu.click();
    await page.getByRole('link', { name: 'Clusters' }).click();
    await page.getByRole('heading', { name: 'Clusters' }).waitFor();
  });
});
