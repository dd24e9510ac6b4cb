import type { ObjectId } from 'mongodb';
import { beforeEach } from 'vitest';
import { Account } from '../../schema/account.ts';
import { Activity, type ActivityEvent } from '../../schema/activity.ts';
import { AutomationConfig } from '../../schema/automation-config.ts';
import type { AutomationRun } from '../../schema/automation-run.ts';
import { RunTrigger } from '../../schema/automation-run.ts';
import { CreditEntry, EntryKind } from '../../schema/credit-entry.ts';
import type { Keyword } from '../../schema/keyword.ts';
import type { Site } from '../../schema/site.ts';
import type { Engine } from '../../server/engine/engine.ts';
import type { Choice } from '../../server/engine/plan.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { type EngineParts, openTestApp, type TestApp } from './app.ts';
import { makeKeywords, makeSite, numbered } from './factory.ts';
import { type ScriptedAi, scriptAi } from './scripted-ai.ts';
import { makeToys, type Toys } from './toy-stages.ts';

/** The product with the toy pipeline and a scripted AI; both are reset before each test. */
export interface ToyApp extends TestApp {
  readonly toys: Toys;
  readonly ai: ScriptedAi;
  /** A site with these keywords (or so many) of a new account. */
  site(phrases: number | readonly string[], options?: SiteOptions): Promise<Scene>;
  /** Starts a worker, waits as `settled` does, and stops it: nobody works on anything afterwards. */
  worked(run: Pick<AutomationRun, '_id'>, until?: (run: AutomationRun) => boolean): Promise<AutomationRun>;
}

export interface SiteOptions {
  /** Instead of a new one. */
  readonly account?: ObjectId;
  /** Whole credits; 1,500 unless told. */
  readonly credits?: number;
  /** Settings by stage key. */
  readonly stages?: Record<string, Record<string, unknown>>;
  readonly maxFailedItems?: number;
}

/** A site under test, and short ways to ask about it. */
export interface Scene {
  readonly site: Site;
  readonly keywords: readonly Keyword[];
  start(options?: Choice & { trigger?: RunTrigger; request?: ObjectId }): Promise<AutomationRun>;
  account(): Promise<Pick<Account, 'available' | 'held' | 'holds'>>;
  /** How many documents of the kind the site has. */
  count(kind: new () => { site: unknown }, filter?: object): Promise<number>;
  /** What its batches were charged, in milli-credits. */
  charges(): Promise<number[]>;
}

export async function openToyApp(parts: EngineParts = {}): Promise<ToyApp> {
  const toys = makeToys();
  const ai = scriptAi();
  const app = await openTestApp({ stages: toys.stages, parts: { providers: ai.providers, ...parts } });
  beforeEach(() => {
    toys.reset();
    ai.reset();
  });
  return {
    ...app,
    toys,
    ai,
    site: (phrases, options) => makeScene(app, phrases, options),
    async worked({ _id }, until) {
      const worker = app.startWorker();
      try {
        return await app.settled(_id, until);
      } finally {
        await worker.stop();
      }
    },
  };
}

async function makeScene(
  { engine }: TestApp,
  phrases: number | readonly string[],
  { account, credits, stages = {}, maxFailedItems }: SiteOptions = {},
): Promise<Scene> {
  const { database } = engine;
  const site = await makeSite(database, {
    ...(account && { account }),
    ...(credits !== undefined && { credits }),
  });
  const config = Object.assign(new AutomationConfig(), { account: site.account, site: site._id, stages });
  await database
    .of(AutomationConfig)
    .insertOne(Object.assign(config, maxFailedItems !== undefined && { maxFailedItems }));
  const texts = typeof phrases === 'number' ? numbered(phrases) : phrases;
  return {
    site,
    keywords: await makeKeywords(database, site, texts),
    start: (options) => startRun(engine, { site: site._id, trigger: RunTrigger.Manual, ...options }),
    async account() {
      const {
        available = 0,
        held = 0,
        holds = [],
      } = (await database.of(Account).findOne({ _id: site.account })) ?? {};
      return { available, held, holds };
    },
    count: (kind, filter = {}) => database.of(kind).countDocuments({ site: site._id, ...filter }),
    async charges() {
      const entries = database.of(CreditEntry).find({ site: site._id, kind: EntryKind.Charge });
      return (await entries.sort({ _id: 1 }).toArray()).map(({ amount }) => -amount || 0);
    },
  };
}

/** The run's rows, in order. */
export function rowsOf({ database }: Engine, run: Pick<AutomationRun, '_id'>): Promise<Activity[]> {
  return database
    .of(Activity)
    .find({ run: run._id }, { sort: { seq: 1 } })
    .toArray();
}

/** The run's events of one type, in order. */
export async function eventsOf<Type extends ActivityEvent['type']>(
  engine: Engine,
  run: Pick<AutomationRun, '_id'>,
  type: Type,
): Promise<Extract<ActivityEvent, { type: Type }>[]> {
  const isOfType = (event: ActivityEvent): event is Extract<ActivityEvent, { type: Type }> =>
    event.type === type;
  return (await rowsOf(engine, run)).map(({ event }) => event).filter(isOfType);
}
