import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { RunTrigger } from '../../schema/automation-run.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Image, ImageKind } from '../../schema/image.ts';
import { Role } from '../../schema/user.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { comesBack } from './support/coming-back.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;
const site = await makeSite(database);
const { reviewable, image } = pipelineOf(database, site);
const editor = app.windowOf(site.account, Role.Editor);

async function makeArticle() {
  const { content } = await reviewable();
  const path = `/writer/content/${content._id}?site=${site._id}`;
  const stored = () => database.of(Content).findOne({ _id: content._id });
  return { content, path, stored };
}

describe('a draft', () => {
  it('has a picture replaced also beside a run, which is told: the next one draws it', async () => {
    // No worker has started yet: the run stays active.
    const elsewhere = await makeSite(database);
    const inPipeline = pipelineOf(database, elsewhere);
    const { content } = await inPipeline.reviewable();
    const { _id } = await inPipeline.image({ content: content._id, prompt: 'A red cup', alt: 'A cup' });
    await makeKeywords(database, elsewhere, ['cold brew']);
    await startRun(app.engine, { site: elsewhere._id, trigger: RunTrigger.Manual });
    const { page, goto } = await app.visitAs(elsewhere.account, Role.Editor, { expected: /40\d/ });
    await goto(`/writer/content/${content._id}?site=${elsewhere._id}`);
    await page.getByRole('button', { name: /^Regenerate/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Prompt' }).fill('A blue cup');
    await dialog.getByRole('button', { name: 'Regenerate now' }).click();
    await page.getByText('already in progress').waitFor();
    await page.getByText('The next run will make the image.').first().waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await database.of(Image).findOne({ _id })).toMatchObject({ prompt: 'A blue cup' });
  });

  it('has a failed picture made anew, whereupon the draft comes to review', async () => {
    const { content, path, stored } = await makeArticle();
    const failure = {
      stage: 'generate-images',
      code: 'AI_REFUSED',
      message: 'The model would not draw it.',
      at: app.clock.now(),
      run: new ObjectId(),
    };
    const kind = ImageKind.Featured;
    const { _id } = await image({ content: content._id, kind, failure, prompt: 'A red cup', alt: 'A cup' });
    const failed = {
      status: ContentStatus.Draft,
      images: { planned: true, total: 1, pending: 0, failed: 1 },
    };
    await database.of(Content).updateOne({ _id: content._id }, { $set: failed });
    app.startWorker();
    const page = await editor(path);
    await page.getByText('The model would not draw it.').waitFor();
    await page.getByRole('button', { name: 'Regenerate: Featured image' }).click();
    await page.getByRole('textbox', { name: 'Prompt' }).fill('A blue cup');
    await page.getByRole('button', { name: 'Regenerate now' }).click();
    await page.getByText('Generated').waitFor();
    await page.getByText('In review', { exact: true }).waitFor();
    expect(await database.of(Image).findOne({ _id })).toMatchObject({ prompt: 'A blue cup', failure: null });
    expect(await stored()).toMatchObject({ status: ContentStatus.Review, images: { failed: 0, pending: 0 } });
  });
});

describe('the list of images', () => {
  it('keeps those that it shows where they cannot be read again, and tells of that', async () => {
    const coffee = await makeSite(database, { account: site.account });
    await pipelineOf(database, coffee).image({ alt: 'A kettle' });
    const page = await editor(`/writer/images?site=${coffee._id}`);
    await page.getByText('A kettle').waitFor();
    await page.route('**/graphql', (route) => route.fulfill({ json: { errors: [{ message: 'Not now.' }] } }));
    await page.evaluate(comesBack);
    await page.getByRole('alert').getByText('Not now.').waitFor();
    await page.unroute('**/graphql');
    expect(await page.getByText('A kettle').count()).toBe(1);
  });
});
