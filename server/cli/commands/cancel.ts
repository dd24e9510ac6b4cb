import { freeIfGone } from '../../engine/claim.ts';
import { cancelRun } from '../../engine/steer-run.ts';
import { exitCodes } from '../failure.ts';
import { creditsFigure } from '../figures.ts';
import { print } from '../print.ts';
import { runMeant } from '../run-meant.ts';
import { withApp } from '../with-app.ts';

/** `galley cancel [RUN]`: what was used is paid, what was held is released. Returns the exit code. */
export async function cancel(name = 'latest', options: { site?: string }): Promise<number> {
  return withApp(async ({ engine }) => {
    const { run, site } = await runMeant(engine.database, name, options.site);
    await freeIfGone(engine.database, run);
    const { creditsUsed } = await cancelRun(engine, run._id, 'galley cancel');
    print(
      `${run.runId} of the site "${site.name}" is cancelled. It used ${creditsFigure(creditsUsed)}; everything it finished stays.`,
    );
    return exitCodes.done;
  });
}
