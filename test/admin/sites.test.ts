import { describe, expect, it } from 'vitest';
import { Site } from '../../schema/site.ts';
import { makeAccount, makeSite } from '../support/factory.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;
const { _id: account } = await makeAccount(database);
const owner = app.windowOf(account, undefined, { expected: /400 \(Bad Request\)/ });

describe('a site', () => {
  it('is made by who has none yet, and is the one that all pages are about', async () => {
    const page = await owner('/planner/keywords');
    await page.getByRole('link', { name: 'New site' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Coffee');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Settings for Coffee' }).waitFor();
    const site = await database.of(Site).findOne({ account });
    const chosen = () => new URL(page.url()).searchParams.get('site');
    await expect.poll(chosen).toBe(String(site?._id));
  });

  it('shows what is wrong with a field at the field, in the words of the API', async () => {
    const site = await makeSite(database, { name: 'Tea', account });
    const page = await owner(`/sites/${site._id}`);
    await page.getByRole('heading', { name: 'Settings for Tea' }).waitFor();
    const country = page.getByRole('textbox', { name: 'Country' });
    await country.fill('Atlantis');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[aria-invalid=true]').waitFor();
    expect(await country.getAttribute('aria-invalid')).toBe('true');
  });

  it('is changed by what was edited alone', async () => {
    const site = await makeSite(database, { name: 'Bread', brandVoice: 'warm', account });
    const page = await owner(`/sites/${site._id}`);
    await page.getByRole('heading', { name: 'Settings for Bread' }).waitFor();
    await page.getByRole('textbox', { name: 'Audience' }).fill('bakers');
    await database.of(Site).updateOne({ _id: site._id }, { $set: { brandVoice: 'dry' } });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Site settings saved.').waitFor();
    expect(await database.of(Site).findOne({ _id: site._id })).toMatchObject({
      audience: 'bakers',
      brandVoice: 'dry',
    });
  });
});
