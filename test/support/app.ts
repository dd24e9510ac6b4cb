import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ObjectId } from 'mongodb';
import { afterAll, inject } from 'vitest';
import { stages as pipeline } from '../../plugins/index.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { type Providers } from '../../server/ai/provider.ts';
import { prices } from '../../server/credits/prices.ts';
import { openDatabase } from '../../server/db/database.ts';
import { defaultTiming, type Engine } from '../../server/engine/engine.ts';
import { Lines } from '../../server/engine/lines.ts';
import { noObserver } from '../../server/engine/observer.ts';
import { createRegistry } from '../../server/engine/registry.ts';
import type { AnyStage } from '../../server/engine/stage.ts';
import { ensureStageIndexes } from '../../server/engine/stage-indexes.ts';
import { Worker } from '../../server/engine/worker.ts';
import { createLog } from '../../server/log.ts';
import { createGridFs } from '../../server/media/gridfs.ts';
import { type Clock, fixedClock } from './clock.ts';
import { providersForAll } from './providers-for-all.ts';
import { quickProviders } from './quick-providers.ts';
import { giveDatabaseBack, prepareDatabase, takeDatabaseName } from './spare-databases.ts';

export interface TestApp {
  readonly engine: Engine;
  readonly clock: Clock;
  /** Log files, and what a test puts there; deleted afterwards. */
  readonly folder: string;
  /** Starts a worker, which `afterAll` stops. */
  startWorker(slots?: number, parts?: Partial<Engine>): Worker;
  /** Works until the run is no longer running or, with `until`, until that holds; returns the run. */
  settled(run: ObjectId, until?: (run: AutomationRun) => boolean): Promise<AutomationRun>;
}

/** Parts of the engine to replace; the providers are every account's. */
export type EngineParts = Partial<Omit<Engine, 'providers'>> & { readonly providers?: Providers };

export interface TestAppOptions {
  readonly stages?: readonly AnyStage[];
  readonly parts?: EngineParts;
  /** Makes the database's client tell of every command. */
  readonly monitorCommands?: boolean;
  /** Of another server than the test run's. */
  readonly uri?: string;
}

/**
 * The product without its outer shell, on a database of its own: real MongoDB, the offline provider, a fixed clock
 * and no worker until one is started. A ring wakes the workers started here. Call it at the top of the file: what it
 * opens is closed when the file is done, which cannot be asked for from within a hook.
 */
export async function openTestApp({
  stages = pipeline,
  parts = {},
  monitorCommands = false,
  uri = inject('mongoUri'),
}: TestAppOptions = {}): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-app-'));
  const isShared = uri === inject('mongoUri');
  const database = await openDatabase(uri, {
    name: isShared ? takeDatabaseName() : `test-${randomUUID()}`,
    monitorCommands,
  });
  const registry = createRegistry(stages);
  await prepareDatabase(database);
  await ensureStageIndexes(database, registry);
  const clock = fixedClock();
  const workers: Worker[] = [];
  const engine: Engine = {
    database,
    registry,
    media: createGridFs(database),
    prices,
    retry: { tries: 3, baseMs: 1, maxMs: 5 },
    timing: { ...defaultTiming, pollMs: 50 },
    logFolder: join(folder, 'logs'),
    log: createLog('silent'),
    settlements: new Lines(),
    observe: noObserver,
    now: clock.now,
    ring: (run) => {
      for (const worker of workers) worker.wake(run);
    },
    announce: () => {},
    ...parts,
    providers: providersForAll(parts.providers ?? quickProviders),
  };
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await (isShared ? giveDatabaseBack(database.db) : database.db.dropDatabase());
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    engine,
    clock,
    folder,
    startWorker(slots = 4, others = {}) {
      const worker = new Worker({ ...engine, ...others }, { slots });
      workers.push(worker);
      worker.start();
      return worker;
    },
    settled: (run, until = (now) => now.status !== RunStatus.Running) => watchRun(engine, run, until),
  };
}

/** Waits for a state of the run by watching it change. Gives up with the test's own time limit. */
async function watchRun(
  { database }: Engine,
  id: ObjectId,
  until: (run: AutomationRun) => boolean,
): Promise<AutomationRun> {
  const runs = database.of(AutomationRun);
  const options = { fullDocument: 'updateLookup', maxAwaitTimeMS: 20 } as const;
  const changes = runs.watch([{ $match: { 'documentKey._id': id } }], options);
  try {
    // Opened before the first look: no change falls in between.
    await changes.tryNext();
    let run = await runs.findOne({ _id: id });
    while (!(run && until(run))) {
      const change = await changes.next();
      run = 'fullDocument' in change ? (change.fullDocument ?? null) : run;
    }
    return run;
  } finally {
    await changes.close();
  }
}
