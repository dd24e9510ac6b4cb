import { expect, it } from 'vitest';
import { RunTrigger } from '../../schema/automation-run.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { makeSmallSite } from '../support/small-site.ts';
import { openConsole } from './support/console.ts';

const app = await openConsole();
const { engine } = app;
const site = await makeSmallSite(engine.database);
const { _id, runId } = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
app.startWorker();
await app.settled(_id);

/** In the page: the columns of its table that are not in sight, where one would have to scroll to them. */
const beyondTheTable = `(() => {
  const table = document.querySelector('.RaDataTable-tableWrapper').getBoundingClientRect();
  const isOut = (column) => column.getBoundingClientRect().right > Math.min(table.right, innerWidth) + 1;
  return [...document.querySelectorAll('th')].filter(isOut).map(({ innerText }) => innerText);
})()`;

it('the history of runs is all there in a window of 1,024, and its tabs stand where the pipeline has them', async () => {
  const { page, goto, follow } = await app.visitAs(site.account, undefined, { width: 1_024, height: 768 });
  const tab = page.getByRole('tab', { name: 'History' });
  await goto(`/automation?site=${site._id}`);
  await page.getByText('Awaiting manual review').waitFor();
  const before = await tab.boundingBox();
  await follow(`/automation/runs?site=${site._id}`);
  await page.getByRole('cell', { name: runId }).waitFor();
  expect(await tab.boundingBox()).toEqual(before);
  expect(await page.evaluate(beyondTheTable)).toEqual([]);
});
