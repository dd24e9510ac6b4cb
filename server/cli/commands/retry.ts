import { retryFailed } from '../../engine/retry-failed.ts';
import { isError } from '../../errors.ts';
import { type DriveOptions, driveRun } from '../drive-run.ts';
import { exitCodes } from '../failure.ts';
import { commandFor } from '../invocation.ts';
import { prepareOut } from '../out-folder.ts';
import { say } from '../print.ts';
import { stageKeyOf } from '../stage-choice.ts';
import { siteMeant, withApp } from '../with-app.ts';

export interface RetryOptions extends DriveOptions {
  readonly site?: string;
}

/**
 * `galley retry STAGE`: puts the stage's failed items back, and runs the pipeline from there unless the active run
 * comes to them. Returns the exit code.
 */
export async function retry(stage: string, options: RetryOptions): Promise<number> {
  await prepareOut(options.out);
  return withApp(async (app) => {
    const key = stageKeyOf(app.engine.registry, stage);
    const site = await siteMeant(app.engine.database, options.site);
    try {
      const { outcome, run } = await retryFailed(app.engine, { site: site._id, stage: key });
      if (outcome === 'started') return await driveRun(app, run, site, options);
      const said =
        outcome === 'joined'
          ? `The failed items have been put back. The run ${run.runId} will get to them`
          : `The run ${run.runId} goes first. A run for the failed items follows`;
      say(`${said}: ${commandFor(site.name, 'resume')}`);
      return exitCodes.done;
    } catch (error) {
      if (!isError(error, 'NOTHING_FAILED')) throw error;
      say(error.message);
      return exitCodes.done;
    }
  });
}
