import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { logStart } from './lines.ts';

const writtenSchema = z.object({
  /** The number of the last row in the files. */
  seq: z.int().min(0),
  /** Bytes of each file that are surely written; what stands behind them may be cut short. */
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
  const draft = join(folder, `${recordFile}.${randomUUID()}`);
  try {
    await writeFile(draft, JSON.stringify(written));
    await rename(draft, join(folder, recordFile));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Forgets what was written, so that the next synchronisation writes all of it. */
export async function forgetWritten(folder: string): Promise<void> {
  await rm(join(folder, recordFile), { force: true });
}

/**
 * Writes `text` at byte `offset`. What stands behind it stays: another worker may have written on. Returns where
 * the text ends, or null when the file lacks text before `offset`.
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
    return offset + bytes.length;
  } finally {
    await file.close();
  }
}

/** False when one of the files is missing, or shorter than recorded. */
export async function isAllThere(folder: string, { files }: Written): Promise<boolean> {
  const names = Object.keys(files);
  const sizes = await Promise.all(names.map((name) => sizeOf(join(folder, name))));
  return names.every((name, index) => (sizes[index] ?? -1) >= (files[name] ?? 0));
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
