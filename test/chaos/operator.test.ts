import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { Content, ContentStatus } from '../../schema/content.ts';
import { firstOwner, newSignInUrl } from '../../server/cli/first-owner.ts';
import { errors } from '../../server/errors.ts';
import buildConsole from '../admin/support/built-console.ts';
import { openConsole } from '../admin/support/console.ts';
import { scriptAi } from '../support/scripted-ai.ts';

buildConsole();
const ai = scriptAi();
const app = await openConsole({ parts: { providers: ai.providers } });
const { database } = app.engine;
app.startWorker();

/** The prompt of a picture is refused, and so is what it is put into other words as. */
function refuseFirstPicture() {
  let left = 2;
  ai.paint = ({ purpose }) => {
    left -= 1;
    if (left >= 0) throw errors.aiRefused({ purpose, reason: 'It shows a person.' });
    return undefined;
  };
}

it('a new operator, told nothing, signs in by the printed link, imports a keyword file, runs it, watches it, mends a failed picture, reviews and publishes ten drafts', async () => {
  refuseFirstPicture();
  const { user } = await firstOwner(database);
  const { page } = await app.visit();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  const dialog = page.getByRole('dialog');

  await page.goto(await newSignInUrl(app.engine, user, app.api.url));
  await button('Sign in').click();
  await link('New site').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('The Daily Grind');
  await button('Save').click();
  await page.getByText('AI providers').waitFor();

  await link('Dashboard').click();
  await link('Import keywords').click();
  await page.getByText('No keywords yet').waitFor();
  const lines = (await readFile('examples/coffee.csv', 'utf8')).split('\n').slice(0, 3);
  const buffer = Buffer.from(lines.join('\n'));
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'coffee.csv', mimeType: 'text/csv', buffer });
  await button('Import 2 rows').click();
  await page.getByRole('heading', { name: 'Import of coffee.csv' }).waitFor();

  await link('Go to the pipeline').click();
  await button('Run now').click();
  await button('Start run').click();
  const card = (title: string) => page.getByRole('article', { name: title });
  await card('Stage 6').getByText('1 failed').waitFor();
  await card('Stage 7').getByText('Ready for review').waitFor();
  await card('Stage 6').getByRole('link', { name: 'See failed' }).click();
  const failed = page.getByRole('listitem').filter({ hasText: 'It shows a person' });
  await failed.waitFor();
  await failed.getByRole('link').click();
  await failed.getByRole('button', { name: 'Regenerate: Featured image' }).click();
  await page.getByRole('textbox', { name: 'Prompt' }).fill('A cup on a table, and nobody near it');
  await button('Regenerate now').click();
  await page.getByText('In review', { exact: true }).waitFor();

  await link('Review').click();
  const open = page.getByRole('listitem').filter({ has: page.locator('[aria-current="true"]') });
  for (let nth = 1; nth <= 10; nth += 1) {
    await page.getByText(new RegExp(`^${nth} of \\d+$`)).waitFor();
    await open.getByRole('checkbox').check();
    await button('Approve').click();
    await page.getByText(`${nth} approved`).waitFor();
  }
  await button('Publish 10').click();
  await dialog.getByRole('button', { name: 'Publish 10' }).click();
  await page.getByRole('dialog', { name: '10 of 10 published' }).waitFor();
  const published = { status: ContentStatus.Published, approved: { $ne: null } };
  expect(await database.of(Content).countDocuments(published)).toBe(10);
});
