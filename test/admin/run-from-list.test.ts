import { describe, expect, it } from 'vitest';
import { AutomationRun } from '../../schema/automation-run.ts';
import { ContentStatus } from '../../schema/content.ts';
import { makeAccount, makeKeywords, makeSite, numbered } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { accessFaultsInBothThemes, noFaults } from './support/axe.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;
const { _id: account } = await makeAccount(database);
const owner = app.windowOf(account);

describe('a list', () => {
  it('runs a stage over all that match its filters, once its estimate is agreed to, and links to the run', async () => {
    const site = await makeSite(database, { account });
    await makeKeywords(database, site, numbered(30, 'burr grinder'));
    await makeKeywords(database, site, ['pour over']);
    const page = await owner(`/planner/keywords?site=${site._id}`);
    await page.getByRole('textbox', { name: 'Search' }).fill('burr');
    await page.getByText('1-25 of 30').waitFor();
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByRole('button', { name: 'Select all 30 that match' }).click();
    await page.getByRole('button', { name: 'Cluster', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Cluster: 30 items?' });
    await dialog.getByText('A few seconds').waitFor();
    expect(await dialog.getByRole('definition').allInnerTexts()).toEqual([
      '30',
      '6',
      'A few seconds',
      expect.stringMatching(/ credits; 7\.2 needed with the 20% reserve\.$/),
    ]);
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    const runOf = () => database.of(AutomationRun).findOne({ site: site._id });
    expect(await runOf()).toBeNull();
    await dialog.getByRole('button', { name: 'Cluster' }).click();
    await page.getByText('A run has started.').waitFor();
    const { items, estimate } = (await runOf()) ?? {};
    expect([items, estimate?.stages['cluster-keywords']?.items]).toEqual([null, 30]);
  });

  it('starts one run where the answer to the first click was lost, and the second says the same again', async () => {
    const site = await makeSite(database, { account });
    await makeKeywords(database, site, ['burr grinder']);
    const { page, goto } = await app.visitAs(account, undefined, { expected: /502 \(Bad Gateway\)/ });
    await goto(`/planner/keywords?site=${site._id}`);
    await page.getByRole('row').filter({ hasText: 'burr' }).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Cluster', exact: true }).click();
    const start = page.getByRole('dialog').getByRole('button', { name: 'Cluster' });
    const keys = new Set<string>();
    await page.route('**/graphql', async (route) => {
      const { variables } = route.request().postDataJSON();
      if (!variables?.input?.idempotencyKey) return route.fallback();
      keys.add(variables.input.idempotencyKey);
      await route.fetch();
      await route.fulfill({ status: 502 });
    });
    await start.click();
    await page.getByRole('alert').getByText('answered with status 502').waitFor();
    await page.unroute('**/graphql');
    page.on('request', (request) => {
      const { input } = request.postDataJSON()?.variables ?? {};
      if (input?.idempotencyKey) keys.add(input.idempotencyKey);
    });
    await page.getByRole('button', { name: 'Cluster', exact: true }).click();
    await start.click();
    await page.getByText('A run has started.').waitFor();
    expect(keys.size).toBe(1);
    expect(await database.of(AutomationRun).countDocuments({ site: site._id })).toBe(1);
  });

  it.each([
    ['planner/clusters', 'Generate ideas', 'generate-ideas', 'Grinders'],
    ['planner/ideas', 'Queue to writer', 'queue-tasks', 'Which burr'],
    ['writer/tasks', 'Generate content', 'generate-content', 'Burr or blade'],
    ['writer/content', 'Generate prompts', 'generate-image-prompts', 'All about burrs'],
    ['writer/images', 'Generate images', 'generate-images', 'A burr'],
  ])('of %s has what is chosen done: %s', async (path, button, stage, name) => {
    const site = await makeSite(database, { account });
    const { cluster, idea, task, image, reviewable } = pipelineOf(database, site);
    const unplanned = { planned: false, total: 0, pending: 0, failed: 0 };
    const draft = { title: 'All about burrs', status: ContentStatus.Draft, images: unplanned };
    const { content } = await reviewable(draft);
    const made = await Promise.all([
      cluster({ name: 'Grinders' }),
      idea({ title: 'Which burr' }),
      task({ title: 'Burr or blade' }),
      image({ content: content._id, alt: 'A burr' }),
    ]);
    const page = await owner(`/${path}?filter={}&site=${site._id}`);
    const row = page.getByRole('row').filter({ hasText: name }).getByRole('checkbox');
    // Images stand side by side.
    await row.or(page.getByRole('checkbox', { name: `Select: ${name}` })).check();
    await page.getByRole('button', { name: button, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: `${button}: 1 item?` });
    await dialog.getByText(/ credits; .* needed with the 20% reserve/).waitFor();
    await dialog.getByRole('button', { name: button }).click();
    const runOf = () => database.of(AutomationRun).findOne({ site: site._id });
    await expect.poll(runOf).not.toBeNull();
    const { stages = {}, items } = (await runOf()) ?? {};
    expect(Object.keys(stages)).toEqual([stage]);
    expect([content, ...made].map(({ _id }) => _id)).toContainEqual(items?.[0]);
  });
});
