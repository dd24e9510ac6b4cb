import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { firstOwner, newSignInUrl } from '../../server/cli/first-owner.ts';
import { changeSchedule } from '../../server/schedule/change-schedule.ts';
import { makeSite } from '../support/factory.ts';
import { openConsole } from './support/console.ts';
import { keyboardOf } from './support/keyboard.ts';

const app = await openConsole();
const { database } = app.engine;
app.startWorker();
const { user } = await firstOwner(database);
const { account, _id: site } = await makeSite(database, {
  name: 'Coffee',
  url: 'https://coffee.example',
  account: user.account,
});
/** Two drafts come of a keyword, of a picture each. */
const stages = {
  'generate-ideas': { ideasPerCluster: 2 },
  'generate-image-prompts': { imagesPerArticle: 1 },
};
await database
  .of(AutomationConfig)
  .insertOne(Object.assign(new AutomationConfig(), { account, site, stages }));
for (const enabled of [true, false]) await changeSchedule(app.engine, { _id: site, account }, { enabled });

it('whoever has no mouse signs in, imports a keyword file, runs it to the gate, approves and publishes, and always knows where they are', async () => {
  const { page } = await app.visit();
  const { press, tabTo, choose, isAt } = keyboardOf(page);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  const dialog = page.getByRole('dialog');

  await page.goto(await newSignInUrl(app.engine, user, app.api.url));
  await choose(button('Sign in'));
  await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
  await choose(button('Skip to content'));
  await isAt('region Dashboard');
  await choose(link('Import keywords'));
  await isAt('region Keywords');

  const [header, row] = (await readFile('examples/coffee.csv', 'utf8')).split('\n');
  const buffer = Buffer.from(`${header}\n${row}\n`);
  // Until then the list is about to come, and with it another button.
  await page.getByText('No keywords yet').waitFor();
  // Asked for before the way to the button, whose steps come back from the page: a key is quicker than the question.
  const chooser = page.waitForEvent('filechooser');
  await tabTo(button('Import'));
  await press('Enter');
  await (await chooser).setFiles({ name: 'coffee.csv', mimeType: 'text/csv', buffer });
  await isAt('dialog Import coffee.csv');
  await choose(button('Import 1 row'));
  await isAt('region Import of coffee.csv');

  await choose(link('Go to the pipeline'));
  await isAt('region Pipeline Dashboard');
  await choose(button('Run now'));
  await isAt('dialog Run the pipeline now');
  await dialog.getByText('credits available').waitFor();
  await choose(button('Start run'));
  await dialog.waitFor({ state: 'detached' });
  await isAt('button Run now');
  // It cannot be pressed while it is at work, and is another one then.
  await choose(button('Resume schedule'));
  await isAt('button Pause schedule');
  const gate = page.getByRole('article', { name: 'Stage 7' });
  await gate.getByText('Ready for review: 2 content pieces').waitFor();
  await choose(gate.getByRole('link', { name: 'Go to review' }));
  await isAt('region Review');

  const written = await database
    .of(Content)
    .find({ site }, { sort: { _id: 1 } })
    .toArray();
  const [, second] = written.map(({ title }) => title);
  const at = (place: string) => page.getByText(place, { exact: true }).waitFor();
  await at('1 of 2');
  await press('a');
  await at('2 of 2');
  await isAt(`region Draft: ${second}`);
  await press('k');
  await at('1 of 2');
  await press('p');
  await isAt('button Publish');
  await press('Enter');
  await dialog.getByRole('link', { name: /^https:\/\/coffee\.example/ }).waitFor();
  await isAt('button Close');
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await at('1 of 1');
  await isAt(`region Draft: ${second}`);
  await choose(button('Approve'), 'Shift+Tab');
  await page.getByText('1 approved').waitFor();
  await isAt(`region Draft: ${second}`);
  await press('p', 'Enter');
  await isAt('button Close');
  await press('Enter');
  await page.getByText('Nothing from Coffee is waiting for review').waitFor();
  await isAt('region Review');
  const published = { site, status: ContentStatus.Published };
  expect(await database.of(Content).countDocuments(published)).toBe(2);
});
