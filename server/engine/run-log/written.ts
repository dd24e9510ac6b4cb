import { constants } from 'node:fs';
import { open, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { logStart } from './lines.ts';

const writtenSchema = z.object({
  /** The number of the last row in the files. */
  seq: z.int().min(0),
  /** Bytes of each file that hold finished text; what stands behind them is left from a crash. */
  files: z.record(z.string(), z.int().min(0)),
  position: z.object({
    stage: z.object({ number: z.int(), title: z.string(), kind: z.enum(['ai', 'local', 'gate']) }).nullable(),
    batch: z.int().nullable(),
  }),
});

/** How far a run's log files are written. It is saved after them: text without record is written anew. */
export type Written = z.infer<typeof writtenSchema>;

export const nothingWritten: Written = { seq: 0, files: {}, position: logStart };

const recordFile = '.written.json';

/** The record beside the files; `nothingWritten` where there is none or it cannot be read. */
export async function readWritten(folder: string): Promise<Written> {
  try {
    const record = writtenSchema.safeParse(JSON.parse(await readFile(join(folder, recordFile), 'utf8')));
    return record.success ? record.data : nothingWritten;
  } catch (error) {
    if (error instanceof SyntaxError || isMissing(error)) return nothingWritten;
    throw error;
  }
}

/** Replaces the record in one step. */
export async function saveWritten(folder: string, written: Written): Promise<void> {
  const draft = join(folder, `${recordFile}.${process.pid}`);
  await writeFile(draft, JSON.stringify(written));
  await rename(draft, join(folder, recordFile));
}

/** Forgets what was written, so that the next synchronisation writes all of it. */
export async function forgetWritten(folder: string): Promise<void> {
  await rm(join(folder, recordFile), { force: true });
}

/**
 * Writes `text` at byte `offset` and ends the file there: the file is the same however often this is called.
 * Returns the new length, or null when the file lacks text before `offset`.
 */
export async function writeAt(path: string, text: string, offset: number): Promise<number | null> {
  const file = await open(path, constants.O_RDWR | constants.O_CREAT);
  try {
    if ((await file.stat()).size < offset) return null;
    const bytes = Buffer.from(text);
    let done = 0;
    while (done < bytes.length) {
      done += (await file.write(bytes, done, bytes.length - done, offset + done)).bytesWritten;
    }
    await file.truncate(offset + bytes.length);
    return offset + bytes.length;
  } finally {
    await file.close();
  }
}

/** Cuts every file back to its recorded length. False when one is missing or shorter than recorded. */
export async function cutToRecord(folder: string, written: Written): Promise<boolean> {
  for (const [name, length] of Object.entries(written.files)) {
    const path = join(folder, name);
    if ((await sizeOf(path)) < length) return false;
    await truncate(path, length);
  }
  return true;
}

/** Bytes; -1 where there is no such file. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return -1;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
