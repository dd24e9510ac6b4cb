import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Content, ContentStatus } from '../../schema/content.ts';
import { makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { openConsole } from './support/console.ts';

const guide = readFileSync(new URL('../../docs/user-guide.md', import.meta.url), 'utf8');

/** The numbered steps of a chapter, as they are written there. */
function stepsOf(chapter: string): string[] {
  const [, text = ''] = guide.split(`## ${chapter}\n`);
  const [own = ''] = text.split('\n## ');
  return [...own.matchAll(/^\d+\. (.*)$/gm)].map(([, step = '']) => step);
}

const app = await openConsole();
const { database } = app.engine;

it('the guide’s chapter on reviewing content can be followed step by step', async () => {
  const site = await makeSite(database, { name: 'Coffee', url: 'https://coffee.example' });
  const { reviewable } = pipelineOf(database, site);
  for (const title of ['First', 'Second', 'Third']) {
    await reviewable({ title, slug: title.toLowerCase(), html: `<p>Text of the ${title}.</p>` });
  }
  const now = (slug: string) => database.of(Content).findOne({ site: site._id, slug });
  const { page, goto } = await app.visitAs(site.account);
  const article = page.getByRole('article');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await goto('/');

  const steps: Readonly<Record<string, () => Promise<unknown>>> = {
    'Open **Writer → Review** in the sidebar.': () =>
      page.getByRole('link', { name: 'Review', exact: true }).click(),
    'Read the draft, with its facts and checks beside it.': async () => {
      await article.getByText('Text of the First.').waitFor();
      await page.getByRole('heading', { name: 'Facts' }).waitFor();
      await page.getByRole('heading', { name: 'Checks' }).waitFor();
    },
    'Press **Approve**, or the key `A`: the next draft opens.': async () => {
      await button('Approve').click();
      await article.getByText('Text of the Second.').waitFor();
    },
    'If something small is wrong, press **Edit**, or `E`; change it in place and press **Save**.':
      async () => {
        await button('Edit').click();
        await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Second, mended');
        await button('Save').click();
        await article.getByText('Second, mended').waitFor();
      },
    'If more is wrong, press **Send back**, or `R`, and say what shall be mended.': async () => {
      await page.keyboard.press('j');
      await article.getByText('Text of the Third.').waitFor();
      await button('Send back').click();
      await page.getByRole('textbox', { name: 'Reason' }).fill('It is too thin.');
      await page.getByRole('dialog').getByRole('button', { name: 'Send back' }).click();
      await page.getByText('2 drafts in review').waitFor();
    },
    'Select the drafts to be published, or **Select all**, and press **Publish**.': async () => {
      await page.getByRole('checkbox', { name: 'Select all' }).check();
      await page.getByRole('button', { name: 'Publish 2' }).click();
    },
    'Look through what will be published, and press **Publish** again.': async () => {
      const dialog = page.getByRole('dialog', { name: 'Publish 2 drafts?' });
      await dialog.getByText('Second, mended').waitFor();
      await dialog.getByRole('button', { name: 'Publish 2' }).click();
    },
    'Read what came of each: its address where it is published, or why it is not.': () =>
      page.getByRole('dialog').getByRole('link', { name: 'https://coffee.example/second/' }).waitFor(),
  };
  expect(stepsOf('Review content')).toEqual(Object.keys(steps));
  for (const step of Object.values(steps)) await step();
  expect((await now('first'))?.status).toBe(ContentStatus.Published);
  expect((await now('second'))?.status).toBe(ContentStatus.Published);
  expect((await now('third'))?.sentBack?.reason).toBe('It is too thin.');
});
