import { setTimeout as wait } from 'node:timers/promises';
import { type AutomationRun, RunTrigger } from '../../../schema/automation-run.ts';
import type { Site } from '../../../schema/site.ts';
import type { App } from '../../../server/app.ts';
import { startRun } from '../../../server/engine/start-run.ts';
import { beginStage, writeBatch } from '../../support/activity-rows.ts';

const items = 10_000;
const rowsACommit = 50;

/** A run of the site whose first stage is at work, and does nothing of itself. */
export async function startIdleRun({ engine }: App, site: Site): Promise<AutomationRun> {
  const run = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
  await beginStage(engine.database, run, items);
  return run;
}

/** Writes so many rows of the run at this rate; says how long that took, and what the last of them tells. */
export async function flood(
  { engine }: App,
  run: AutomationRun,
  { count, aSecond }: { count: number; aSecond: number },
): Promise<{ seconds: number; lastMessage: string }> {
  const started = performance.now();
  const commits = count / rowsACommit;
  let lastMessage = '';
  for (let nth = 1; nth <= commits; nth += 1) {
    const due = started + ((nth - 1) * 1_000 * rowsACommit) / aSecond;
    await wait(Math.max(0, due - performance.now()));
    lastMessage = await writeBatch(engine.database, run, { nth, total: items, rows: rowsACommit });
  }
  return { seconds: (performance.now() - started) / 1_000, lastMessage };
}
