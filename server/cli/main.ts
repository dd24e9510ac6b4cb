import { CommanderError } from 'commander';
import { exitCodes, reportFailure } from './failure.ts';
import { createProgram } from './program.ts';

/** Runs the command line of this process, and ends it with the command's exit code. */
export async function main(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    // The reader has gone, as in `galley logs | head`: what is left has nowhere to go, and the run is not concerned.
    stream.on('error', () => {});
  }
  process.on('uncaughtException', (error) => void end(reportFailure(error)));
  process.on('unhandledRejection', (error) => void end(reportFailure(error)));
  forgetEmpty(process.env);
  await end(await exitCodeOf(process.argv));
}

/**
 * Empty variables count as unset, as they stand in the example file. Libraries that look into the environment by themselves,
 * when they are imported, stumble over some: commands are imported after this.
 */
function forgetEmpty(env: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(env)) if (value === '') delete env[name];
}

/** Runs the command and tells how it ended; what it prints goes to this process's streams. */
export async function exitCodeOf(argv: readonly string[]): Promise<number> {
  let code: number = exitCodes.done;
  try {
    await createProgram((given) => {
      code = given;
    }).parseAsync([...argv]);
    return code;
  } catch (error) {
    // Commander has said what is wrong already, or shown the help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    return reportFailure(error);
  }
}

/** Ends the process when all that was written has been taken: pipes are written in the background. */
async function end(code: number): Promise<void> {
  await Promise.all(
    [process.stdout, process.stderr].map(
      (stream) => new Promise<void>((resolve) => stream.write('', () => resolve())),
    ),
  );
  process.exit(code);
}
