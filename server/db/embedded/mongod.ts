import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answers } from './port.ts';
import { becomePrimary } from './replica-set.ts';

/** Exit codes of mongod that mean something to us. */
export const exitCodes = { portTaken: 48, otherVersion: 62, dataNotOpened: 100 };

/** A log longer than this starts anew. Bytes. */
const logLimit = 16 * 1024 * 1024;
/** mongod recovers its journal before it listens; a minute is a lot of journal. */
const startLimitMs = 60_000;
const stopLimitMs = 20_000;

export interface Mongod {
  readonly port: number;
  /** Resolves when the process has ended, however. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** A mongod that ended before it was of use. `code` is null after a signal. */
export interface StartFailure {
  readonly code: number | null;
  readonly reason: string;
}

/** True where another mongod has the data open: not being allowed to open them has the same exit code. */
export function isInUse({ code, reason }: StartFailure): boolean {
  return (
    code === exitCodes.dataNotOpened && /Unable to lock the lock file|used by another process/.test(reason)
  );
}

/**
 * Starts mongod on the data and resolves when it is the primary of its one-node replica set. It is spawned by hand,
 * not by mongodb-memory-server: that one ends mongod with the process which asked for it, knows no second user, and
 * cannot move a set to another port.
 */
export async function startMongod(options: {
  binary: string;
  dataDir: string;
  port: number;
}): Promise<Mongod | StartFailure> {
  const { binary, dataDir, port } = options;
  const log = join(dataDir, 'mongod.log');
  await mkdir(dbPathOf(dataDir), { recursive: true });
  if ((await sizeOf(log)) > logLimit) await truncate(log);
  const logStart = await sizeOf(log);

  const child = spawn(binary, mongodArguments({ dataDir, port, log }), {
    stdio: 'ignore',
    windowsHide: true,
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });
  endWithThisProcess(child, ended);
  const stop = () => stopMongod(child, ended);

  const outcome = await Promise.race([ended, untilPrimary({ dataDir, port, ended })]);
  if (outcome === 'primary') return { port, ended: ended.then(() => {}), stop };
  await stop();
  const code = typeof outcome === 'number' ? outcome : null;
  return { code, reason: await reasonFromLog(log, logStart, outcome) };
}

function mongodArguments({ dataDir, port, log }: { dataDir: string; port: number; log: string }): string[] {
  const parameters = {
    // A killed worker leaves its transaction open; this bounds how long it holds its documents.
    transactionLifetimeLimitSeconds: 10,
    // A set of one has nobody to hand over to, so it need not wait before it ends.
    shutdownTimeoutMillisForSignaledShutdown: 100,
    diagnosticDataCollectionEnabled: false,
  };
  return [
    ...['--bind_ip', '127.0.0.1', '--port', String(port)],
    ...(process.platform === 'win32' ? [] : ['--nounixsocket']),
    ...['--dbpath', dbPathOf(dataDir), '--replSet', 'galley', '--oplogSize', '512'],
    ...['--wiredTigerCacheSizeGB', '0.5', '--quiet', '--logpath', log, '--logappend'],
    ...Object.entries(parameters).flatMap(([name, value]) => ['--setParameter', `${name}=${value}`]),
  ];
}

/** True while a mongod has the data open, and after one that was killed: its lock file then still names it. */
export async function isMarkedInUse(dataDir: string): Promise<boolean> {
  return (await sizeOf(join(dbPathOf(dataDir), 'mongod.lock'))) > 0;
}

/** Goes on trying until `ended`, or for too long: the port may be another program's, and mongod about to say so. */
async function untilPrimary({
  dataDir,
  port,
  ended,
}: {
  dataDir: string;
  port: number;
  ended: Promise<unknown>;
}) {
  const deadline = Date.now() + startLimitMs;
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  while (!isOver && Date.now() < deadline) {
    if ((await answers(port)) && (await becomePrimary({ port, dbPath: dbPathOf(dataDir), deadline })))
      return 'primary';
    await pause(25);
  }
  return 'late';
}

function dbPathOf(dataDir: string): string {
  return join(dataDir, 'db');
}

/**
 * Ends mongod when this process ends, even by kill -9: a shell waits at the other end of a pipe, which the system
 * closes with the process. Where there is no shell (Windows), mongod then outlives the kill and the next start says so.
 */
function endWithThisProcess(child: ChildProcess, ended: Promise<unknown>): void {
  if (child.pid === undefined) return;
  const watcher = spawn('sh', ['-c', 'read _; kill -TERM "$0"', String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => {});
  watcher.stdin?.on('error', () => {});
  // Called off with mongod, so that its number, given to another process, is never signalled.
  void ended.then(() => watcher.kill('SIGKILL'));
}

async function stopMongod(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
  await ended;
  clearTimeout(timer);
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

/** The last error that mongod logged since `from` (bytes), and where the rest is. */
async function reasonFromLog(log: string, from: number, outcome: unknown): Promise<string> {
  const text = await readFile(log).then(
    (bytes) => bytes.subarray(from).toString(),
    () => '',
  );
  const last = text.split('\n').findLast((line) => /"s":"[EF]"/.test(line)) ?? '';
  const [, said] = /"error":"((?:[^"\\]|\\.)+)"/.exec(last) ?? /"msg":"((?:[^"\\]|\\.)+)"/.exec(last) ?? [];
  const how = typeof outcome === 'number' ? `mongod ended with code ${outcome}` : 'mongod did not come up';
  return `${how}${said === undefined ? '' : ` (${said.replace(/\\(.)/g, '$1')})`}; its log is ${log}`;
}
