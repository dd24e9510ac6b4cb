import type { AutomationRun } from '../../../schema/automation-run.ts';
import type { Site } from '../../../schema/site.ts';
import { latestRuns } from '../../engine/find-run.ts';
import { durationText } from '../../engine/run-log/words.ts';
import { exitCodes } from '../failure.ts';
import { creditFigure } from '../figures.ts';
import { paintFor, runningTime } from '../format.ts';
import { commandLine } from '../invocation.ts';
import { print, say } from '../print.ts';
import { textTable } from '../text-table.ts';
import { sitesMeant, withApp } from '../with-app.ts';

/** `galley runs`: a line for each run, the latest first. Returns the exit code. */
export async function runs(options: { site?: string; last: number }): Promise<number> {
  return withApp(async ({ engine }) => {
    const sites = await sitesMeant(engine.database, options.site);
    const found = await latestRuns(engine.database, sites, options.last);
    if (found.length === 0) {
      say(`There are no runs yet. Start one with: ${commandLine('run FILE')}`);
      return exitCodes.done;
    }
    const now = engine.now();
    const rows = found.map((run) => cellsOf(run, sites, now));
    const header = ['Run', 'Site', 'Status', 'Stage', 'Credits', 'Time'];
    const [first = '', ...lines] = textTable([header, ...rows], [4, 5]);
    print(paintFor(process.stdout)('dim', first));
    for (const line of lines) print(line);
    return exitCodes.done;
  });
}

/** Of a run that has ended as its summary has it. */
function timeOf({ startedAt, endedAt }: AutomationRun, now: Date): string {
  if (endedAt !== null) return durationText(endedAt.getTime() - startedAt.getTime());
  return runningTime(now.getTime() - startedAt.getTime());
}

function cellsOf(run: AutomationRun, sites: readonly Site[], now: Date): string[] {
  const stage = run.stages[run.current];
  return [
    run.runId,
    sites.find(({ _id }) => _id.equals(run.site))?.name ?? '',
    run.status,
    stage ? `${stage.number} ${stage.title}` : '',
    creditFigure(run.creditsUsed),
    timeOf(run, now),
  ];
}
