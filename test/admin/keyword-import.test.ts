import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Keyword } from '../../schema/keyword.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { accessFaultsInBothThemes, noFaults } from './support/axe.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;

/** As a tool might export it: its own names, and a column that means nothing to us. */
const list = `Search term;Avg. monthly searches;KD;Notes
burr grinder;1200;31;
pour over;800;22;soon
cold brew;many;15;
`;

async function drop(page: Page, text: string, encoding: 'utf8' | 'latin1' = 'utf8'): Promise<void> {
  // As text: the types of browsers are not known here.
  const dataTransfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(${JSON.stringify([...Buffer.from(text, encoding)])})], 'list.csv', { type: 'text/csv' }));
    return transfer;
  })()`);
  const place = page.getByTestId('keyword-drop');
  await place.waitFor();
  await place.dispatchEvent('drop', { dataTransfer });
}

describe('a list of keywords that is dropped onto the page', () => {
  it('shows how it is read, is imported with a receipt that names each line refused, and can be taken back', async () => {
    const site = await makeSite(database);
    await makeKeywords(database, site, ['pour over']);
    const phrases = () =>
      database
        .of(Keyword)
        .find({ site: site._id }, { sort: { phrase: 1 } })
        .map(({ phrase, difficulty }) => [phrase, difficulty])
        .toArray();
    const { page, goto } = await app.visitAs(site.account);
    await goto('/planner/keywords');
    await drop(page, list);
    const dialog = page.getByRole('dialog', { name: 'Import list.csv' });
    await dialog.getByRole('combobox', { name: 'Meaning of “Search term”' }).getByText('Keyword').waitFor();
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    // One of its guesses is changed.
    await dialog.getByRole('combobox', { name: 'Meaning of “KD”' }).click();
    await page.getByRole('option', { name: 'Not imported' }).click();
    await dialog.getByRole('button', { name: 'Import 3 rows' }).click();

    await page.getByRole('heading', { name: 'Import of list.csv' }).waitFor();
    await page.getByText('1 line was rejected').waitFor();
    await page.getByRole('row', { name: /^4 .*"many" is not a number/ }).waitFor();
    await page.getByRole('row', { name: '3 pour over' }).waitFor();
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    expect(await phrases()).toEqual([
      ['burr grinder', null],
      ['pour over', null],
    ]);

    await page.getByRole('button', { name: 'Undo this import' }).click();
    const undo = page.getByRole('dialog').getByRole('button', { name: 'Undo this import' });
    await undo.waitFor();
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    await undo.click();
    await page.getByText('1 keyword deleted.').waitFor();
    expect(await phrases()).toEqual([['pour over', null]]);
  });

  it('leads back to its columns where not one of its lines was imported', async () => {
    const site = await makeSite(database);
    const { page, goto } = await app.visitAs(site.account);
    await goto('/planner/keywords');
    await drop(page, 'Query,Volume\nburr grinder,many\npour over,few\n');
    const dialog = page.getByRole('dialog', { name: 'Import list.csv' });
    await dialog.getByRole('button', { name: 'Import 2 rows' }).click();
    await page.getByText('2 lines were rejected').waitFor();
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    await page.getByRole('link', { name: 'Choose the columns again' }).click();
    await dialog.getByRole('combobox', { name: 'Meaning of “Volume”' }).click();
    await page.getByRole('option', { name: 'Not imported' }).click();
    await dialog.getByRole('button', { name: 'Import 2 rows' }).click();
    await page.getByRole('link', { name: 'View the keywords' }).waitFor();
    await expect.poll(() => database.of(Keyword).countDocuments({ site: site._id })).toBe(2);
    expect(await page.getByRole('link', { name: 'Choose the columns again' }).count()).toBe(0);
    // What is done is not offered again to whoever goes back.
    await page.goBack();
    await page.getByText('burr grinder').waitFor();
    expect(await dialog.count()).toBe(0);
  });

  it('may have no header: its first line is a keyword like the others, under its number', async () => {
    const site = await makeSite(database);
    const { page, goto } = await app.visitAs(site.account);
    await goto('/planner/keywords');
    await drop(page, 'café au lait\n?\npour over\n');
    const dialog = page.getByRole('dialog', { name: 'Import list.csv' });
    await dialog.getByRole('button', { name: 'Import 3 rows' }).waitFor();
    expect(await dialog.getByRole('checkbox', { name: 'The first line names the columns' }).isChecked()).toBe(
      false,
    );
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Import 2 rows' }).waitFor();
    await dialog.getByRole('checkbox').uncheck();
    await dialog.getByRole('button', { name: 'Import 3 rows' }).click();
    await page.getByRole('heading', { name: 'Import of list.csv' }).waitFor();
    await page.getByRole('row', { name: /^2 .*no letter and no digit/ }).waitFor();
    const phrases = database.of(Keyword).find({ site: site._id }, { sort: { phrase: 1 } });
    expect(await phrases.map(({ phrase }) => phrase).toArray()).toEqual(['café au lait', 'pour over']);
  });

  it('is refused with a word on how to save it where it is in an older encoding', async () => {
    const site = await makeSite(database);
    const { page, goto } = await app.visitAs(site.account);
    await goto('/planner/keywords');
    await drop(page, 'keyword\ncafé au lait\n', 'latin1');
    await page.getByText('list.csv is not UTF-8 text. Save it as “CSV UTF-8” and try again.').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});
