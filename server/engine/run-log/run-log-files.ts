import type { LogRow } from './log-row.ts';
import { appendRows, type LogReport, type LogSource, syncRunLog } from './writer.ts';

/**
 * The log files of one run, as the worker that holds the run keeps them. Calls are carried out one after another,
 * and each resolves to a warning the first time that the files cannot be written, else to null. As soon as they
 * can be written again, what is missing is added.
 */
export class RunLogFiles {
  private readonly source: LogSource;
  private last: Promise<unknown> = Promise.resolve();
  private warned = false;

  constructor(source: LogSource) {
    this.source = source;
  }

  /** Makes the files whole: for a worker that takes a run up. */
  sync(): Promise<string | null> {
    return this.next(() => syncRunLog(this.source));
  }

  /** Adds committed rows, and before them whatever is missing. */
  append(rows: readonly LogRow[]): Promise<string | null> {
    return this.next(async () => {
      const report = await appendRows(this.source.folder, rows);
      const isBehind = report.seq < (rows.at(-1)?.seq ?? 0);
      return report.warning === null && isBehind ? await syncRunLog(this.source) : report;
    });
  }

  private next(task: () => Promise<LogReport>): Promise<string | null> {
    const result = this.last.then(task).then((report) => {
      if (report.warning === null || this.warned) return null;
      this.warned = true;
      return report.warning;
    });
    this.last = result.catch(() => undefined);
    return result;
  }
}
