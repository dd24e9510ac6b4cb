import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogRow } from './log-row.ts';
import { renderRows } from './render.ts';
import {
  forgetWritten,
  isAllThere,
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
  /** The run's committed rows after `seq`, in order. */
  readonly readAfter: (seq: number) => AsyncIterable<LogRow> | Iterable<LogRow>;
}

const rowsAtOnce = 500;

/**
 * Brings a run's files up to its rows, from whatever another worker, a crash or a full disk left of them; with no
 * new rows it changes nothing. A row's text has its place in the files, and is the same whoever writes it: so
 * several may write at once, and a text cut short is written over. Throws only what `readAfter` throws; what the
 * disk refuses is told in the report, and made up for by the next call.
 */
export async function syncRunLog({ folder, readAfter }: LogSource): Promise<LogReport> {
  let written = await attempt(() => begin(folder));
  if (typeof written === 'string') return { seq: 0, warning: written };
  for await (const rows of chunksOf(readAfter(written.seq))) {
    const before: Written = written;
    written = await attempt(() => write(folder, before, rows));
    if (typeof written === 'string') return { seq: before.seq, warning: written };
    if (written === nothingWritten) break;
  }
  return { seq: written.seq, warning: null };
}

/** How far the files are written: nothing, where what was written is not all there any more. */
async function begin(folder: string): Promise<Written> {
  await mkdir(folder, { recursive: true });
  const written = await readWritten(folder);
  return (await isAllThere(folder, written)) ? written : nothingWritten;
}

/** Writes the files, then the record of it: a crash between them costs nothing but writing the same again. */
async function write(folder: string, written: Written, rows: readonly LogRow[]): Promise<Written> {
  const { texts, position } = renderRows(rows, written.position);
  const files = { ...written.files };
  for (const [name, text] of texts) {
    const length = await writeAt(join(folder, name), text, files[name] ?? 0);
    if (length === null) {
      await forgetWritten(folder);
      return nothingWritten;
    }
    files[name] = length;
  }
  const now: Written = { seq: rows.at(-1)?.seq ?? written.seq, files, position };
  await saveWritten(folder, now);
  return now;
}

async function* chunksOf(rows: AsyncIterable<LogRow> | Iterable<LogRow>): AsyncGenerator<LogRow[]> {
  let chunk: LogRow[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < rowsAtOnce) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** A disk that is full or may not be written is no reason to stop a run: it becomes a sentence. */
async function attempt(task: () => Promise<Written>): Promise<Written | string> {
  try {
    return await task();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const reason = error.message.split(',')[0];
    return `The run's log files cannot be written (${reason}). The run goes on, and its log can still be read.`;
  }
}
