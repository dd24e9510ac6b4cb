import { describe, expect, it } from 'vitest';
import { makeBarrier } from '../support/barrier.ts';
import { makeAccount, makeKeywords, makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;
const { _id: account } = await makeAccount(database);
const owner = app.windowOf(account);

describe('a list of one of several sites', () => {
  it('keeps what is chosen on one site out of another, where nobody would see what is acted on', async () => {
    const [roaster, shop] = [await makeSite(database, { account }), await makeSite(database, { account })];
    await makeKeywords(database, roaster, ['burr grinder', 'pour over']);
    await makeKeywords(database, shop, ['cold brew']);
    const page = await owner(`/planner/keywords?site=${roaster._id}`);
    await page.getByRole('row').filter({ hasText: 'pour over' }).getByRole('checkbox').check();
    await page.getByText('1 selected').waitFor();
    await owner(`/planner/keywords?site=${shop._id}`);
    await page.getByRole('cell', { name: 'cold brew' }).waitFor();
    expect(await page.getByText(/\d selected/).count()).toBe(0);
    await owner(`/planner/keywords?site=${roaster._id}`);
    await page.getByText('1 selected').waitFor();
  });

  it('offers the clusters of its own site, to filter by and to move keywords into, never those of the site before', async () => {
    const [roaster, shop] = [await makeSite(database, { account }), await makeSite(database, { account })];
    for (const [site, name] of [
      [roaster, 'Grinders'],
      [shop, 'Kettles'],
    ] as const) {
      await makeKeywords(database, site, ['pour over']);
      await pipelineOf(database, site).cluster({ name });
    }
    const { page, goto, follow } = await app.visitAs(account);
    const list = (site: typeof shop) =>
      `/planner/keywords?filter={}&displayedFilters={"clusterId":true}&site=${site._id}`;
    const filter = page.getByRole('combobox', { name: 'Cluster' });
    const into = page.getByRole('dialog').getByRole('combobox');
    const openMove = async () => {
      await page.getByRole('row').filter({ hasText: 'pour over' }).getByRole('checkbox').check();
      await page.getByRole('button', { name: 'Move…' }).click();
      await into.press('ArrowDown');
    };
    const options = page.getByRole('option');
    await goto(list(roaster));
    await filter.click();
    await options.getByText('Grinders').waitFor();
    await page.keyboard.press('Escape');
    await openMove();
    await options.getByText('Grinders').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Cancel' }).click();

    // What is of the other site comes late.
    const asked = makeBarrier();
    const isLate = (body: string | null) => body?.includes('query Clusters') && body.includes(`${shop._id}`);
    await page.route('**/graphql', async (route) => {
      if (isLate(route.request().postData())) await asked.pass();
      await route.fallback();
    });
    await follow(list(shop));
    await asked.reached();
    await page.getByText('1-1 of 1').waitFor();
    await filter.click();
    expect(await options.allTextContents()).toEqual([]);
    await page.keyboard.press('Escape');
    await openMove();
    expect(await options.allTextContents()).toEqual([]);
    asked.open();
    await options.getByText('Kettles').waitFor();
    expect(await options.allTextContents()).toEqual(['Kettles']);
  });
});
