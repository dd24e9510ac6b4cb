import { type AutomationRun, RunStatus } from '../../../schema/automation-run.ts';
import type { App } from '../../app.ts';
import { freeIfGone } from '../../engine/claim.ts';
import { resumableRun, runNamed } from '../../engine/find-run.ts';
import { transition } from '../../engine/run-state.ts';
import { resumeRun } from '../../engine/steer-run.ts';
import { errors } from '../../errors.ts';
import { type DriveOptions, driveRun } from '../drive-run.ts';
import { prepareOut } from '../out-folder.ts';
import { say } from '../print.ts';
import { sitesMeant, withApp } from '../with-app.ts';

export interface ResumeOptions extends DriveOptions {
  readonly site?: string;
}

/**
 * `galley resume [RUN]`: goes on with a run that is paused or failed, or that a killed process left running, and
 * sees it through. Returns the exit code.
 */
export async function resume(name = 'latest', options: ResumeOptions): Promise<number> {
  await prepareOut(options.out);
  return withApp(async (app) => {
    const { database } = app.engine;
    const sites = await sitesMeant(database, options.site);
    const run =
      name === 'latest' ? await resumableRun(database, sites) : await runNamed(database, sites, name);
    const site = sites.find(({ _id }) => run && _id.equals(run.site));
    if (!run || !site) throw errors.nothingToResume();
    say(`Continuing ${run.runId} of the site "${site.name}".`);
    await takeUpAgain(app, run);
    return driveRun(app, run, site, options, null, run.seq);
  });
}

/** Lets a worker claim the run. Throws what `resumeRun` throws. */
async function takeUpAgain({ engine }: App, run: AutomationRun): Promise<void> {
  await freeIfGone(engine.database, run);
  if (run.status === RunStatus.Running) return;
  transition(run, 'resume');
  await resumeRun(engine, run._id, 'galley resume');
}
