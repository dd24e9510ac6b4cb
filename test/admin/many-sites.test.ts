import { describe, expect, it } from 'vitest';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import type { Site } from '../../schema/site.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { changeSchedule } from '../../server/schedule/change-schedule.ts';
import { makeAccount, makeKeywords, makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;
const { _id: account } = await makeAccount(database);
const names = ['bom', ...Array.from({ length: 11 }, (_, nth) => `Site ${nth + 1}`), 'API site'];
const sites = await Promise.all(names.map((name) => makeSite(database, { account, name })));
for (const site of sites) {
  await pipelineOf(database, site).reviewable();
  await changeSchedule(app.engine, site, { enabled: true, time: '02:00' });
}
const siteCalled = (name: string) => sites.find((site) => site.name === name);
const inOrder = ['API site', 'bom', 'Site 1', 'Site 2', 'Site 3'];

/** A run of the site that has ended like that, later than those before. */
async function endedRun(site: Site, status: RunStatus): Promise<AutomationRun> {
  app.clock.advance(60_000);
  const run = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
  await database.of(AutomationRun).updateOne({ _id: run._id }, { $set: { status, active: false } });
  return run;
}

describe('whoever has many sites', () => {
  it('chooses one by typing part of its name', async () => {
    const { page, goto } = await app.visitAs(account);
    await goto('/planner/keywords');
    const choice = page.getByRole('combobox', { name: 'Site' });
    await choice.click();
    await expect
      .poll(async () => (await page.getByRole('option').allInnerTexts()).slice(0, 5))
      .toEqual(inOrder);
    await choice.fill('site 10');
    await page.keyboard.press('Enter');
    const chosen = () => new URL(page.url()).searchParams.get('site');
    await expect.poll(chosen).toBe(String(siteCalled('Site 10')?._id));
    // What is typed and not chosen chooses nothing.
    await choice.fill('nothing like it');
    await page.getByText('No site has that in its name').waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => choice.inputValue()).toBe('Site 10');
  });

  it('sees of each what waits and what comes, in the order that people give names', async () => {
    const { page, goto } = await app.visitAs(account);
    await page.clock.setFixedTime(app.clock.now());
    await goto('/sites');
    const rows = page.getByRole('row');
    await rows.getByText('Site 11').waitFor();
    expect((await rows.allInnerTexts()).slice(1, 6).map((row) => row.split('\t')[0])).toEqual(inOrder);
    await rows
      .filter({ hasText: 'Site 3' })
      .getByText(/at 2:00 AM/)
      .waitFor();
    await page.getByRole('searchbox', { name: 'Name or address' }).fill('BOM');
    await expect.poll(() => rows.count()).toBe(2);
    await rows.getByRole('link', { name: '1' }).click();
    await page.waitForURL(/writer\/review/);
    expect(page.url()).toContain(`site=${siteCalled('bom')?._id}`);
  });

  it('sees where the last run has failed, and is led to that', async () => {
    const account = (await makeAccount(database))._id;
    const [tea, milk] = [
      await makeSite(database, { account, name: 'Tea' }),
      await makeSite(database, { account, name: 'Milk' }),
    ];
    for (const site of [tea, milk]) await makeKeywords(database, site, ['a keyword']);
    await endedRun(milk, RunStatus.Failed);
    await endedRun(tea, RunStatus.Failed);
    const last = await endedRun(tea, RunStatus.Failed);
    await endedRun(milk, RunStatus.Completed);
    const { page, goto } = await app.visitAs(account);
    await goto('/sites');
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    await row('Tea').getByRole('link', { name: 'Failed' }).waitFor();
    expect(await row('Milk').getByText('Failed').count()).toBe(0);
    await row('Tea').getByRole('link', { name: 'Failed' }).click();
    await page.getByRole('heading', { name: last.runId }).waitFor();
  });

  it('has all lists of the dashboard in sight, each with as much as is asked for', async () => {
    const { page, goto } = await app.visitAs(account);
    await goto('/');
    const reviews = page.getByRole('region', { name: 'Waiting for review' });
    await expect.poll(() => reviews.getByRole('listitem').count()).toBe(6);
    await reviews.getByRole('button', { name: 'Show all 13' }).click();
    expect(await reviews.getByRole('listitem').count()).toBe(13);
    await reviews.getByRole('button', { name: 'Show fewer' }).click();
    expect(await reviews.getByRole('listitem').count()).toBe(6);
  });
});
