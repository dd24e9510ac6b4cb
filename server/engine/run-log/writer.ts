import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogRow } from './log-row.ts';
import { renderRows } from './render.ts';
import {
  cutToRecord,
  forgetWritten,
  nothingWritten,
  readWritten,
  saveWritten,
  type Written,
  writeAt,
} from './written.ts';

export interface LogReport {
  /** The number of the last row that the files hold. */
  readonly seq: number;
  /** Why the files could not be written, in one sentence; null when they could. */
  readonly warning: string | null;
}

export interface LogSource {
  /** The run's folder; it is made when needed. */
  readonly folder: string;
  /** The run's rows after `seq`, in order: all of them one by one, or the next page (an empty one ends it). */
  readonly readAfter: (seq: number) => AsyncIterable<LogRow> | Promise<readonly LogRow[]>;
}

const rowsAtOnce = 500;

/**
 * Adds rows to a run's files. Rows already there are passed over, what a crash left half-written is replaced.
 * Rows that do not follow the last one written stay out: the report's `seq` is then less than theirs, and
 * `syncRunLog` brings what is missing. Never throws.
 */
export async function appendRows(folder: string, rows: readonly LogRow[]): Promise<LogReport> {
  return await attempt(0, async () => {
    const written = await begin(folder);
    return await write(folder, written, following(rows, written.seq));
  });
}

/**
 * Makes a run's files whole, from whatever another worker, a crash or a full disk left of them. Throws only what
 * `readAfter` throws.
 */
export async function syncRunLog({ folder, readAfter }: LogSource): Promise<LogReport> {
  let report = await attempt(0, () => repair(folder));
  while (report.warning === null) {
    const before = report.seq;
    const rows = readAfter(before);
    for await (const chunk of chunksOf(rows)) {
      report = await attempt(report.seq, async () => await write(folder, await begin(folder), chunk));
      if (report.seq !== chunk.at(-1)?.seq) return report;
    }
    if (Symbol.asyncIterator in rows || report.seq === before) return report;
  }
  return report;
}

async function begin(folder: string): Promise<Written> {
  await mkdir(folder, { recursive: true });
  return await readWritten(folder);
}

async function repair(folder: string): Promise<number> {
  const written = await begin(folder);
  if (await cutToRecord(folder, written)) return written.seq;
  await forgetWritten(folder);
  return 0;
}

/** Writes the files, then the record. Returns the number of the last row in them. */
async function write(folder: string, written: Written, rows: readonly LogRow[]): Promise<number> {
  const news = rows.filter((row) => row.seq > written.seq);
  const last = news.at(-1);
  if (last === undefined) return written.seq;
  const { texts, position } = renderRows(news, written.position);
  const files = { ...written.files };
  for (const [name, text] of texts) {
    const length = await writeAt(join(folder, name), text, files[name] ?? 0);
    if (length === null) {
      await forgetWritten(folder);
      return nothingWritten.seq;
    }
    files[name] = length;
  }
  await saveWritten(folder, { seq: last.seq, files, position });
  return last.seq;
}

/** Those of the rows that go on from `seq` without a gap. */
function following(rows: readonly LogRow[], seq: number): LogRow[] {
  const news = rows.filter((row) => row.seq > seq);
  return news.filter((row, index) => row.seq === seq + 1 + index);
}

async function* chunksOf(rows: AsyncIterable<LogRow> | Promise<readonly LogRow[]>): AsyncGenerator<LogRow[]> {
  let chunk: LogRow[] = [];
  for await (const row of Symbol.asyncIterator in rows ? rows : await rows) {
    chunk.push(row);
    if (chunk.length < rowsAtOnce) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** A disk that is full or may not be written is no reason to stop a run: it becomes a sentence. */
async function attempt(seq: number, task: () => Promise<number>): Promise<LogReport> {
  try {
    return { seq: await task(), warning: null };
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const reason = error.message.split(',')[0];
    return {
      seq,
      warning: `The run's log files cannot be written (${reason}). The run goes on, and its log can still be read.`,
    };
  }
}
