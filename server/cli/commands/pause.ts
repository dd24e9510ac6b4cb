import { RunStatus } from '../../../schema/automation-run.ts';
import { pauseRun } from '../../engine/steer-run.ts';
import { exitCodes } from '../failure.ts';
import { commandFor } from '../invocation.ts';
import { print } from '../print.ts';
import { runMeant } from '../run-meant.ts';
import { withApp } from '../with-app.ts';

/**
 * `galley pause [RUN]`: after the batch in flight, wherever that is worked on; a run that is paused for credits stays
 * paused. Returns the exit code.
 */
export async function pause(name = 'latest', options: { site?: string }): Promise<number> {
  return withApp(async ({ engine }) => {
    const { run, site } = await runMeant(engine.database, name, options.site);
    await pauseRun(engine, run._id, 'galley pause');
    const how =
      run.status === RunStatus.Paused
        ? 'stays paused, whatever credits are added'
        : 'pauses after the batch in flight';
    print(
      `${run.runId} of the site "${site.name}" ${how}. Continue with: ${commandFor(site.name, 'resume')}`,
    );
    return exitCodes.done;
  });
}
