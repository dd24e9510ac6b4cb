import { describe, expect, it } from 'vitest';
import { KeywordStatus } from '../../schema/keyword.ts';
import { Role } from '../../schema/user.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { accessFaults } from './support/axe.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;
const site = await makeSite(database, { name: 'Coffee', timeZone: 'Asia/Tokyo' });
const other = await makeSite(database, { name: 'Tea', account: site.account });
await makeKeywords(database, site, ['burr grinder', 'pour over']);
await makeKeywords(database, site, ['espresso machine'], { status: KeywordStatus.Mapped });
const cluster = await pipelineOf(database, site).cluster({ keywordCount: 1 });
await makeKeywords(database, site, ['pourer'], { status: KeywordStatus.Mapped, cluster: cluster._id });
await makeKeywords(database, other, ['green tea']);
const owner = app.windowOf(site.account);
const viewer = app.windowOf(site.account, Role.Viewer);
const keywords = `/planner/keywords?site=${site._id}`;

describe('the list of keywords', () => {
  it('shows those of the site, each with its status in a word', async () => {
    const page = await owner(keywords);
    await page.getByRole('cell', { name: 'burr grinder' }).waitFor();
    expect(await page.getByRole('cell', { name: 'Pending' }).count()).toBe(2);
    expect(await page.getByRole('cell', { name: 'Clustered' }).count()).toBe(2);
    expect(await page.getByRole('cell', { name: 'green tea' }).count()).toBe(0);
  });

  it('tells times in the zone of who looks, and on pointing at one in the site’s', async () => {
    const page = await owner(keywords);
    const time = page.getByRole('time').first();
    const at = new Date((await time.getAttribute('datetime')) ?? '');
    const told = (timeZone: string) =>
      new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
    expect(await time.innerText()).toBe(
      told(await page.evaluate('Intl.DateTimeFormat().resolvedOptions().timeZone')),
    );
    await time.hover();
    const tooltip = page.getByRole('tooltip', { name: `${told('Asia/Tokyo')} in Asia/Tokyo` });
    await tooltip.waitFor();
    await page.mouse.move(0, 0);
    await tooltip.waitFor({ state: 'detached' });
  });

  it('is filtered, and its address shows the same again to somebody else', async () => {
    const page = await owner(keywords);
    await page.getByRole('cell', { name: 'burr grinder' }).waitFor();
    await page.getByRole('textbox', { name: 'Search' }).fill('espresso');
    await page.getByRole('cell', { name: 'burr grinder' }).waitFor({ state: 'detached' });
    await page.waitForURL(/espresso.*site=/);
    const address = page.url().slice(app.api.url.length);

    const other = await viewer(address);
    await other.getByRole('cell', { name: 'espresso machine' }).waitFor();
    expect(await other.getByRole('cell', { name: 'pour over' }).count()).toBe(0);
    await page.getByRole('textbox', { name: 'Search' }).fill('');
    await page.getByRole('cell', { name: 'burr grinder' }).waitFor();
  });

  it('changes with the site that is chosen', async () => {
    const page = await owner(keywords);
    await page.getByRole('cell', { name: 'burr grinder' }).waitFor();
    await page.getByRole('combobox', { name: 'Site' }).click();
    await page.getByRole('option', { name: 'Tea' }).click();
    await page.getByRole('cell', { name: 'green tea' }).waitFor();
    expect(await page.getByRole('cell', { name: 'burr grinder' }).count()).toBe(0);
    expect(page.url()).toContain(`site=${other._id}`);
  });
});

describe('a viewer', () => {
  it('sees all, is offered nothing that changes it, and is told so on a page for others', async () => {
    const page = await viewer(`/sites?site=${site._id}`);
    await page.getByRole('cell', { name: 'Coffee' }).waitFor();
    expect(await page.getByRole('link', { name: 'Create' }).count()).toBe(0);
    await viewer(keywords);
    await page.getByRole('cell').first().waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: /Import|Add$|Edit/ }).count()).toBe(0);
    expect(await page.getByRole('link', { name: /API keys|Users/ }).count()).toBe(0);
    await viewer(`/planner/clusters/${cluster._id}/show`);
    await page.getByText('pourer').waitFor();
    expect(await page.getByRole('button', { name: /Merge|Split|Move|Edit|Generate|pourer/ }).count()).toBe(0);
    await viewer('/account/users');
    await page.getByRole('heading', { name: 'Not for your role' }).waitFor();
    expect(await accessFaults(page)).toEqual([]);
  });
});
