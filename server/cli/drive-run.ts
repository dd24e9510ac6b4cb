import { MongoError } from 'mongodb';
import type { AutomationRun } from '../../schema/automation-run.ts';
import type { Site } from '../../schema/site.ts';
import { sampleNotices } from '../ai/in-use.ts';
import { withoutSamples } from '../ai/no-samples.ts';
import type { App } from '../app.ts';
import { pauseRun } from '../engine/steer-run.ts';
import { isError } from '../errors.ts';
import { exitCodes } from './failure.ts';
import { listenForInterrupts, type StopSignal } from './interrupts.ts';
import { say } from './print.ts';
import { nothingLost, reportRun } from './report-run.ts';
import type { ImportDocument } from './run-document.ts';
import { viewFor } from './run-views.ts';
import { watchRun } from './watch-run.ts';

export interface DriveOptions {
  /** Folder for the articles. */
  readonly out: string;
  readonly json?: boolean;
}

/** Works on the run and shows it until it ends or is paused; then tells what came of it. Returns the exit code. */
export async function driveRun(
  app: App,
  run: AutomationRun,
  site: Site,
  options: DriveOptions,
  imported: ImportDocument | null = null,
  after = 0,
): Promise<number> {
  const { database } = app.engine;
  const end = new AbortController();
  let notice = '';
  const interrupts = listenForInterrupts((count, signal) => {
    notice = count === 1 ? pausing[signal] : 'Abandoning the batch in flight.';
    if (count > 2) process.exit(1);
    const onFailure = (error: unknown) => {
      app.engine.log.warn({ err: error }, 'not paused');
      notice = 'The run could not be paused. Press Ctrl-C again to leave it as it is.';
    };
    const stop = (withinMs?: number) =>
      app
        .stopWork(withinMs)
        .catch(onFailure)
        .then(() => end.abort());
    const stopped = count === 1 ? pauseFor(app, run, signal).catch(onFailure) : stop(0);
    // Whoever sends it waits for ten seconds at most.
    if (count === 1 && signal === 'SIGTERM') void stopped.then(() => stop());
  });
  const providers = withoutSamples(await app.engine.providers.of(run.account), run.answeredBy);
  for (const sentence of sampleNotices(providers, site.language)) say(sentence);
  try {
    await app.work();
    const watching = { view: viewFor(options), after, signal: end.signal, notice: () => notice };
    const last = await watchRun(database, run._id, watching);
    return await reportRun(app.engine, last, site, { ...options, imported, signal: interrupts.signal });
  } catch (error) {
    const { signal } = interrupts;
    if (signal === null || !(error instanceof MongoError || isError(error, 'DATABASE_UNREACHABLE')))
      throw error;
    app.engine.log.warn({ err: error }, 'not paused');
    say(`The database is not responding. ${run.runId} could not be paused and is left as it is.`);
    say(nothingLost(site));
    return exitCodes[signal];
  } finally {
    interrupts.close();
  }
}

const pausing: Record<StopSignal, string> = {
  SIGINT: 'Pausing after the batch in flight. Press Ctrl-C again to abandon it.',
  SIGTERM: 'Pausing: the batch in flight has seven seconds to finish.',
};

async function pauseFor({ engine }: App, run: AutomationRun, signal: StopSignal): Promise<void> {
  try {
    await pauseRun(engine, run._id, signal === 'SIGINT' ? 'Ctrl-C' : 'the signal to stop');
  } catch (error) {
    // It has just ended, or is paused already.
    if (!isError(error, 'TRANSITION_REFUSED')) throw error;
  }
}
