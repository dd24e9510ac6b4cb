import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { RunTrigger } from '../../schema/automation-run.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { beginStage, writeBatch } from '../support/activity-rows.ts';
import { makeSmallSite } from '../support/small-site.ts';
import { openConsole } from './support/console.ts';
import { watchPage } from './support/page-watch.ts';

const app = await openConsole();
const { database } = app.engine;

/** In the page: what has the focus, as a reader hears it, below the heading of its part of the page. */
const focused = `(() => {
  const { activeElement } = document;
  const part = activeElement.closest('section[aria-labelledby]')?.querySelector('h2')?.textContent ?? '';
  const named = document.getElementById(activeElement.getAttribute('aria-labelledby')?.split(' ')[0] ?? '');
  const label = named?.textContent ?? activeElement.ariaLabel ?? activeElement.labels?.[0]?.textContent ?? activeElement.textContent;
  return [part, label];
})()`;

/** All that the Tab key leads to from here on, until it comes to this. */
async function tabbedUntil(page: Page, last: string): Promise<[part: string, label: string][]> {
  const met: [string, string][] = [];
  do {
    await page.keyboard.press('Tab');
    met.push(await page.evaluate<[string, string]>(focused));
  } while (!met.at(-1)?.[1].includes(last));
  return met;
}

it('thousands of rows come to a log of which few are in the page, nothing moves for them, and little is read out; it follows them until its reader goes up, and the keyboard goes by them in one step', async () => {
  const site = await makeSmallSite(database);
  const run = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
  const total = 50;
  await beginStage(database, run, total);
  const write = (nth: number) => writeBatch(database, run, { nth, total, rows: 100 });
  const { page, goto } = await app.visitAs(site.account, undefined, { height: 1_700 });
  const watched = await watchPage(page);
  await goto(`/automation?site=${site._id}`);
  const log = page.getByRole('log');
  const follow = page.getByRole('button', { name: 'Follow' });
  const isFollowing = () => follow.getAttribute('aria-pressed');
  await log.getByText('Credit check').waitFor();
  await page.getByRole('article', { name: 'Stage 1' }).getByText('50 left').waitFor();
  await page.evaluate(`
    globalThis.told = [];
    const news = document.querySelector('[role="log"]').closest('section').querySelector('[aria-live="polite"], [role="status"]');
    new MutationObserver(() => told.push(news.textContent)).observe(news, { childList: true, characterData: true, subtree: true });
  `);

  await watched.forget();
  for (let nth = 1; nth <= 20; nth += 1) await write(nth);
  await log.getByText('Batch 20 complete').waitFor();
  expect(await isFollowing()).toBe('true');
  const { mostRows, shift, moved } = await watched.seen();
  expect(mostRows).toBeGreaterThan(10);
  expect(mostRows).toBeLessThanOrEqual(60);
  expect({ shift: Math.round(shift * 1_000), moved }).toMatchObject({ shift: 0 });
  expect(await log.getAttribute('aria-live')).toBe('off');
  await expect
    .poll(() => page.evaluate<string[]>('told'))
    .toContainEqual(expect.stringContaining('Batch 20 complete'));
  expect((await page.evaluate<string[]>('told')).length).toBeLessThan(20);

  await log.hover();
  await page.mouse.wheel(0, -600);
  await expect.poll(isFollowing).toBe('false');
  const [first] = await log.getByRole('time').all();
  await write(21);
  await page.getByRole('article', { name: 'Stage 1' }).getByText('21 completed').waitFor();
  expect(await log.getByText('Batch 21 complete').count()).toBe(0);
  expect(await first?.isVisible()).toBe(true);
  await follow.click();
  await log.getByText('Batch 21 complete').waitFor();
  expect(await isFollowing()).toBe('true');

  await page.getByRole('tab', { name: 'Pipeline' }).focus();
  const met = await tabbedUntil(page, 'Batch 21 complete');
  const parts = met.map(([part]) => part).filter((part, index, all) => part !== all[index - 1]);
  expect(parts).toEqual(['Schedule', 'Pipeline overview', 'Stages', 'Live activity log']);
  const ofLog = met.filter(([part]) => part === 'Live activity log').map(([, label]) => label);
  expect(ofLog.slice(0, -1)).toEqual([
    'Search',
    'Stage',
    'Level',
    'Follow',
    'Copy visible lines',
    'View full log',
    'Live activity log',
  ]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const row = log.getByRole('button', { expanded: true });
  await row.waitFor();
  await write(22);
  await page.getByRole('article', { name: 'Stage 1' }).getByText('22 completed').waitFor();
  expect(await row.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
});
