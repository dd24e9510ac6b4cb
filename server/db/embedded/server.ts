import { spawn } from 'node:child_process';
import { parse, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { errors } from '../../errors.ts';
import { type Binary, findBinary } from './binary.ts';
import { type KeeperMessage, keeperMessage } from './keeper-message.ts';
import { type Lease, takeLease } from './lease.ts';
import { readServerFile, type ServerFile } from './server-file.ts';

/** How long another process's start or end of the same database is waited for. */
const othersMs = 60_000;
/** While another process starts or ends it: how often we look, and after how long we try to start it ourselves. */
const look = { everyMs: 100, forMs: 1_000 };

export interface Embedded {
  /** Of a replica set, without a database name. It stays the same while this is open. */
  readonly uri: string;
  /** Path of the mongod. */
  readonly binary: string;
  /** Such as `6.0.5`. */
  readonly version: string;
  /** Ends the server if no other process uses it, and then resolves when its files may be deleted. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The data, the logs and what is remembered of the server; made when missing. */
  readonly dataDir: string;
  /** Told each step that takes a while, one line each. */
  say(line: string): void;
  /** Where the mongod is looked for; the process's own by default. */
  readonly env?: NodeJS.ProcessEnv;
}

interface Held {
  readonly lease: Lease;
  readonly server: ServerFile;
}

/**
 * Opens the database of a folder, starting its server unless another process has. Throws EMBEDDED_UNAVAILABLE
 * where no mongod is to be had, and EMBEDDED_FAILED where it does not start.
 */
export async function openEmbedded({ dataDir, say, env = process.env }: EmbeddedOptions): Promise<Embedded> {
  const options = { dataDir: resolve(dataDir), say, env };
  let held = await hold(options);
  let isStopped = false;
  const { port, binary, version } = held.server;
  const holding = keepHolding();
  return {
    uri: `mongodb://127.0.0.1:${port}/?replicaSet=galley`,
    binary,
    version,
    async stop() {
      isStopped = true;
      await held.lease.release();
      // It may be starting a keeper at this moment; that one is to end as well.
      await holding;
    },
  };

  /** When the keeper has died, its mongod ends too: starts both again, on the same port. */
  async function keepHolding(): Promise<void> {
    await held.lease.ended;
    if (isStopped) return;
    say('The embedded MongoDB has ended unexpectedly: starting it again.');
    try {
      held = await hold(options);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      return;
    }
    if (isStopped) await held.lease.release();
    else if (held.server.port === port) return keepHolding();
    else say('The embedded MongoDB is back on another port: start this program again.');
  }
}

/** Joins the server that runs, or starts one; goes round again where another process does the same. */
async function hold(options: Required<EmbeddedOptions>): Promise<Held> {
  const { dataDir, say, env } = options;
  const deadline = Date.now() + othersMs;
  let binary: Binary | undefined;
  let isWaiting = false;
  do {
    const held = await join(dataDir, isWaiting ? look.forMs : 0);
    if (held !== undefined) return held;
    const remembered = (await readServerFile(dataDir))?.binary;
    binary ??= await findBinary({ env, remembered, say });
    if (!isWaiting) say(`Starting MongoDB ${binary.version} on ${dataDir}.`);
    const outcome = await startKeeper(dataDir, binary);
    if (outcome.state === 'failed') throw errors.embeddedFailed({ dataDir, reason: outcome.reason });
    isWaiting = outcome.state === 'busy';
  } while (Date.now() < deadline);
  const reason =
    'another mongod has its data open, and no Galley process answers for it; end that mongod first';
  throw errors.embeddedFailed({ dataDir, reason });
}

/** Becomes a user of the server that runs, or comes to run within so many ms; undefined where none does. */
async function join(dataDir: string, withinMs: number): Promise<Held | undefined> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const server = await readServerFile(dataDir);
    const lease = server === undefined ? undefined : await takeLease(server.keeper);
    if (server !== undefined && lease !== undefined) return { lease, server };
    if (Date.now() >= deadline) return undefined;
    await pause(look.everyMs);
  }
}

/** Starts a keeper that outlives this process, and resolves when it has something to say. */
function startKeeper(dataDir: string, binary: Binary): Promise<KeeperMessage> {
  const script = import.meta.url.endsWith('.ts') ? './keeper.ts' : './keeper.js';
  const { NODE_OPTIONS: _, ...env } = process.env;
  const keeper = spawn(
    process.execPath,
    [fileURLToPath(new URL(script, import.meta.url)), dataDir, binary.path, binary.version],
    { cwd: parse(dataDir).root, detached: true, env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
  );
  return new Promise((resolve) => {
    keeper.once('error', (error) => resolve({ state: 'failed', reason: error.message }));
    keeper.once('exit', (code) => resolve({ state: 'failed', reason: `its keeper ended with code ${code}` }));
    keeper.once('message', (message) => {
      resolve(keeperMessage.parse(message));
      if (keeper.connected) keeper.disconnect();
      keeper.unref();
    });
  });
}
