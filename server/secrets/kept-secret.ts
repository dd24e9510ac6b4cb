import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errors } from '../errors.ts';
import { type MasterSecret, masterSecrets } from './master-keys.ts';

const fileName = 'secret';

/**
 * The master secret of an embedded database, kept beside it in a file that its owner alone may read; made at the
 * first use, by several processes at once the same. It is written as GALLEY_SECRET is. Throws MASTER_KEY_UNUSABLE.
 */
export async function keptSecret(folder: string): Promise<readonly MasterSecret[]> {
  const file = join(folder, fileName);
  try {
    const text = await readFile(file, 'utf8').catch(undefinedIfMissing);
    if (text === undefined) await makeSecret(folder, file);
    return parsed(file, text ?? (await readFile(file, 'utf8')));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw errors.masterKeyUnusable({ file, problem: error.message });
  }
}

function parsed(file: string, text: string): readonly MasterSecret[] {
  const { data, error } = masterSecrets.safeParse(text.trim());
  if (data) return data;
  throw errors.masterKeyUnusable({ file, problem: `it ${error.issues[0]?.message}` });
}

/** Written aside and then named, so that nobody reads half of it; where another was faster, theirs stays. */
async function makeSecret(folder: string, file: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `1:${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
