import { Activity } from '../../../schema/activity.ts';
import type { AutomationRun } from '../../../schema/automation-run.ts';
import type { Engine } from '../engine.ts';
import { runLogFolder } from './folders.ts';
import { type LogReport, syncRunLog } from './writer.ts';

/**
 * Brings a run's log files up to its stored rows, whatever a crash, a full disk or a worker on another machine left
 * of them. Never throws for the disk's sake: the report says why the files could not be written.
 */
export function writeRunLog(
  { database, logFolder }: Pick<Engine, 'database' | 'logFolder'>,
  run: Pick<AutomationRun, '_id' | 'account' | 'site' | 'runId'>,
): Promise<LogReport> {
  return syncRunLog({
    folder: runLogFolder(logFolder, {
      account: run.account.toHexString(),
      site: run.site.toHexString(),
      runId: run.runId,
    }),
    readAfter: (seq) => database.of(Activity).find({ run: run._id, seq: { $gt: seq } }, { sort: { seq: 1 } }),
  });
}
