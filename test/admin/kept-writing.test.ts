import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Task } from '../../schema/task.ts';
import { makeAccount, makeSite, numbered } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { comeBackUntil, comesBack } from './support/coming-back.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;
const { _id: account } = await makeAccount(database);

const onItsPage = ({ _id }: Content) => `/writer/content/${_id}`;
const atTheDesk = () => '/writer/review';

async function draftAt(fields: Partial<Content>, place = onItsPage) {
  const site = await makeSite(database, { account });
  const { content } = await pipelineOf(database, site).reviewable(fields);
  const { page, goto } = await app.visitAs(account);
  await goto(`${place(content)}?site=${site._id}`);
  const stored = () => database.of(Content).findOne({ _id: content._id });
  const become = (status: ContentStatus) =>
    database.of(Content).updateOne({ _id: content._id }, { $set: { status } });
  return { page, stored, become };
}

const title = (page: Page) => page.getByRole('textbox', { name: 'Title', exact: true });

describe('what somebody is writing', () => {
  it.each([
    ['on its page', onItsPage],
    ['at the review desk', atTheDesk],
  ])(
    'stays when its draft is published meanwhile, is said to be so, and is saved once that is sent back: %s',
    async (_, place) => {
      const { page, stored, become } = await draftAt({ title: 'On beans' }, place);
      if (place === atTheDesk) await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await title(page).fill('On good beans');
      await become(ContentStatus.Published);
      const told = page.getByText('Somebody has published this draft meanwhile.');
      await comeBackUntil(page, () => told.isVisible());
      expect(await title(page).inputValue()).toBe('On good beans');
      await page.getByRole('button', { name: 'Send back' }).click();
      await page.getByRole('textbox', { name: 'Reason' }).fill('Not good enough.');
      await page.getByRole('dialog').getByRole('button', { name: 'Send back' }).click();
      await told.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Draft saved').waitFor();
      expect(await stored()).toMatchObject({ title: 'On good beans' });
    },
  );

  it('is taken back by whoever wants to, and what was published meanwhile is there to be read', async () => {
    const { page, become } = await draftAt({ html: '<p>Grind them.</p>' });
    await title(page).fill('On good beans');
    await become(ContentStatus.Published);
    await comeBackUntil(page, () =>
      page.getByText('Somebody has published this draft meanwhile.').isVisible(),
    );
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByRole('article').getByText('Grind them.').waitFor();
    await page.getByText('This draft is published and cannot be edited.').waitFor();
    // Nothing is left of it that would be asked about.
    await page.getByRole('link', { name: 'Keywords', exact: true }).click();
    await page.getByText('No keywords yet').waitFor();
  });

  it('stays in its row when more come before it than a page of the list holds', async () => {
    const site = await makeSite(database, { account });
    const { task } = pipelineOf(database, site);
    const [before, after] = [new Date('2025-01-01'), new Date('2025-02-01')];
    const { _id } = await task({ title: 'Moka pot', createdAt: before });
    const { page, goto } = await app.visitAs(account);
    await goto(`/writer/tasks?site=${site._id}`);
    await page.getByRole('button', { name: 'Edit Title' }).click();
    const field = page.getByRole('textbox', { name: 'Title' });
    await field.fill('Moka pot or press');
    for (const name of numbered(25, 'Later')) await task({ title: name, createdAt: after });
    await comeBackUntil(page, () => page.getByText('1-25 of 26').isVisible());
    expect(await field.inputValue()).toBe('Moka pot or press');
    expect(await field.evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.keyboard.press('Enter');
    await field.waitFor({ state: 'detached' });
    expect(await database.of(Task).findOne({ _id })).toMatchObject({ title: 'Moka pot or press' });
    // Its place is on the next page.
    await page.getByText('Moka pot').waitFor({ state: 'detached' });
  });

  it('stays in its row when that is the only one that is found, and somebody deletes it', async () => {
    const site = await makeSite(database, { account });
    const { task } = pipelineOf(database, site);
    const { _id } = await task({ title: 'Cold brew' });
    await task({ title: 'Moka pot' });
    const { page, goto } = await app.visitAs(account);
    await goto(`/writer/tasks?filter={"search":"cold"}&site=${site._id}`);
    await page.getByText('1-1 of 1').waitFor();
    await page.getByRole('button', { name: 'Edit Title' }).click();
    const field = page.getByRole('textbox', { name: 'Title' });
    await field.fill('Cold brew at night');
    await database.of(Task).deleteOne({ _id });
    const told = page.waitForResponse('**/graphql');
    await page.evaluate(comesBack);
    await told;
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText(/task/i).waitFor();
    expect(await field.inputValue()).toBe('Cold brew at night');
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
  });
});
