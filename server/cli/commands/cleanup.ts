import { readConfig } from '../../config.ts';
import { cleanUp, keptDays, oldRuns, rowCount } from '../../engine/clean-up.ts';
import type { Engine } from '../../engine/engine.ts';
import { countOldReplies, dropOldReplies } from '../../engine/reply-retention.ts';
import { countOf } from '../../engine/run-log/words.ts';
import { exitCodes } from '../failure.ts';
import { print, say } from '../print.ts';
import { withApp } from '../with-app.ts';

/**
 * `galley cleanup`: removes the history and log files of old runs, and the AI's replies of those not so old, as the
 * clock does every week; with `dryRun`, lists them and changes nothing. Returns the exit code.
 */
export async function cleanup({ dryRun = false }: { dryRun?: boolean }): Promise<number> {
  return withApp(async ({ engine }) => {
    const { runs, rows } = dryRun ? await listOld(engine) : await cleanUp(engine);
    const what = `${countOf(rows, 'line', 'lines')} of history and the log files of ${countOf(runs, 'run', 'runs')}`;
    if (runs === 0) say(`Nothing to remove: no ended run with a history is older than ${keptDays} days.`);
    else if (dryRun) say(`Would remove ${what}. Nothing has been changed.`);
    else say(`Removed ${what}. The runs themselves, the ledger and everything they made stay.`);
    const days = readConfig(process.env).REPLY_DAYS;
    const replies = dryRun ? await countOldReplies(engine, days) : await dropOldReplies(engine, days);
    const ofWhat = `${countOf(replies, 'AI reply', 'AI replies')} to runs that ended more than ${days} days ago`;
    if (replies > 0)
      say(dryRun ? `Would drop ${ofWhat}.` : `Dropped ${ofWhat}. The figures of the calls stay.`);
    return exitCodes.done;
  });
}

async function listOld(engine: Engine): Promise<{ runs: number; rows: number }> {
  const found = { runs: 0, rows: 0 };
  for await (const { _id, runId } of oldRuns(engine)) {
    const rows = await rowCount(engine.database, _id);
    print(`${runId}  ${countOf(rows, 'line', 'lines')}`);
    found.runs += 1;
    found.rows += rows;
  }
  return found;
}
