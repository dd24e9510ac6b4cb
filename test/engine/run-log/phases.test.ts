import { expect, it } from 'vitest';
import type { Phase } from '#stage';
import { RunTrigger } from '../../../schema/automation-run.ts';
import { renderRunLog } from '../../../server/engine/run-log/render.ts';
import { startRun } from '../../../server/engine/start-run.ts';
import { openTestApp } from '../../support/app.ts';
import { makeKeywords, makeSite } from '../../support/factory.ts';
import { rowsOf } from '../../support/toy-app.ts';
import { makeToys } from '../../support/toy-stages.ts';

const phases: Record<Phase, string> = {
  PREP: 'Clearing the throat',
  AI_CALL: 'Shouting',
  PARSE: 'Listening for the echo',
  SAVE: 'Writing it down',
};
const stages = makeToys()
  .stages.filter(({ key }) => key === 'shout')
  .map((stage) => ({ ...stage, phases }));
const app = await openTestApp({ stages });

it('the log has the words of a stage for every phase that it may name', async () => {
  const { engine } = app;
  const site = await makeSite(engine.database);
  await makeKeywords(engine.database, site, ['tea']);
  const run = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
  const worker = app.startWorker();
  await app.settled(run._id);
  await worker.stop();
  const log = renderRunLog(await rowsOf(engine, run)).get('stage_1.log') ?? '';
  const told = log.split('\n').flatMap((line) => /Phase: (.*)/.exec(line)?.[1] ?? []);
  expect(told).toEqual([
    'INIT - Initializing',
    ...Object.entries(phases).map(([phase, words]) => `${phase} - ${words}`),
    'DONE - Complete',
  ]);
});
