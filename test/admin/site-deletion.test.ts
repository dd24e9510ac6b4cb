import { describe, expect, it } from 'vitest';
import { Site } from '../../schema/site.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;

describe('the deletion of a site', () => {
  it('says what goes with it, asks for its name, and leads on to another, or to where one is made', async () => {
    const coffee = await makeSite(database, { name: 'Coffee' });
    const tea = await makeSite(database, { name: 'Tea ', account: coffee.account });
    await makeKeywords(database, coffee, ['cold brew', 'pour over']);
    await pipelineOf(database, coffee).reviewable();
    const { page, goto, follow } = await app.visitAs(coffee.account);
    const dialog = page.getByRole('dialog');
    const remove = async (name: string) => {
      await page.getByRole('button', { name: 'Delete this site' }).click();
      const confirm = dialog.getByRole('button', { name: 'Delete this site' });
      expect(await confirm.isDisabled()).toBe(true);
      await dialog.getByRole('textbox', { name: 'to confirm' }).fill(name);
      await confirm.click();
      await page.getByText('Site deleted.').first().waitFor();
      // The note may be that of the one before.
      await page.getByRole('heading', { name: 'Site Management' }).waitFor();
    };
    await goto(`/sites/${coffee._id}?site=${coffee._id}`);
    await page.getByRole('button', { name: 'Delete this site' }).click();
    await dialog.getByText('1 article, 2 keywords, 0 runs').waitFor();
    await dialog.getByRole('textbox', { name: 'to confirm' }).fill('Tea');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await database.of(Site).countDocuments({ account: coffee.account })).toBe(2);
    // Nobody is asked about changes of what is gone.
    await page.getByRole('textbox', { name: 'Audience' }).fill('brewers');
    await remove('Coffee');
    const siteOfAddress = () => new URL(page.url()).searchParams.get('site');
    await expect.poll(siteOfAddress).toBe(String(tea._id));
    await page.getByRole('link', { name: 'Keywords', exact: true }).click();
    await page.getByText('No keywords yet').waitFor();

    await follow(`/sites/${tea._id}`);
    await page.getByRole('heading', { name: 'Settings for Tea' }).waitFor();
    // The space at its end is not seen.
    await remove('Tea');
    for (const path of ['/planner/keywords', `/writer/review?site=${tea._id}`]) {
      await follow(path);
      await page.getByText('No site yet').waitFor();
    }
  });
});
