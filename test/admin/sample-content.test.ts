import { ObjectId } from 'mongodb';
import { expect, it } from 'vitest';
import { AiCall } from '../../schema/ai-call.ts';
import { RunTrigger } from '../../schema/automation-run.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { makeSmallSite } from '../support/small-site.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { database } = app.engine;

it('where no AI is set up, it is said before a run, in it, and of it once it has ended', async () => {
  const site = await makeSmallSite(database, ['cold brew']);
  const { page, goto } = await app.visitAs(site.account);
  await goto(`/automation?site=${site._id}`);
  await page.getByRole('button', { name: 'Run now' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Sample text: no AI key is set.').waitFor();
  await dialog.getByRole('button', { name: 'Start run' }).click();
  const overview = page.getByRole('region', { name: 'Pipeline overview' });
  const before = overview.getByText('Sample text: no AI key is set.');
  await before.waitFor();
  const answer = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('RunSamples')) await answer.promise;
    await route.fallback();
  });
  const worker = app.startWorker();
  await overview.getByText('Completed').waitFor();
  await worker.stop();
  // It goes only as the other comes, so that nothing below moves.
  expect(await before.count()).toBe(1);
  answer.resolve();
  const after = overview.getByText('Sample content: made without an AI model');
  await after.waitFor();
  await overview.getByRole('link', { name: /^run_/ }).click();
  await page.getByText('Timeline').waitFor();
  await after.waitFor();
  expect(await before.count()).toBe(0);
});

it.each([
  { real: 'galley-offline', images: 0, said: /^Sample images: made without an image model/ },
  { real: 'galley-painter', images: 120, said: /^Sample text: made without a text model/ },
])(
  'of a run that has ended, it is said which part is sample: not what $real made',
  async ({ real, images, said }) => {
    const site = await makeSmallSite(database, ['cold brew']);
    const { _id: run } = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    const worker = app.startWorker();
    await app.settled(run);
    await worker.stop();
    const calls = database.of(AiCall);
    await calls.updateMany({ run, model: real }, { $set: { provider: 'scripted', model: 'real' } });
    const one = await calls.findOne({ run, model: 'real' });
    const later = Array.from({ length: images }, (_, nth) =>
      Object.assign(new AiCall(), one, { _id: new ObjectId(), batchKey: `later ${nth}`, reply: null }),
    );
    if (later.length > 0) await calls.insertMany(later);
    const { page, goto } = await app.visitAs(site.account);
    await goto(`/automation/runs/${run}/show?site=${site._id}`);
    await page.getByRole('region', { name: 'Pipeline overview' }).getByText(said).waitFor();
  },
);
