import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Candidate } from './candidate.ts';

/** A download that stays silent for so long is given up: no route, a dead proxy, a stalled mirror. */
const silenceMs = 15_000;
/** Between two lines about the progress. */
const progressEveryMs = 5_000;

/**
 * MongoDB's own build, from the cache of mongodb-memory-server or downloaded into it. That package looks for and
 * fetches it in a process of its own: it prints its progress on stdout, which may be meant for a program, and it
 * cannot be interrupted. All its MONGOMS_* settings apply.
 */
export function findOfficial({
  env,
  download,
  say,
}: {
  env: NodeJS.ProcessEnv;
  download: boolean;
  say(line: string): void;
}): Promise<Candidate> {
  if (download) say('No MongoDB here yet: downloading it from mongodb.org (about 100 MB, once).');
  const script = import.meta.url.endsWith('.ts') ? './official-fetch.ts' : './official-fetch.js';
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), {
    env: officialEnvironment(env, download),
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  return new Promise((resolve) => {
    let answer: Candidate = { missing: `no answer for ${silenceMs / 1000} s` };
    let said = Date.now();
    const watchdog = setTimeout(() => child.kill('SIGKILL'), silenceMs);
    child.on('message', (message) => {
      answer = readAnswer(message);
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      watchdog.refresh();
      if (Date.now() - said < progressEveryMs) return;
      said = Date.now();
      say(chunk.toString().trim());
    });
    child.stderr?.resume();
    child.on('error', (error) => {
      answer = { missing: error.message };
    });
    child.on('close', () => {
      clearTimeout(watchdog);
      if (download && 'missing' in answer) say(`That failed: ${answer.missing}.`);
      resolve(answer);
    });
  });
}

function officialEnvironment(env: NodeJS.ProcessEnv, download: boolean): NodeJS.ProcessEnv {
  const { MONGOMS_SYSTEM_BINARY: _, NODE_OPTIONS: __, ...rest } = env;
  return {
    // A failed look-up of the host is final: two more tries take six seconds and change nothing.
    MONGOMS_MAX_RETRIES: '1',
    // Without it the package does not check the server's certificate.
    npm_config_strict_ssl: 'true',
    ...rest,
    ...(download ? {} : { MONGOMS_RUNTIME_DOWNLOAD: 'false' }),
  };
}

function readAnswer(message: unknown): Candidate {
  if (typeof message === 'object' && message !== null) {
    if ('path' in message && typeof message.path === 'string') return { path: message.path };
    if ('missing' in message && typeof message.missing === 'string') return { missing: message.missing };
  }
  return { missing: 'its look-up ended without an answer' };
}
