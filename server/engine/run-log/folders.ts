import { readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a run's folder is named by. */
export interface RunFolder {
  readonly account: string;
  readonly site: string;
  readonly runId: string;
}

/** A folder that could not be deleted. */
export interface LeftFolder {
  readonly run: RunFolder;
  readonly reason: string;
}

/** `logs/automation/{account}/{site}/{run_id}`, with `root` being `logs`. */
export function runLogFolder(root: string, { account, site, runId }: RunFolder): string {
  return join(root, 'automation', safeName(account), safeName(site), safeName(runId));
}

/**
 * Deletes the folders of these runs, and those of sites and accounts that are empty then. A folder that is not
 * there counts as deleted. Returns those that could not be deleted, and why.
 */
export async function removeRunLogs(root: string, runs: readonly RunFolder[]): Promise<LeftFolder[]> {
  const left: LeftFolder[] = [];
  for (const run of runs) {
    const folder = runLogFolder(root, run);
    try {
      await rm(folder, { recursive: true, force: true });
      await removeEmpty(dirname(folder), 2);
    } catch (error) {
      left.push({ run, reason: String(error) });
    }
  }
  return left;
}

/** The sites that have folders of runs here, with the names of those. */
export async function* loggedSites(
  root: string,
): AsyncGenerator<Omit<RunFolder, 'runId'> & { readonly runIds: string[] }> {
  const accounts = join(root, 'automation');
  for (const account of await namesIn(accounts)) {
    for (const site of await namesIn(join(accounts, account))) {
      yield { account, site, runIds: await namesIn(join(accounts, account, site)) };
    }
  }
}

/** Nothing where there is no such folder, or no longer. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && notThere.has(error.code)) return [];
    throw error;
  });
}

const notThere = new Set<unknown>(['ENOENT', 'ENOTDIR']);

/** The folder and those above it, as long as nothing is in them: another run may just be making its own. */
async function removeEmpty(folder: string, levels: number): Promise<void> {
  if (levels === 0) return;
  try {
    await rmdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && goneOrInUse.has(error.code)) return;
    throw error;
  }
  await removeEmpty(dirname(folder), levels - 1);
}

const goneOrInUse = new Set<unknown>(['ENOTEMPTY', 'EEXIST', 'ENOENT']);

/** One step of a path and never a way out of it. */
function safeName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+/, '_') || '_';
}
