import { describe, expect, it } from 'vitest';
import { Site } from '../../schema/site.ts';
import { makeAccount, makeSite } from '../support/factory.ts';
import { comeBackUntil, comesBack } from './support/coming-back.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;
const { _id: account } = await makeAccount(database);
const owner = app.windowOf(account);

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

  it('that is made beside others is the chosen one from then on', async () => {
    await makeSite(database, { name: 'Cocoa', account });
    const page = await owner('/sites/create');
    // Until then the fields of the page before stand there, which have the same names.
    await page.getByRole('heading', { name: 'New Site' }).waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('Juice');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Settings for Juice' }).waitFor();
    const made = String((await database.of(Site).findOne({ account, name: 'Juice' }))?._id);
    await expect.poll(() => new URL(page.url()).searchParams.get('site')).toBe(made);
    await page.getByRole('link', { name: 'Keywords', exact: true }).click();
    await page.getByText('No keywords yet').waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('site')).toBe(made);
  });

  it('shows what is wrong with a field at the field, in the words of the API', async () => {
    const site = await makeSite(database, { name: 'Tea', account });
    // A window of its own: the form would ask before it is left.
    const { page, goto } = await app.visitAs(account, undefined, { expected: /400 \(Bad Request\)/ });
    await goto(`/sites/${site._id}`);
    await page.getByRole('heading', { name: 'Settings for Tea' }).waitFor();
    const address = page.getByRole('textbox', { name: 'Address' });
    await address.fill('Atlantis');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[aria-invalid=true]').waitFor();
    expect(await address.getAttribute('aria-invalid')).toBe('true');
  });

  it('has a language and a country, which are chosen by their names, or typed as codes', async () => {
    const site = await makeSite(database, { name: 'Milk', account });
    const { page, goto } = await app.visitAs(account);
    await goto(`/sites/${site._id}`);
    const language = page.getByRole('combobox', { name: 'Language' });
    await expect.poll(() => language.inputValue()).toBe('English (en)');
    const firstFor = async (name: string, typed: string) => {
      await page.getByRole('combobox', { name }).fill(typed);
      const first = page.getByRole('option').first();
      await expect.poll(() => first.innerText()).toContain(typed);
      await first.click();
    };
    await firstFor('Language', 'Brazilian');
    await firstFor('Country', 'Braz');
    await page.getByRole('button', { name: 'Save' }).click();
    const saved = () => database.of(Site).findOne({ _id: site._id });
    await expect.poll(saved).toMatchObject({ language: 'pt-BR', country: 'BR' });
    // A code is what it says, though other languages have its letters in their names.
    await firstFor('Language', 'de-LI');
    await firstFor('Country', 'LI');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(saved).toMatchObject({ language: 'de-LI', country: 'LI' });
  });

  it('stays that of its tab, whatever another tab of the same browser looks at', async () => {
    const [tea, bread] = [await makeSite(database, { account }), await makeSite(database, { account })];
    const { page, context, goto } = await app.visitAs(account);
    const siteOf = (tab: typeof page) => new URL(tab.url()).searchParams.get('site');
    await goto(`/planner/keywords?site=${tea._id}`);
    await page.getByText('No keywords yet').waitFor();
    const other = await context.newPage();
    await other.goto(`${app.api.url}/planner/keywords?site=${bread._id}`);
    await other.getByText('No keywords yet').waitFor();
    await page.getByRole('link', { name: 'Clusters', exact: true }).click();
    await page.getByText('No clusters yet').waitFor();
    await expect.poll(() => siteOf(page)).toBe(String(tea._id));
    expect(siteOf(other)).toBe(String(bread._id));
    // A new one begins where somebody was last.
    const third = await context.newPage();
    await third.goto(`${app.api.url}/planner/clusters`);
    await expect.poll(() => siteOf(third)).toBe(String(tea._id));
  });

  it('is the one that all pages are about from then on where its settings are opened', async () => {
    const gin = await makeSite(database, { name: 'Gin', account });
    const ale = await makeSite(database, { name: 'Ale', account });
    const { page, goto } = await app.visitAs(account);
    await goto(`/sites?site=${ale._id}`);
    await page.getByRole('cell', { name: 'Gin', exact: true }).click();
    await page.getByRole('heading', { name: 'Settings for Gin' }).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('site')).toBe(String(gin._id));
    const choice = page.getByRole('combobox', { name: 'Site', exact: true });
    await expect.poll(() => choice.inputValue()).toBe('Gin');
  });

  it('stays the chosen one where somebody stays with its changes instead of choosing another', async () => {
    const stout = await makeSite(database, { name: 'Stout', account });
    await makeSite(database, { name: 'Porter', account });
    const { page, context, goto } = await app.visitAs(account);
    await goto(`/sites/${stout._id}?site=${stout._id}`);
    await page.getByRole('heading', { name: 'Settings for Stout' }).waitFor();
    await page.getByRole('textbox', { name: 'Audience' }).fill('brewers');
    const stays = new Promise<void>((resolve) => {
      page.once('dialog', (dialog) => resolve(dialog.dismiss()));
    });
    await page.getByRole('combobox', { name: 'Site', exact: true }).fill('Porter');
    await page.keyboard.press('Enter');
    await stays;
    // A new tab begins where somebody was last.
    const other = await context.newPage();
    await other.goto(`${app.api.url}/planner/keywords`);
    await expect.poll(() => new URL(other.url()).searchParams.get('site')).toBe(String(stout._id));
  });

  it('asks before it is left with changes', async () => {
    const site = await makeSite(database, { name: 'Cake', account });
    const page = await owner(`/sites/${site._id}`);
    await page.getByRole('heading', { name: 'Settings for Cake' }).waitFor();
    await page.getByRole('textbox', { name: 'Audience' }).fill('bakers');
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.message());
        void dialog.dismiss();
      });
    });
    await page.getByRole('link', { name: 'Keywords', exact: true }).click();
    expect(await asked).toContain('saved');
    expect(await page.getByRole('textbox', { name: 'Audience' }).inputValue()).toBe('bakers');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('link', { name: 'Keywords', exact: true }).click();
    await page.getByText('No keywords yet').waitFor();
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

  it('keeps what is being written when somebody else changes it, and shows their change beside it', async () => {
    const site = await makeSite(database, { name: 'Mead', account });
    const { page, goto } = await app.visitAs(account);
    await goto(`/sites/${site._id}`);
    await page.getByRole('heading', { name: 'Settings for Mead' }).waitFor();
    const audience = page.getByRole('textbox', { name: 'Audience' });
    const voice = page.getByRole('textbox', { name: 'Brand voice' });
    await audience.fill('brewers');
    const set = { audience: 'drinkers', brandVoice: 'dry' };
    await database.of(Site).updateOne({ _id: site._id }, { $set: set });
    await comeBackUntil(page, async () => (await voice.inputValue()) === 'dry');
    expect(await audience.inputValue()).toBe('brewers');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Site settings saved.').waitFor();
    expect(await database.of(Site).findOne({ _id: site._id })).toMatchObject({ ...set, audience: 'brewers' });
    // What is saved is no change any more.
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await database.of(Site).updateOne({ _id: site._id }, { $set: set });
    await comeBackUntil(page, async () => (await audience.inputValue()) === 'drinkers');
  });

  it('is not written in while it is being saved', async () => {
    const site = await makeSite(database, { name: 'Cider', account });
    const { page, goto } = await app.visitAs(account);
    await goto(`/sites/${site._id}`);
    await page.getByRole('heading', { name: 'Settings for Cider' }).waitFor();
    const answer = Promise.withResolvers<void>();
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('mutation')) await answer.promise;
      await route.fallback();
    });
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.fill('Dry cider');
    const asked = page.waitForRequest((request) => Boolean(request.postData()?.includes('mutation')));
    await page.keyboard.press('Enter');
    await asked;
    await page.keyboard.type(' that nobody would see');
    expect(await name.inputValue()).toBe('Dry cider');
    answer.resolve();
    await page.getByText('Site settings saved.').waitFor();
    await expect.poll(() => name.evaluate((element) => element.matches(':focus'))).toBe(true);
  });

  it('stays on its page when it cannot be read again', async () => {
    const site = await makeSite(database, { name: 'Rum', account });
    const { page, goto } = await app.visitAs(account);
    await goto(`/sites/${site._id}`);
    await page.getByRole('heading', { name: 'Settings for Rum' }).waitFor();
    await page.getByRole('region', { name: 'AI providers' }).waitFor();
    await page.route('**/graphql', (route) => route.fulfill({ json: { errors: [{ message: 'Not now.' }] } }));
    const told = page.waitForResponse('**/graphql');
    await page.evaluate(comesBack);
    await told;
    await page.getByRole('textbox', { name: 'Audience' }).fill('sailors');
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Site settings saved.').waitFor();
    expect(await database.of(Site).findOne({ _id: site._id })).toMatchObject({ audience: 'sailors' });
  });
});
