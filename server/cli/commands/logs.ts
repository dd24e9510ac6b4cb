import { rowsAfter, runNamed } from '../../engine/find-run.ts';
import { stagesOf } from '../../engine/progress/stage-progress.ts';
import { mainFile, stageFile } from '../../engine/run-log/log-row.ts';
import { lastLines, renderRunLog } from '../../engine/run-log/render.ts';
import { errors } from '../../errors.ts';
import { exitCodes } from '../failure.ts';
import { print, say } from '../print.ts';
import { sitesMeant, withApp } from '../with-app.ts';

export interface LogOptions {
  readonly site?: string;
  /** Its place among all stages, from 1. */
  readonly stage?: number;
  readonly last?: number;
}

/** `galley logs [RUN]`: the text of the run's log files, from the database alone. Returns the exit code. */
export async function logs(name = 'latest', { site, stage, last }: LogOptions): Promise<number> {
  return withApp(async ({ engine: { database } }) => {
    const run = await runNamed(database, await sitesMeant(database, site), name);
    const numbers = stagesOf(run).map(({ number }) => number);
    if (stage !== undefined && !numbers.includes(stage)) {
      throw errors.stageNotInRun({ runId: run.runId, stage, numbers });
    }
    const texts = renderRunLog(await rowsAfter(database, run._id, 0));
    const text = texts.get(stage === undefined ? mainFile : stageFile(stage)) ?? '';
    if (run.trimmedAt && text === '') say(`The log of ${run.runId} was removed because of its age.`);
    else if (text === '') say(`${run.runId} has not reached that stage yet.`);
    else if (last === undefined) print(text.trimEnd());
    else for (const line of lastLines(text, last)) print(line);
    return exitCodes.done;
  });
}
