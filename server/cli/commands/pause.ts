import { runNamed } from '../../engine/find-run.ts';
import { pauseRun } from '../../engine/steer-run.ts';
import { exitCodes } from '../failure.ts';
import { commandLine } from '../invocation.ts';
import { print } from '../print.ts';
import { sitesMeant, withApp } from '../with-app.ts';

/** `galley pause [RUN]`: after the batch in flight, wherever that is worked on. Returns the exit code. */
export async function pause(name = 'latest', options: { site?: string }): Promise<number> {
  return withApp(async ({ engine }) => {
    const run = await runNamed(engine.database, await sitesMeant(engine.database, options.site), name);
    await pauseRun(engine, run._id, 'galley pause');
    print(
      `${run.runId} pauses after the batch in flight. Continue with: ${commandLine(`resume ${run.runId}`)}`,
    );
    return exitCodes.done;
  });
}
