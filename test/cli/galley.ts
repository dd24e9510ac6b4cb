import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { exitCodeOf } from '../../server/cli/main.ts';
import { type Database, openDatabase } from '../../server/db/database.ts';
import { giveDatabaseBack, prepareDatabase, takeDatabaseName } from '../support/spare-databases.ts';
import { type Ended, type Started, watched } from '../support/watched.ts';

const bin = resolve('bin/galley.js');

/** Whoever runs the tests may have keys of AI providers, which are none of their business. */
const noProviders: NodeJS.ProcessEnv = {
  OPENAI_API_KEY: '',
  ANTHROPIC_API_KEY: '',
  GOOGLE_GENERATIVE_AI_API_KEY: '',
  RUNWARE_API_KEY: '',
  OPENAI_BASE_URL: '',
  TEXT_MODEL: '',
  IMAGE_MODEL: '',
  GALLEY_SECRET: '',
};

export interface GalleyUser {
  readonly folder: string;
  readonly database: Database;
  /** Writes a keyword list into the folder and returns its name. */
  file(name: string, lines: readonly string[]): Promise<string>;
  /** Starts another program as this user. */
  program(command: string, args: readonly string[], env?: NodeJS.ProcessEnv): Started;
  start(args: readonly string[], env?: NodeJS.ProcessEnv, nodeArgs?: readonly string[]): Started;
  galley(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ended>;
  /**
   * Runs a command that names no files, or whole paths, in this process, in a tenth of the time: for what is about the command, where
   * another test of it is about the process.
   */
  command(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ended>;
}

/** Someone with a folder and a database of their own who types commands. Call it at the top of a file. */
export function galleyUser(): GalleyUser {
  const name = takeDatabaseName();
  const server = new URL(inject('mongoUri'));
  server.pathname = `/${name}`;
  const user = { folder: '', database: undefined as unknown as Database };
  beforeAll(async () => {
    user.folder = await mkdtemp(join(tmpdir(), 'galley-cli-'));
    user.database = await openDatabase(inject('mongoUri'), { name });
    await prepareDatabase(user.database);
  });
  afterAll(async () => {
    await giveDatabaseBack(user.database.db);
    await user.database.close();
    await rm(user.folder, { recursive: true, force: true });
  });

  const environment = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
    ...process.env,
    ...noProviders,
    MONGODB_URI: server.href,
    npm_command: undefined,
    FORCE_COLOR: undefined,
    ...env,
  });

  function program(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const child = spawn(command, args, {
      cwd: user.folder,
      env: environment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return watched(child);
  }

  const start: GalleyUser['start'] = (args, env, nodeArgs = []) =>
    program(process.execPath, [...nodeArgs, bin, ...args], env);

  return Object.assign(user, {
    program,
    start,
    galley: (args: readonly string[], env?: NodeJS.ProcessEnv) => start(args, env).ended,
    command: (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
      inThisProcess(
        args,
        environment({ DATA_DIR: join(user.folder, '.data'), LOG_DIR: join(user.folder, 'logs'), ...env }),
      ),
    async file(fileName: string, lines: readonly string[]) {
      await writeFile(join(user.folder, fileName), `${lines.join('\n')}\n`);
      return fileName;
    },
  });
}

/** Runs the command with this environment, and keeps what it prints. */
async function inThisProcess(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const texts = { stdout: '', stderr: '' };
  const own = { env: process.env, stdout: process.stdout.write, stderr: process.stderr.write };
  for (const name of ['stdout', 'stderr'] as const) {
    process[name].write = (text: string | Uint8Array) => {
      texts[name] += String(text);
      return true;
    };
  }
  process.env = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
  try {
    return { code: await exitCodeOf(['node', 'galley', ...args]), signal: null, ...texts };
  } finally {
    process.env = own.env;
    process.stdout.write = own.stdout;
    process.stderr.write = own.stderr;
  }
}
