import { mkdir } from 'node:fs/promises';
import { errors } from '../errors.ts';

/** Makes the folder for all runs, or throws OUTPUT_NOT_WRITTEN: better before a run than after it. */
export async function prepareOut(root: string): Promise<void> {
  await orNotWritten(root, () => mkdir(root, { recursive: true }));
}

/** Does what writes into the folder. Throws OUTPUT_NOT_WRITTEN where the file system refuses. */
export async function orNotWritten<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw errors.outputNotWritten({ folder, reason: error.message.split(',')[0] ?? error.message });
  }
}
