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
import { commandFor, commandLine } from './invocation.ts';
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
  else printSummary(engine, run, site, output);
  const code = await sayNext(engine, run, site, options);
  return output === null && code === exitCodes.done ? exitCodes.failed : code;
}

function printSummary(engine: Engine, run: AutomationRun, site: Site, output: RunOutput | null): void {
  const folder = { account: run.account.toHexString(), site: run.site.toHexString(), runId: run.runId };
  const places: Place[] = [{ what: 'Logs', where: shortPath(runLogFolder(engine.logFolder, folder)) }];
  if (output?.index) places.unshift({ what: 'Articles', where: shortPath(output.index) });
  const width = Math.max(20, (process.stdout.columns ?? 120) - 1);
  const paint = paintFor(process.stdout);
  print(
    `${process.stdout.isTTY ? '' : '\n'}${paint('bold', run.runId)}${paint('dim', `  site "${site.name}"`)}\n`,
  );
  for (const line of runSummary(run, places, { width, paint, isReasonSaid: !isSeenTogether() })) print(line);
}

/** Says on stderr why a run is not complete and which command helps. */
async function sayNext(
  { database }: Engine,
  run: AutomationRun,
  site: Site,
  { signal, json }: ReportOptions,
): Promise<number> {
  if (run.status === RunStatus.Completed) return exitCodes.done;
  // Else the summary above has said it.
  if (json || !isSeenTogether()) say(reasonOf(run));
  const account = await database.of(Account).findOne({ _id: run.account });
  const mend = mendOfRun(run, site, account?.available ?? 0);
  if (mend !== null) say(mend);
  const isOurs = run.status === RunStatus.Running || run.pause?.reason === 'person';
  return signal !== null && isOurs ? exitCodes[signal] : exitCodes.failed;
}

/** True where whoever reads the one reads the other: on a terminal. */
function isSeenTogether(): boolean {
  return process.stdout.isTTY && process.stderr.isTTY;
}

function reasonOf({ runId, status, error, pause }: AutomationRun): string {
  if (status === RunStatus.Failed) return error?.message ?? `The run ${runId} failed.`;
  if (status === RunStatus.Paused) return `${runId}: ${pause?.message ?? 'paused'}`;
  if (status === RunStatus.Cancelled) return `${runId} was cancelled. Everything it finished stays.`;
  return `${runId} was left as it is.`;
}

/** The line with the command that helps; `available` in milli-credits. */
function mendOfRun({ status, error, pause }: AutomationRun, site: Site, available: number): string | null {
  if (status === RunStatus.Cancelled) return null;
  if (status === RunStatus.Paused && pause?.reason === 'credits') {
    const needed = Math.max(1, Math.ceil((pause.needed - available) / 1000));
    return `Fix it with: ${commandLine(`credits add ${needed}`)} and continue with: ${commandFor(site.name, 'resume')}`;
  }
  if (status !== RunStatus.Failed || error === null) return nothingLost(site);
  if (error.code === 'TOO_MANY_FAILED_ITEMS' && error.stage !== null) {
    return `Once the cause is fixed: ${commandFor(site.name, `retry ${error.stage}`)}`;
  }
  return mendOf(error.code, {}) ?? `Continue with: ${commandFor(site.name, 'resume')}`;
}

/** The line for a run that goes on where it was left. */
export function nothingLost({ name }: Pick<Site, 'name'>): string {
  return `Nothing is lost. Continue with: ${commandFor(name, 'resume')}`;
}

/** Relative where it lies below the current folder. */
function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}
