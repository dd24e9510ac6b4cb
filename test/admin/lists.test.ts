import { describe, expect, it } from 'vitest';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Idea } from '../../schema/idea.ts';
import { Image, pictureStage } from '../../schema/image.ts';
import { Task } from '../../schema/task.ts';
import { makeAccount, makeKeywords, makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { comeBackUntil } from './support/coming-back.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;
const { _id: account } = await makeAccount(database);
const owner = app.windowOf(account);

describe('a list', () => {
  it('that cannot be read says so, and not that there is nothing in it, and is read again when asked to', async () => {
    const { page, goto, follow } = await app.visitAs(account, undefined, { expected: /ERR_FAILED/ });
    const site = await makeSite(database, { account });
    await makeKeywords(database, site, ['cold brew']);
    await goto(`/planner/clusters?site=${site._id}`);
    await page.getByText('No clusters yet').waitFor();
    await page.route(/graphql/, (route) => route.abort());
    await follow(`/planner/keywords?site=${site._id}`);
    await page.getByText('This cannot be loaded right now').waitFor();
    expect(await page.getByText(/No Keywords found|of 25/).count()).toBe(0);
    await page.unroute(/graphql/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('1-1 of 1').waitFor();
    await page.getByRole('main').getByText('cold brew').waitFor();
  });

  it('finds the drafts that were sent back, and says why they were', async () => {
    const site = await makeSite(database, { account });
    const { reviewable } = pipelineOf(database, site);
    await reviewable({ title: 'Descaling' });
    const sentBack = { user: account, name: 'Ada', at: new Date(), reason: 'Name a grinder.' };
    await reviewable({ title: 'Burr or blade', status: ContentStatus.Draft, sentBack });
    const page = await owner(`/writer/content?filter={}&site=${site._id}`);
    await page.getByText('1-2 of 2').waitFor();
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Sent back' }).click();
    await page.getByText('1-1 of 1').waitFor();
    await page.getByText('Ada sent it back: “Name a grinder.”').waitFor();
  });

  it('of images keeps many out of runs, and lets them in again', async () => {
    const site = await makeSite(database, { account });
    const { reviewable, image } = pipelineOf(database, site);
    const { content } = await reviewable({ status: ContentStatus.Draft });
    for (const alt of ['A burr', 'A blade']) await image({ content: content._id, alt });
    const page = await owner(`/writer/images?filter={}&site=${site._id}`);
    const disabled = () => database.of(Image).countDocuments({ site: site._id, disabled: true });
    for (const [button, count] of [
      ['Exclude from runs', 2],
      ['Include in runs', 0],
    ] as const) {
      for (const alt of ['A burr', 'A blade'])
        await page.getByRole('checkbox', { name: `Select: ${alt}` }).check();
      await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: button }).click();
      await page.getByText('2 done.').first().waitFor();
      await expect.poll(disabled).toBe(count);
    }
  });

  it('keeps what it was filtered by under a name, and the columns as they were chosen', async () => {
    const site = await makeSite(database, { account });
    await makeKeywords(database, site, ['burr grinder', 'pour over']);
    const list = `/planner/keywords?site=${site._id}`;
    const page = await owner(list);
    await page.getByRole('cell', { name: 'pour over' }).waitFor();
    await page.getByRole('textbox', { name: 'Search' }).fill('burr');
    await page.getByText('1-1 of 1').waitFor();
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('menuitem', { name: /Save current query/ }).click();
    await page.getByRole('textbox', { name: 'Query name' }).fill('Grinders');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('switch', { name: 'Volume' }).uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Volume' }).waitFor({ state: 'detached' });

    await owner(`${list}&filter={}`);
    await page.getByText('1-2 of 2').waitFor();
    expect(await page.getByRole('columnheader', { name: 'Volume' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('menuitem', { name: 'Grinders' }).click();
    await page.getByText('1-1 of 1').waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('switch', { name: 'Volume' }).check();
    await page.keyboard.press('Escape');
  });

  it('asks for each thing once when it is opened', async () => {
    const site = await makeSite(database, { account });
    await makeKeywords(database, site, ['pour over']);
    const { page, goto } = await app.visitAs(account);
    const asked: string[] = [];
    page.on('request', (request) => {
      const { query }: { query?: string } = request.url().endsWith('/graphql')
        ? (request.postDataJSON() ?? {})
        : {};
      if (query) asked.push(/(?:query|mutation) (\w+)/.exec(query)?.[1] ?? query);
    });
    await goto(`/planner/keywords?site=${site._id}`);
    await page.getByText('1-1 of 1').waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.toSorted()).toEqual(['Credits', 'Keywords', 'Me', 'Queues', 'Sites']);
  });

  it('is gone through by keyboard, and an outline is changed where it stands', async () => {
    const site = await makeSite(database, { account });
    const { cluster, idea } = pipelineOf(database, site);
    const { _id } = await idea({ cluster: (await cluster())._id, title: 'Burr or blade', brief: 'Compare.' });
    const page = await owner(`/planner/ideas?site=${site._id}`);
    await page.getByRole('link', { name: 'Burr or blade' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    await page.getByText('1 selected').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Edit Outline' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Outline' }).fill('Compare them by price.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Compare them by price.').waitFor();
    const stored = async () => (await database.of(Idea).findOne({ _id }))?.brief;
    await expect.poll(stored).toBe('Compare them by price.');
  });

  it('of tasks has a title and a word target changed where they stand, before money is spent on them', async () => {
    const site = await makeSite(database, { account });
    const { task } = pipelineOf(database, site);
    // Called as nothing is in the page before, whose row has words to edit, too.
    const { _id } = await task({ title: 'Moka pot or press', wordTarget: 2_500 });
    const page = await owner(`/writer/tasks?filter={}&site=${site._id}`);
    const row = page.getByRole('row').filter({ hasText: 'Moka pot' });
    await row.getByRole('button', { name: 'Edit Words' }).click();
    await page.getByRole('spinbutton', { name: 'Words' }).fill('900');
    await page.keyboard.press('Enter');
    await row.getByText('900', { exact: true }).waitFor();
    await row.getByRole('button', { name: 'Edit Title' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Moka pot, not press');
    await page.keyboard.press('Enter');
    const stored = async () => database.of(Task).findOne({ _id });
    await expect.poll(stored).toMatchObject({ title: 'Moka pot, not press', wordTarget: 900 });
  });

  it('leaves what somebody else wrote where a field is opened and nothing is typed, and says what is refused', async () => {
    const site = await makeSite(database, { account });
    const { task } = pipelineOf(database, site);
    const { _id } = await task({ title: 'Drip or immersion', wordTarget: 2_600 });
    const gone = await task({ title: 'Cold brew', disabled: true });
    const page = await owner(`/writer/tasks?filter={}&site=${site._id}`);
    const row = page.getByRole('row').filter({ hasText: '2,600' });
    await row.getByRole('button', { name: 'Edit Title' }).click();
    const set = { title: 'Drip, not immersion', wordTarget: 1_200 };
    await database.of(Task).updateOne({ _id }, { $set: set });
    await comeBackUntil(page, () => page.getByText('1,200', { exact: true }).isVisible());
    await page.keyboard.press('Enter');
    await page.getByText('Drip, not immersion').waitFor();
    expect(await database.of(Task).findOne({ _id })).toMatchObject(set);

    await database.of(Task).deleteOne({ _id: gone._id });
    await page.getByRole('button', { name: 'Include in runs' }).click();
    await page.getByRole('alert').getByText(/task/i).waitFor();
  });

  it('of images says of one that failed why it did, and has it tried again', async () => {
    const site = await makeSite(database, { account });
    const { reviewable, image } = pipelineOf(database, site);
    const images = { planned: true, total: 1, pending: 0, failed: 1 };
    const { content } = await reviewable({ status: ContentStatus.Draft, images });
    const failure = {
      stage: pictureStage,
      code: 'X',
      message: 'The model refused it.',
      at: new Date(),
      run: site._id,
    };
    const { _id } = await image({ content: content._id, alt: 'A burr', failure });
    const page = await owner(`/writer/images?filter={}&site=${site._id}`);
    await page.getByText('The model refused it.').waitFor();
    await page.getByRole('button', { name: 'Retry' }).click();
    await page.getByText('A run has started to retry.').waitFor();
    app.startWorker();
    await page.getByRole('img', { name: 'A burr' }).waitFor();
    expect(await database.of(Image).findOne({ _id })).toMatchObject({ status: 'generated', failure: null });
    expect(await database.of(Content).findOne({ _id: content._id })).toMatchObject({ status: 'review' });
  });
});
