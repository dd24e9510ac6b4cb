import { relative } from 'node:path';
import { Account } from '../../schema/account.ts';
import { type AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import type { Site } from '../../schema/site.ts';
import type { Engine } from '../engine/engine.ts';
import { runLogFolder } from '../engine/run-log/folders.ts';
import { writeRunLog } from '../engine/run-log/keeper.ts';
import { GalleyError } from '../errors.ts';
import { exitCodes, mendOf } from './failure.ts';
import { paintFor } from './format.ts';
import type { StopSignal } from './interrupts.ts';
import { commandLine } from './invocation.ts';
import { type RunOutput, writeRunOutput } from './output.ts';
import { print, say } from './print.ts';
import { type ImportDocument, runDocument } from './run-document.ts';
import { type Place, runSummary } from './summary.ts';

export interface ReportOptions {
  readonly out: string;
  readonly json?: boolean;
  readonly imported: ImportDocument | null;
  /** What ended this process's work on the run, if anything did. */
  readonly signal: StopSignal | null;
}

/** Writes the run's articles and logs, prints what it came to, and says what to do next. Returns the exit code. */
export async function reportRun(
  engine: Engine,
  run: AutomationRun,
  site: Site,
  options: ReportOptions,
): Promise<number> {
  await writeRunLog(engine, run);
  const output = await writeRunOutput(engine, run, site, options.out).catch((error: unknown) => {
    if (!(error instanceof GalleyError)) throw error;
    say(error.message);
    return null;
  });
  if (options.json) print(runDocument(run, site, options.imported, output));
  else printSummary(engine, run, output);
  const code = await sayNext(engine, run, options.signal);
  return output === null && code === exitCodes.done ? exitCodes.failed : code;
}

function printSummary(engine: Engine, run: AutomationRun, output: RunOutput | null): void {
  const folder = { account: run.account.toHexString(), site: run.site.toHexString(), runId: run.runId };
  const places: Place[] = [{ what: 'Logs', where: shortPath(runLogFolder(engine.logFolder, folder)) }];
  if (output !== null) places.unshift({ what: 'Output', where: shortPath(output.folder) });
  if (output?.index) places.unshift({ what: 'Articles', where: shortPath(output.index) });
  const width = Math.max(20, (process.stdout.columns ?? 120) - 1);
  print('');
  for (const line of runSummary(run, places, { width, paint: paintFor(process.stdout) })) print(line);
}

/** Says on stderr why a run is not complete and which command helps. */
async function sayNext(engine: Engine, run: AutomationRun, signal: StopSignal | null): Promise<number> {
  const resume = commandLine('resume');
  switch (run.status) {
    case RunStatus.Completed:
      return exitCodes.done;
    case RunStatus.Cancelled:
      say(`The run ${run.runId} was cancelled. What it had made stays.`);
      return exitCodes.failed;
    case RunStatus.Failed:
      say(run.error?.message ?? 'The run failed.');
      say(failureMend(run) ?? `Go on with: ${resume}`);
      return exitCodes.failed;
    case RunStatus.Paused: {
      if (run.pause?.reason === 'credits') {
        const account = await engine.database.of(Account).findOne({ _id: run.account });
        say(run.pause.message);
        const details = { needed: run.pause.needed, available: account?.available ?? 0 };
        say(mendOf('INSUFFICIENT_CREDITS', details) ?? '');
        return exitCodes.failed;
      }
      say(`${run.pause?.message ?? 'Paused'}. Nothing is lost. Go on with: ${resume}`);
      return signal === null ? exitCodes.failed : exitCodes[signal];
    }
    case RunStatus.Running:
      say(`The run is left where it stands. Nothing is lost. Go on with: ${resume}`);
      return signal === null ? exitCodes.failed : exitCodes[signal];
  }
}

function failureMend({ error }: AutomationRun): string | null {
  if (error === null) return null;
  if (error.code === 'TOO_MANY_FAILED_ITEMS' && error.stage !== null) {
    return `When the cause is mended: ${commandLine(`retry ${error.stage}`)}`;
  }
  return mendOf(error.code, {});
}

/** Relative where it lies below the current folder. */
function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}
