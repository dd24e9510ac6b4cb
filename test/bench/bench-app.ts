import { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObjectId } from 'mongodb';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { type App, openApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { openEmbedded } from '../../server/db/embedded/server.ts';
import type { Engine } from '../../server/engine/engine.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';

/** Emits `end` whenever a run has ended: to ask the database all the time would be measured, too. */
const ends = new EventEmitter();
/** By id, the runs whose ends are waited for: one look for all of them, however many that is. */
const awaited = new Map<string, (run: AutomationRun) => void>();

export interface BenchApp {
  readonly app: App;
  close(): Promise<void>;
}

/**
 * The product as it is started by its users, on a fresh embedded database; `MONGODB_URI` is used where it is set.
 * `works`: whether it takes up runs; by default it does.
 */
export async function openBenchApp(parts: Partial<Engine>, { works = true } = {}): Promise<BenchApp> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-bench-'));
  const say = (line: string) => console.error(line);
  const embedded = process.env.MONGODB_URI
    ? null
    : await openEmbedded({ dataDir: join(folder, 'data'), say });
  const uri = new URL(process.env.MONGODB_URI ?? embedded?.uri ?? '');
  uri.pathname = `bench-${process.pid}-${Date.now()}`;
  const config = readConfig({
    MONGODB_URI: uri.href,
    DATA_DIR: join(folder, 'data'),
    LOG_DIR: join(folder, 'logs'),
    LOG_LEVEL: 'warn',
  });
  const app = await openApp({ config, say, parts });
  const { observe } = app.engine;
  const { runEnded } = observe;
  observe.runEnded = (status) => {
    runEnded(status);
    ends.emit('end');
  };
  const look = () => void tellEnds(app.engine);
  ends.on('end', look);
  await (works ? app.work() : app.leaveWork());
  return {
    app,
    async close() {
      ends.off('end', look);
      await app.engine.database.db.dropDatabase();
      await app.close();
      await embedded?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface Measured {
  readonly batches: number;
  readonly wallMs: number;
  /** Of this process: user and system time. */
  readonly cpuMs: number;
  readonly run: AutomationRun;
}

/** Runs the pipeline over a new site with these keywords, and measures from the start to the end of the run. */
export async function measureRun(
  app: App,
  phrases: readonly string[],
  siteName = 'Bench',
): Promise<Measured> {
  const { database } = app.engine;
  const site = await makeSite(database, { name: siteName, credits: 10_000_000 });
  await makeKeywords(database, site, phrases);
  const cpu = process.cpuUsage();
  const started = performance.now();
  const { _id } = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
  const run = await ended(app.engine, _id);
  const wallMs = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const batches = Object.values(run.stages).reduce((sum, stage) => sum + stage.batches, 0);
  return { batches, wallMs, cpuMs: (user + system) / 1000, run };
}

/** Waits for the end of a run; throws where it did not complete. */
async function ended(engine: Engine, _id: ObjectId): Promise<AutomationRun> {
  const { promise, resolve } = Promise.withResolvers<AutomationRun>();
  awaited.set(_id.toHexString(), resolve);
  // It may have ended before it was waited for.
  await tellEnds(engine);
  const run = await promise;
  if (run.status === RunStatus.Completed) return run;
  throw new Error(`the run ${run.runId} is ${run.status}: ${run.error?.message}`);
}

async function tellEnds({ database }: Engine): Promise<void> {
  const ids = [...awaited.keys()].map((id) => new ObjectId(id));
  if (ids.length === 0) return;
  const runs = await database
    .of(AutomationRun)
    .find({ _id: { $in: ids }, active: false })
    .toArray();
  for (const run of runs) {
    const id = run._id.toHexString();
    awaited.get(id)?.(run);
    awaited.delete(id);
  }
}

/** A stage of a run. */
export interface MeasuredStage {
  readonly key: string;
  readonly batches: number;
  readonly wallMs: number;
}

/** The stages that had any batches, in order. */
export function stagesOf({ sequence, stages }: AutomationRun): MeasuredStage[] {
  return sequence.flatMap((key) => {
    const { startedAt, endedAt, batches = 0 } = stages[key] ?? {};
    const wallMs = (endedAt?.getTime() ?? 0) - (startedAt?.getTime() ?? 0);
    return batches > 0 ? [{ key, batches, wallMs }] : [];
  });
}
