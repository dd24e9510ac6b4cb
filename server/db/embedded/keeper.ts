/**
 * A program of its own, started by server.ts: keeps one mongod for all processes that use a data folder.
 *
 * A user is an open connection to the keeper. The system closes it however the user ends, so there are no pid files
 * to go stale and no heartbeats to miss; a frozen user keeps its database. The last one to go ends mongod and the
 * keeper. Of two keepers started at once the one whose mongod locks the data stays: that lock is the system's too,
 * and gone with its holder. If mongod dies it is started again, and if the keeper dies its mongod ends with it and
 * the users start another keeper (server.ts).
 */
import { randomUUID } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { KeeperMessage } from './keeper-message.ts';
import { exitCodes, isInUse, isMarkedInUse, type Mongod, type StartFailure, startMongod } from './mongod.ts';
import { choosePort, isFree } from './port.ts';
import { readServerFile, writeServerFile } from './server-file.ts';

/** A mongod that ends so soon after its start, so often, is not started again. */
const restarts = { withinMs: 30_000, most: 3 };
/** A mongod that is told to end has left its port by then; of which after it has left its data. */
const portMs = { ending: 3_000, ended: 500 };
/** Whoever asked for the database and is not here by then will not come. */
const firstUserMs = 30_000;

const [dataDir = '', binary = '', version = ''] = process.argv.slice(2);
const token = randomUUID();
const users = new Set<Socket>();
let ending = false;

const control = createServer((socket) => {
  if (ending) return socket.destroy();
  users.add(socket);
  socket.on('error', () => {});
  // Any word of a user means that it leaves and waits for us to hang up.
  socket.on('data', () => leave(socket));
  socket.on('close', () => leave(socket));
  socket.write(`${token}\n`);
});
control.listen(0, '127.0.0.1');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());

let mongod: Mongod;
const before = await readServerFile(dataDir);
const first = await start().catch(
  // The folder cannot be written, the disk is full, no port is free.
  (error: Error): StartFailure => ({ code: null, reason: error.message }),
);
if ('code' in first) {
  tell(isInUse(first) ? { state: 'busy' } : { state: 'failed', reason: reasonOf(first) }, () =>
    process.exit(1),
  );
} else {
  mongod = first;
  await announce();
  await watch();
}

/**
 * On the port of last time, which the users of a killed keeper still know; on another where a program has that one.
 * Until shortly after a kill that program may be our own old mongod, or it is that of a keeper quicker than us.
 */
async function start(): Promise<Mongod | StartFailure> {
  let deadline = Date.now() + portMs.ending;
  while (before !== undefined && Date.now() < deadline && !(await isFree(before.port))) {
    const isAnothers = (await readServerFile(dataDir))?.keeper.token !== before.keeper.token;
    if (isAnothers) break;
    if (!(await isMarkedInUse(dataDir))) deadline = Math.min(deadline, Date.now() + portMs.ended);
    await pause(50);
  }
  const started = await startMongod({ binary, dataDir, port: await choosePort(before?.port) });
  if (!('code' in started) || started.code !== exitCodes.portTaken) return started;
  // Somebody was quicker than our mongod between looking and listening.
  return startMongod({ binary, dataDir, port: await choosePort(undefined) });
}

async function announce(): Promise<void> {
  const address = control.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await writeServerFile(dataDir, {
    keeper: { pid: process.pid, port, token },
    port: mongod.port,
    binary,
    version,
  });
  tell({ state: 'ready' }, () => {});
  setTimeout(() => users.size === 0 && void end(), firstUserMs);
}

/** Starts mongod again, on the port that its users know, until it fails too often in a row. */
async function watch(): Promise<void> {
  for (let failures = 0; failures < restarts.most; ) {
    const startedAt = Date.now();
    await mongod.ended;
    if (ending) return;
    failures = Date.now() - startedAt < restarts.withinMs ? failures + 1 : 1;
    const again = await startMongod({ binary, dataDir, port: mongod.port });
    if ('code' in again) break;
    mongod = again;
  }
  process.exit(1);
}

function leave(user: Socket): void {
  if (!users.delete(user)) return;
  if (users.size > 0) user.end();
  else void end();
}

/** Hangs up on the last user only when mongod is gone: the folder may then be deleted. */
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  control.close();
  await mongod?.stop();
  process.exit(0);
}

function tell(message: KeeperMessage, then: () => void): void {
  if (process.connected) process.send?.(message, then);
  else then();
}

function reasonOf({ code, reason }: StartFailure): string {
  if (code !== exitCodes.otherVersion) return reason;
  const writer = before === undefined ? 'another version' : `MongoDB ${before.version}`;
  return `its data were written by ${writer}, and MongoDB ${version} cannot open them; name a mongod of that version in MONGOMS_SYSTEM_BINARY`;
}
