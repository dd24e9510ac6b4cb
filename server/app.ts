/** The composition root: the only file that knows everything. It builds the parts and passes them along. */
import { join } from 'node:path';
import { stages } from '../plugins/index.ts';
import { createHidingFetch } from './ai/hiding-fetch.ts';
import { createMediaFolder } from './ai/media-store.ts';
import { environmentKeys, environmentProviders } from './ai/providers/environment.ts';
import { createLines } from './ai/providers/lines.ts';
import { providerRetries } from './ai/retry.ts';
import { createAiDesk } from './ai-desk.ts';
import { accountProviders } from './ai-settings/account-providers.ts';
import type { AiDesk } from './ai-settings/desk.ts';
import type { Config } from './config.ts';
import { prices } from './credits/prices.ts';
import { type Database, openDatabase } from './db/database.ts';
import { openEmbedded } from './db/embedded/server.ts';
import { migrate } from './db/migrate.ts';
import { migrations } from './db/migrations/index.ts';
import { cleanUp } from './engine/clean-up.ts';
import { defaultTiming, type Engine } from './engine/engine.ts';
import { Lines } from './engine/lines.ts';
import { keepSwept } from './engine/log-sweep.ts';
import { maintain } from './engine/maintenance.ts';
import { createRegistry, type Registry } from './engine/registry.ts';
import { dropOldReplies } from './engine/reply-retention.ts';
import { type Doorbell, openDoorbell, type Scheduler, startScheduler } from './engine/scheduler.ts';
import { ensureStageIndexes } from './engine/stage-indexes.ts';
import { Worker } from './engine/worker.ts';
import { loadStages } from './load-stages.ts';
import { createLog, type Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createCourier } from './notifications/courier.ts';
import { logTarget } from './notifications/target.ts';
import { createWebhook } from './notifications/webhook.ts';
import { createPublishingFolder } from './publishing/folder.ts';
import type { PublishingTarget } from './publishing/target.ts';
import { checkSchedules } from './schedule/check.ts';

const minuteMs = 60_000;
/** When the clean-up is done, as cron has it, in the time zone of the server. */
const mondayAtThree = '0 3 * * 1';

export interface App {
  readonly engine: Engine;
  /** Where articles are published that a person has reviewed. No stage comes near it. */
  readonly publishing: PublishingTarget;
  /** The AI settings of accounts. */
  readonly ai: AiDesk;
  /** What the engine has counted, and whoever else counts. */
  readonly metrics: Metrics;
  /** Starts to work on runs, and the clock. */
  work(): Promise<void>;
  /** Leaves runs to other processes, and rings for them. */
  leaveWork(): void;
  /** True while it works on runs. */
  isWorking(): boolean;
  /**
   * Finishes what is in flight, abandons what has not finished within so many ms (default: the engine's `stopMs`),
   * and gives all runs back. May be called again, with less patience.
   */
  stopWork(withinMs?: number): Promise<void>;
  /** Stops the work and lets the database go. */
  close(): Promise<void>;
}

export interface AppOptions {
  readonly config: Config;
  /** Told each step of the start that takes a while, one line each. */
  say(line: string): void;
  /** stderr by default. */
  readonly log?: Log;
  /** Replaces parts of the engine: other providers, another clock. */
  readonly parts?: Partial<Engine>;
}

/** Opens the database, brings it up to date and builds the engine. Throws what stands in the way of that. */
export async function openApp({ config, say, parts = {}, ...options }: AppOptions): Promise<App> {
  const log = options.log ?? createLog(config.LOG_LEVEL);
  const lines = createLines({
    requests: config.AI_REQUESTS_PER_MINUTE,
    tokens: config.AI_TOKENS_PER_MINUTE,
  });
  const environment = environmentProviders(config, {
    lines,
    fetch: createHidingFetch(fetch, environmentKeys(config)),
  });
  const registry = createRegistry([...stages, ...(await loadStages(config.STAGE_PLUGINS, process.cwd()))]);
  const embedded = config.MONGODB_URI
    ? null
    : await openEmbedded({ dataDir: join(config.DATA_DIR, 'mongodb'), say });
  const database = await openUpToDate(config.MONGODB_URI ?? embedded?.uri ?? '', registry).catch(
    async (error: unknown) => {
      await embedded?.stop();
      throw error;
    },
  );
  const metrics = createMetrics({ database, withProcess: true });
  let worker: Worker | undefined;
  let scheduler: Scheduler | undefined;
  let doorbell: Doorbell | undefined;
  let endSweeps: (() => Promise<void>) | undefined;
  const ai = createAiDesk(database, config, { lines, environment });
  const engine: Engine = {
    database,
    registry,
    providers: accountProviders(ai),
    media: createMediaFolder(join(config.DATA_DIR, 'media')),
    prices,
    retry: providerRetries,
    timing: defaultTiming,
    logFolder: config.LOG_DIR,
    log,
    settlements: new Lines(),
    observe: metrics.observer,
    now: () => new Date(),
    ring(run) {
      worker?.wake(run);
      (scheduler ?? doorbell)?.ring(run);
    },
    announce: () => void courier.deliver(),
    ...parts,
  };
  const { NOTIFY_WEBHOOK_URL: url, NOTIFY_WEBHOOK_SECRET: secret, PUBLIC_URL: publicUrl } = config;
  const target = url === undefined ? logTarget(log) : createWebhook({ url, secret });
  const courier = createCourier({ database, target, log, publicUrl, now: engine.now });
  const cleanUpAll = async () => {
    await cleanUp(engine);
    await dropOldReplies(engine, config.REPLY_DAYS);
  };
  const stopWork = async (withinMs?: number) => worker?.stop(withinMs);
  return {
    engine,
    publishing: createPublishingFolder({ root: config.PUBLISH_DIR, media: engine.media }),
    ai,
    metrics,
    leaveWork() {
      doorbell = openDoorbell(database.db, log);
    },
    isWorking: () => worker?.isRunning === true,
    async work() {
      worker = new Worker(engine, { slots: config.WORKER_SLOTS });
      worker.start();
      endSweeps = keepSwept(engine);
      scheduler = await startScheduler({
        db: database.db,
        log,
        onRing: (run) => worker?.wake(run),
        maintain: () => maintain(engine),
        besides: [
          { name: 'schedules', every: minuteMs, work: () => checkSchedules(engine) },
          { name: 'notifications', every: minuteMs, work: () => courier.deliver() },
          { name: 'clean-up', every: mondayAtThree, work: cleanUpAll },
        ],
      });
    },
    stopWork,
    async close() {
      await scheduler?.stop();
      // What is given back is rung for, and no more heard here.
      await Promise.all([stopWork(), endSweeps?.()]);
      // Nothing that a run comes to from here on is lost: it waits in the outbox.
      await Promise.all([scheduler?.rung(), doorbell?.rung(), courier.stop()]);
      await lines.close();
      await database.close();
      await embedded?.stop();
    },
  };
}

/** Connects and brings the database up to date; where that fails, nothing stays open. */
async function openUpToDate(uri: string, registry: Registry): Promise<Database> {
  const database = await openDatabase(uri);
  try {
    await migrate(database.db, migrations);
    await ensureStageIndexes(database, registry);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
