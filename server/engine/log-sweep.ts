/** The clean-up is done on one machine; what the others' own disks have of the same runs, each of them removes. */
import { ObjectId } from 'mongodb';
import { AutomationRun } from '../../schema/automation-run.ts';
import { dayMs } from '../durations.ts';
import type { Engine } from './engine.ts';
import { loggedSites, removeRunLogs } from './run-log/folders.ts';

type Sweeping = Pick<Engine, 'database' | 'logFolder' | 'log'>;

/**
 * Removes this disk's log files of runs whose history the clean-up has removed. Folders of runs that the database does
 * not know are left alone: the disk may have those of another one. A run that just goes on again is written anew. An
 * aborted sweep ends with the site that it is at.
 */
export async function sweepRunLogs(
  { database, logFolder, log }: Sweeping,
  signal?: AbortSignal,
): Promise<void> {
  for await (const { account, site, runIds } of loggedSites(logFolder)) {
    if (signal?.aborted) return;
    if (!ObjectId.isValid(site)) continue;
    const trimmed = await database
      .of(AutomationRun)
      .find({ site: new ObjectId(site), runId: { $in: runIds }, trimmedAt: { $ne: null } })
      .project<Pick<AutomationRun, 'runId'>>({ _id: 0, runId: 1 })
      .toArray();
    const folders = trimmed.map(({ runId }) => ({ account, site, runId }));
    for (const { run, reason } of await removeRunLogs(logFolder, folders)) {
      log.warn({ run: run.runId, reason }, 'old log files could not be removed');
    }
  }
}

/** Sweeps now and then once a day, until what it returns is called. */
export function keepSwept(sweeping: Sweeping): () => Promise<void> {
  const end = new AbortController();
  let last = Promise.resolve();
  const sweep = () => {
    last = sweepRunLogs(sweeping, end.signal).catch((error: unknown) => {
      sweeping.log.warn({ err: error }, 'log files not swept');
    });
  };
  const timer = setInterval(sweep, dayMs);
  sweep();
  return async () => {
    clearInterval(timer);
    end.abort();
    await last;
  };
}
