import { freeIfGone } from '../../engine/claim.ts';
import { runNamed } from '../../engine/find-run.ts';
import { cancelRun } from '../../engine/steer-run.ts';
import { exitCodes } from '../failure.ts';
import { creditsFigure } from '../figures.ts';
import { print } from '../print.ts';
import { sitesMeant, withApp } from '../with-app.ts';

/** `galley cancel [RUN]`: what was used is paid, what was held is released. Returns the exit code. */
export async function cancel(name = 'latest', options: { site?: string }): Promise<number> {
  return withApp(async ({ engine }) => {
    const run = await runNamed(engine.database, await sitesMeant(engine.database, options.site), name);
    await freeIfGone(engine.database, run);
    const { creditsUsed } = await cancelRun(engine, run._id, 'galley cancel');
    print(`${run.runId} is cancelled. It used ${creditsFigure(creditsUsed)}; everything it finished stays.`);
    return exitCodes.done;
  });
}
