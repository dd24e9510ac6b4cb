/** The composition root: the only file that knows everything. It builds the parts and passes them along. */
import { join } from 'node:path';
import { stages } from '../plugins/index.ts';
import { createCappedFetch } from './ai/capped-fetch.ts';
import { createHidingFetch } from './ai/hiding-fetch.ts';
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
import { defaultTiming, type Engine } from './engine/engine.ts';
import { Lines } from './engine/lines.ts';
import { noObserver } from './engine/observer.ts';
import { createRegistry, type Registry } from './engine/registry.ts';
import type { Doorbell } from './engine/scheduler.ts';
import { ensureStageIndexes } from './engine/stage-indexes.ts';
import { loadStages } from './load-stages.ts';
import { createLog, type Log } from './log.ts';
import { adoptFolder } from './media/adopt-folder.ts';
import type { MediaStore } from './media/media-store.ts';
import { openMedia } from './media/open-media.ts';
import type { Metrics } from './metrics.ts';
import { createCourier } from './notifications/courier.ts';
import { logTarget } from './notifications/target.ts';
import { createWebhook } from './notifications/webhook.ts';
import { createPublishingFolder } from './publishing/folder.ts';
import type { PublishingTarget } from './publishing/target.ts';
import type { Working } from './working.ts';

export interface App {
  readonly engine: Engine;
  /** Where articles are published that a person has reviewed. No stage comes near it. */
  readonly publishing: PublishingTarget;
  /** The AI settings of accounts. */
  readonly ai: AiDesk;
  /** What the engine has counted, and whoever else counts; absent where nobody asked for it to be. */
  readonly metrics?: Metrics;
  /** Starts to work on runs, and the clock. */
  work(): Promise<void>;
  /** Leaves runs to other processes, and rings for them. */
  leaveWork(): Promise<void>;
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
  /** Whether what is done is counted, for /metrics. Default: false. */
  readonly counts?: boolean;
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
    fetch: createHidingFetch(createCappedFetch(fetch), environmentKeys(config)),
  });
  const registry = createRegistry([...stages, ...(await loadStages(config.STAGE_PLUGINS, process.cwd()))]);
  const embedded = config.MONGODB_URI
    ? null
    : await openEmbedded({ dataDir: join(config.DATA_DIR, 'mongodb'), say });
  const uri = config.MONGODB_URI ?? embedded?.uri ?? '';
  const { database, media } = await openStores({ uri, registry, config, say }).catch(
    async (error: unknown) => {
      await embedded?.stop();
      throw error;
    },
  );
  const metrics = options.counts ? await openMetrics(database) : undefined;
  let working: Working | undefined;
  let doorbell: Doorbell | undefined;
  const ai = createAiDesk(database, config, { lines, environment });
  const engine: Engine = {
    database,
    registry,
    providers: accountProviders(ai),
    media,
    prices,
    retry: providerRetries,
    timing: defaultTiming,
    logFolder: config.LOG_DIR,
    log,
    settlements: new Lines(),
    observe: metrics?.observer ?? noObserver,
    now: () => new Date(),
    ring(run) {
      (working ?? doorbell)?.ring(run);
    },
    announce: () => void courier.deliver(),
    ...parts,
  };
  const { NOTIFY_WEBHOOK_URL: url, NOTIFY_WEBHOOK_SECRET: secret, PUBLIC_URL: publicUrl } = config;
  const target = url === undefined ? logTarget(log) : createWebhook({ url, secret });
  const courier = createCourier({ database, target, log, publicUrl, now: engine.now });
  return {
    engine,
    publishing: createPublishingFolder({ root: config.PUBLISH_DIR, media: engine.media, log }),
    ai,
    ...(metrics && { metrics }),
    async leaveWork() {
      const { openDoorbell } = await import('./engine/scheduler.ts');
      doorbell = openDoorbell(database.db, log);
    },
    isWorking: () => working?.isRunning === true,
    async work() {
      const { startWorking } = await import('./working.ts');
      working = startWorking(engine, { config, courier });
      await working.startClock();
    },
    stopWork: async (withinMs) => working?.stopWork(withinMs),
    async close() {
      await working?.stop();
      // Nothing that a run comes to from here on is lost: it waits in the outbox.
      await Promise.all([doorbell?.rung(), courier.stop()]);
      await lines.close();
      await database.close();
      await embedded?.stop();
    },
  };
}

async function openMetrics(database: Database): Promise<Metrics> {
  const { createMetrics } = await import('./metrics.ts');
  return createMetrics({ database, withProcess: true });
}

interface Stores {
  readonly database: Database;
  readonly media: MediaStore;
}

/** Connects and brings the stores up to date; where that fails, nothing stays open. */
async function openStores({
  uri,
  registry,
  config,
  say,
}: Pick<AppOptions, 'config' | 'say'> & { uri: string; registry: Registry }): Promise<Stores> {
  const database = await openDatabase(uri);
  try {
    await migrate(database.db, migrations);
    await ensureStageIndexes(database, registry);
    const media = await openMedia(config, database);
    await adoptFolder(join(config.DATA_DIR, 'media'), media, say);
    return { database, media };
  } catch (error) {
    await database.close();
    throw error;
  }
}
