import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { Activity } from '../../schema/activity.ts';
import { RunTrigger } from '../../schema/automation-run.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { makeSmallSite } from '../support/small-site.ts';
import { accessFaultsInBothThemes, noFaults } from './support/axe.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { engine } = app;
const site = await makeSmallSite(engine.database);
const owner = app.windowOf(site.account);
const start = () => startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
app.startWorker();
const run = await app.settled((await start())._id);
app.clock.advance(60_000);
await makeKeywords(engine.database, site, ['flat white']);
const second = await app.settled((await start())._id);

describe('the log of a run', () => {
  it('is come to from the history, gone through to its beginning, by level and by words, and read and downloaded file by file', async () => {
    const page = await owner(`/automation/runs?site=${site._id}`);
    await page.getByRole('cell', { name: run.runId }).click();
    const timeline = page.getByRole('list', { name: 'Timeline' });
    await timeline.getByText('4. Tasks → Content').waitFor();
    expect(await timeline.getByRole('listitem').count()).toBe(7);
    const log = page.getByRole('log');
    await log.getByText('Automation complete').waitFor();
    // Whoever goes up is shown what was before; where few rows have come first, it comes by itself.
    const toTop = () => log.evaluate((element) => element.scrollTo(0, 0));
    const isMore = async () => {
      await toTop();
      return page.getByRole('button', { name: 'Load earlier entries' }).count();
    };
    await expect.poll(isMore).toBe(0);
    await toTop();
    await log.getByText('Automation started').waitFor();

    await page.getByRole('searchbox', { name: 'Search' }).fill('STAGE 2 COMPLETE');
    await expect.poll(() => log.getByRole('time').count()).toBe(1);
    await page.getByRole('combobox', { name: 'Level' }).click();
    await page.getByRole('option', { name: 'Error' }).click();
    await page.getByText('No loaded entries match.').waitFor();

    await page.getByRole('button', { name: 'View full log' }).click();
    const dialog = page.getByRole('dialog');
    const text = (file: string, words: string) =>
      dialog.getByRole('document', { name: file }).getByText(words).first().waitFor();
    await text('automation_run.log', 'Automation started');
    for (const nth of [7, 6, 5, 4, 3, 2, 1]) {
      await dialog.getByRole('tab', { name: `Stage ${nth}` }).click();
      await text(`stage_${nth}.log`, `STAGE ${nth}: `);
    }
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('link', { name: 'Download' }).click(),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toContain('STAGE 1: Keywords → Clusters');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});

describe('the log of a run whose first rows were removed', () => {
  it('begins with those that are left, and is looked through to its beginning', async () => {
    const rows = engine.database.of(Activity);
    await rows.deleteMany({ run: second._id, seq: { $lte: Math.round(second.seq / 2) } });
    const page = await owner(`/automation/runs/${second._id}/show?site=${site._id}`);
    await page.getByRole('log').getByText('Automation complete').waitFor();
    await page.getByRole('searchbox', { name: 'Search' }).fill('nothing says this');
    await page.getByText('No loaded entries match.').waitFor();
    await page.getByRole('button', { name: 'Load earlier entries' }).waitFor({ state: 'detached' });
  });
});

describe('the history of a site', () => {
  it('leads to each run, and puts two of them side by side', async () => {
    const page = await owner(`/automation/runs?site=${site._id}`);
    await page.getByRole('cell', { name: run.runId }).waitFor();
    await page.getByRole('row', { name: run.runId }).getByRole('checkbox').click();
    await page.getByRole('row', { name: second.runId }).getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Compare' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('columnheader').allTextContents()).toEqual(['', run.runId, second.runId]);
    await dialog.getByRole('row', { name: '4. Tasks → Content' }).getByText('1 done').first().waitFor();
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    await dialog.getByRole('link', { name: run.runId }).click();
    await page.getByRole('heading', { name: run.runId }).waitFor();
  });
});

describe('the page of a run', () => {
  it('is about the site of the run, whichever was chosen, and so is what it leads to', async () => {
    const other = await makeSite(engine.database, { account: site.account });
    const { page, goto } = await app.visitAs(site.account);
    await goto(`/account/credits?site=${other._id}`);
    await page.getByRole('link', { name: run.runId }).first().click();
    await page.getByRole('heading', { name: run.runId }).waitFor();
    await page.getByRole('button', { name: 'Details: Keywords → Clusters' }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Open result: Clusters' }).click();
    await page.getByRole('link', { name: 'Cold Brew' }).waitFor();
    const chosen = () => new URL(page.url()).searchParams.get('site');
    await expect.poll(chosen).toBe(String(site._id));
  });
});
