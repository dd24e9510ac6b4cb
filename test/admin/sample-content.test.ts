import { expect, it } from 'vitest';
import { makeSmallSite } from '../support/small-site.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();

it('where no AI is set up, it is said before a run, in it, and of it once it has ended', async () => {
  const site = await makeSmallSite(app.engine.database, ['cold brew']);
  const { page, goto } = await app.visitAs(site.account);
  await goto(`/automation?site=${site._id}`);
  await page.getByRole('button', { name: 'Run now' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Sample text: no AI key is set.').waitFor();
  await dialog.getByRole('button', { name: 'Start run' }).click();
  const overview = page.getByRole('region', { name: 'Pipeline overview' });
  await overview.getByText('Sample text: no AI key is set.').waitFor();
  const worker = app.startWorker();
  await overview.getByText('Completed').waitFor();
  await worker.stop();
  await overview.getByRole('link', { name: /^run_/ }).click();
  await page.getByText('Timeline').waitFor();
  await overview.getByText('Sample content: made without an AI model').waitFor();
  expect(await overview.getByText('no AI key is set').count()).toBe(0);
});
