import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { seeded } from '../../language/seeded.ts';
import { RunTrigger } from '../../schema/automation-run.ts';
import { findBinary } from '../../server/db/embedded/binary.ts';
import { type Mongod, startMongod } from '../../server/db/embedded/mongod.ts';
import { choosePort } from '../../server/db/embedded/port.ts';
import { defaultTiming } from '../../server/engine/engine.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { benchKeywords } from '../bench/keywords.ts';
import { openTestApp } from '../support/app.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { cheapProviders } from './tiny-pictures.ts';
import { faultsOf } from './wholeness.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'galley-lost-'));
const { path: binary } = await findBinary({ env: process.env, say: () => {} });
let mongod = await started(await choosePort(undefined));
afterAll(async () => {
  await mongod.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Told by the worker: how many answers it has, and what it complains of, a JSON line each. */
const heard = { answers: 0, complaints: [] as string[], listeners: new Set<() => void>() };
const app = await openTestApp({
  uri: `mongodb://127.0.0.1:${mongod.port}/?replicaSet=galley`,
  parts: {
    timing: { ...defaultTiming, leaseMs: 2_000, pollMs: 300 },
    log: pino(
      { level: 'warn' },
      {
        write(line: string) {
          heard.complaints.push(line);
          tell();
        },
      },
    ),
    providers: cheapProviders({
      onAnswer() {
        heard.answers += 1;
        tell();
        return 0;
      },
    }),
  },
});

function tell(): void {
  for (const listener of heard.listeners) listener();
}

/** Of level error: the run has failed for something that the worker did not expect. */
const failure = () => heard.complaints.find((line) => JSON.parse(line).level >= 50);

/** Resolves when this holds; throws when the run has failed, after which nothing more would be heard. */
function until(holds: () => boolean): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const look = () => {
    const failed = failure();
    if (failed === undefined && !holds()) return;
    heard.listeners.delete(look);
    if (failed === undefined) resolve();
    else reject(new Error(`the run failed: ${failed}`));
  };
  heard.listeners.add(look);
  look();
  return promise;
}

async function started(port: number): Promise<Mongod> {
  const outcome = await startMongod({ binary, dataDir, port });
  if ('code' in outcome) throw new Error(outcome.reason);
  return outcome;
}

async function signalDatabase(signal: NodeJS.Signals): Promise<number> {
  const client = new MongoClient(`mongodb://127.0.0.1:${mongod.port}/?directConnection=true`);
  const { pid } = z
    .object({ pid: z.coerce.number() })
    .parse(await client.db('admin').command({ serverStatus: 1 }));
  await client.close();
  process.kill(pid, signal);
  return pid;
}

/** As a crash of its machine. */
async function killDatabase(): Promise<void> {
  await signalDatabase('SIGKILL');
  await mongod.ended;
}

/**
 * Asks until the database fails to answer; returns when it was asked that (`performance.now()`). A process is not
 * frozen yet when the signal has been sent.
 */
async function firstUnanswered(): Promise<number> {
  for (;;) {
    const askedAt = performance.now();
    const isAnswered = await app.engine.database.db.command({ ping: 1 }).then(
      () => true,
      () => false,
    );
    if (!isAnswered) return askedAt;
  }
}

async function startLongRun() {
  heard.complaints.length = 0;
  const { database } = app.engine;
  const site = await makeSite(database, { credits: 100_000 });
  await makeKeywords(database, site, benchKeywords(24));
  return startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
}

describe('a run whose database is killed', () => {
  it('finishes, exact, though that happens five times', async () => {
    const { pick } = seeded('lost database');
    const worker = app.startWorker();
    const { _id } = await startLongRun();
    for (let kill = 0; kill < 5; kill += 1) {
      const next = heard.answers + pick([3, 8, 13, 18, 23]);
      await until(() => heard.answers >= next);
      await killDatabase();
      mongod = await started(mongod.port);
    }
    await app.settled(_id);
    await worker.stop();
    expect(failure()).toBe(undefined);
    expect(await faultsOf(app.engine.database, _id)).toEqual([]);
  });

  it('goes on by itself when the database was away until the worker gave up on it', async () => {
    const worker = app.startWorker();
    const { _id } = await startLongRun();
    const next = heard.answers + 20;
    await until(() => heard.answers >= next);
    const complaints = heard.complaints.length;
    await killDatabase();
    await until(() => heard.complaints.length >= complaints + 2);
    mongod = await started(mongod.port);
    await app.settled(_id);
    await worker.stop();
    expect(failure()).toBe(undefined);
    expect(await faultsOf(app.engine.database, _id)).toEqual([]);
  });
});

describe('a run whose database is frozen', () => {
  it('goes on, exact, when it thaws after the lease, and nobody has hung on it longer than that', async () => {
    const worker = app.startWorker();
    const { _id } = await startLongRun();
    const next = heard.answers + 20;
    await until(() => heard.answers >= next);
    const complaints = heard.complaints.length;
    const pid = await signalDatabase('SIGSTOP');
    try {
      const frozenAt = await firstUnanswered();
      expect(performance.now() - frozenAt).toBeLessThan(defaultTiming.leaseMs / 2);
      // The commit under way gives up as well, and the worker lets the run go.
      await until(() => heard.complaints.length > complaints);
      expect(performance.now() - frozenAt).toBeLessThan(defaultTiming.leaseMs);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await app.settled(_id);
    await worker.stop();
    expect(await faultsOf(app.engine.database, _id)).toEqual([]);
  });
});
