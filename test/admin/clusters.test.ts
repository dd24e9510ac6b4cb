import { describe, expect, it } from 'vitest';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { accessFaultsInBothThemes, noFaults } from './support/axe.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;
const { Mapped } = KeywordStatus;

/** Two clusters, of two keywords and of one. */
async function makeClusters() {
  const site = await makeSite(database);
  const { cluster } = pipelineOf(database, site);
  const grinders = await cluster({ name: 'Grinders', keywordCount: 2 });
  const kettles = await cluster({ name: 'Kettles', keywordCount: 1 });
  await makeKeywords(database, site, ['burr grinder', 'blade grinder'], {
    cluster: grinders._id,
    status: Mapped,
  });
  await makeKeywords(database, site, ['gooseneck kettle'], { cluster: kettles._id, status: Mapped });
  const phrasesIn = async (id: unknown) =>
    (
      await database
        .of(Keyword)
        .find({ cluster: id as never })
        .toArray()
    )
      .map(({ phrase }) => phrase)
      .toSorted();
  return { site, grinders, kettles, phrasesIn };
}

describe('clusters', () => {
  it('are merged, and one is split off, by keyboard alone', async () => {
    const { site, grinders, phrasesIn } = await makeClusters();
    const { page, goto } = await app.visitAs(site.account);
    await goto('/planner/clusters');
    await page.getByRole('link', { name: 'Grinders' }).waitFor();
    for (const key of ['j', 'Space', 'j', 'Space']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Merge…' }).focus();
    await page.keyboard.press('Enter');
    const merging = page.getByRole('dialog', { name: 'Merge 2 clusters' });
    await merging.getByRole('radio', { name: 'Grinders' }).focus();
    await page.keyboard.press('Space');
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    await merging.getByRole('button', { name: 'Merge' }).focus();
    await page.keyboard.press('Enter');
    await merging.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Kettles' }).waitFor({ state: 'detached' });
    expect(await phrasesIn(grinders._id)).toEqual(['blade grinder', 'burr grinder', 'gooseneck kettle']);

    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const phrase = page.getByRole('button', { name: 'gooseneck kettle', exact: true });
    await phrase.waitFor();
    await phrase.focus();
    await page.keyboard.press('Enter');
    await page.getByText('1 selected').waitFor();
    await page.getByRole('button', { name: 'Split off…' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Name of the new cluster' }).fill('Pouring');
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Pouring' }).click();
    await page.getByRole('heading', { name: 'Pouring' }).waitFor();
    expect(await phrasesIn(grinders._id)).toEqual(['blade grinder', 'burr grinder']);
  });

  it('are run for their own site, whichever was looked at before', async () => {
    const { site, grinders } = await makeClusters();
    const other = await makeSite(database, { account: site.account });
    const { page, goto } = await app.visitAs(site.account);
    await goto(`/planner/clusters?site=${other._id}`);
    await page.getByText('No clusters yet').waitFor();
    await goto(`/planner/clusters/${grinders._id}/show`);
    await page.getByRole('heading', { name: 'Grinders' }).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('site')).toBe(String(site._id));
    await page.getByRole('button', { name: 'Generate ideas' }).click();
    const dialog = page.getByRole('dialog', { name: 'Generate ideas: 1 item?' });
    await dialog.getByText(/ credits; .* needed with the 20% reserve/).waitFor();
    expect(await dialog.getByRole('definition').first().innerText()).toBe('1');
  });

  it('take the keywords that are dragged onto theirs', async () => {
    const { site, kettles, phrasesIn } = await makeClusters();
    const { page, goto } = await app.visitAs(site.account);
    await goto('/planner/clusters');
    const chip = (phrase: string) => page.getByRole('button', { name: `${phrase}: move to another cluster` });
    await chip('burr grinder').dragTo(chip('gooseneck kettle'));
    await page.getByText('1 done.').waitFor();
    expect(await phrasesIn(kettles._id)).toEqual(['burr grinder', 'gooseneck kettle']);
  });
});
