import type { AutomationRun } from '../../../schema/automation-run.ts';
import { rowsAfter, runNamed } from '../../engine/find-run.ts';
import { stagesOf } from '../../engine/progress/stage-progress.ts';
import type { Registry } from '../../engine/registry.ts';
import { mainFile, stageFile } from '../../engine/run-log/log-row.ts';
import { lastLines, renderRunLog } from '../../engine/run-log/render.ts';
import { errors } from '../../errors.ts';
import { exitCodes } from '../failure.ts';
import { print, say } from '../print.ts';
import { stageKeyOf } from '../stage-choice.ts';
import { sitesMeant, withApp } from '../with-app.ts';

export interface LogOptions {
  readonly site?: string;
  /** By its key, or by its place among all stages, from 1. */
  readonly stage?: string;
  readonly last?: number;
}

/** `galley logs [RUN]`: the text of the run's log files, from the database alone. Returns the exit code. */
export async function logs(name = 'latest', { site, last, ...options }: LogOptions): Promise<number> {
  return withApp(async ({ engine: { database, registry } }) => {
    const run = await runNamed(database, await sitesMeant(database, site), name);
    const stage = options.stage === undefined ? undefined : stageNumberIn(run, registry, options.stage);
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

/** Throws UNKNOWN_STAGE. A stage that is not loaded any more is known by the run. */
function stageNumberIn({ stages }: AutomationRun, registry: Registry, name: string): number {
  const known = /^\d+$/.test(name) ? Number(name) : stages[name]?.number;
  return known ?? registry.keys.indexOf(stageKeyOf(registry, name)) + 1;
}
