/** What a run would cost and take, before it is started: by stage, expected and within which bounds. */
import type { ObjectId } from 'mongodb';
import { Account } from '../../schema/account.ts';
import { AutomationConfig } from '../../schema/automation-config.ts';
import type { RunEstimate } from '../../schema/automation-run.ts';
import { Site } from '../../schema/site.ts';
import { withReserve } from '../credits/ledger.ts';
import { errors } from '../errors.ts';
import type { Engine } from './engine.ts';
import { countWaiting, forecastRun, type PlannedStage } from './estimate.ts';
import { type Choice, planOf } from './plan.ts';
import { measuredPaces } from './progress/measured.ts';
import { type Paces, usualPace } from './progress/pace.ts';
import { type Span, sumOf } from './progress/span.ts';
import { rateRangeOf } from './rates.ts';

/** Milli-credits, or items. */
export interface Amount {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

export interface StageEstimate {
  readonly key: string;
  /** In the run, from 1. */
  readonly number: number;
  readonly title: string;
  readonly kind: 'ai' | 'local' | 'gate';
  /** Items that wait for it already. */
  readonly waiting: number;
  /** Those, and what the stages before it will bring forth. */
  readonly items: Amount;
  readonly credits: Amount;
  readonly time: Span;
}

export interface RangedEstimate {
  readonly stages: readonly StageEstimate[];
  readonly credits: Amount;
  readonly time: Span;
  /** Milli-credits that must be available for the run to start: those expected, and the reserve. */
  readonly needed: number;
  /** Milli-credits that are available now. */
  readonly available: number;
}

/** Reads only. Throws SITE_NOT_FOUND, UNKNOWN_STAGE, STAGE_RANGE, INVALID_SETTINGS. */
export async function estimateRange(
  engine: Engine,
  siteId: ObjectId,
  choice: Choice,
): Promise<RangedEstimate> {
  const { database, registry, prices, providers } = engine;
  const site = await database.of(Site).findOne({ _id: siteId });
  if (!site) throw errors.siteNotFound({ site: siteId.toHexString() });
  const config = await database.of(AutomationConfig).findOne({ site: siteId });
  const plan = planOf(registry, config, choice);
  const [waited, rates, measured, account] = await Promise.all([
    countWaiting(database, siteId, plan),
    rateRangeOf(database, siteId),
    measuredPaces(engine, [siteId]),
    database.of(Account).findOne({ _id: site.account }),
  ]);
  const forecasts = {
    expected: forecastRun(waited, rates.expected, prices),
    cheap: forecastRun(waited, rates.cheap, prices),
    dear: forecastRun(waited, rates.dear, prices),
  };
  const paces = measured.get(siteId.toHexString()) ?? new Map();
  const { isOffline } = (await providers.of(site.account)).text;
  const stages = plan.map(({ stage, settings }, index): StageEstimate => {
    const { key, title, kind } = stage;
    const own = waited.find((planned) => planned.stage === stage);
    const items = amountOf(forecasts, (forecast) => forecast.stages[key]?.items ?? 0);
    return {
      key,
      title,
      kind,
      number: index + 1,
      waiting: own?.waiting ?? 0,
      items,
      credits: amountOf(forecasts, (forecast) => forecast.stages[key]?.credits ?? 0),
      time: timeOf({ stage, settings }, items, paces, isOffline),
    };
  });
  return {
    stages,
    credits: amountOf(forecasts, ({ credits }) => credits),
    time: sumOf(stages.map(({ time }) => time)),
    needed: withReserve(forecasts.expected.credits),
    available: account?.available ?? 0,
  };
}

type Forecasts = Readonly<Record<'expected' | 'cheap' | 'dear', RunEstimate>>;

/** Whole ones: rates may be fractions. What is cheap in one stage may be dear in another, so the ends are sorted. */
function amountOf({ expected, cheap, dear }: Forecasts, of: (forecast: RunEstimate) => number): Amount {
  const all = [of(expected), of(cheap), of(dear)].map(Math.round);
  return { expected: all[0] ?? 0, low: Math.min(...all), high: Math.max(...all) };
}

function timeOf({ stage, settings }: PlannedStage, items: Amount, paces: Paces, isOffline: boolean): Span {
  const { batchSize, parallel } = settings;
  const pace = paces.get(stage.key) ?? usualPace({ kind: stage.kind, batchSize, isOffline });
  return {
    ms: (items.expected * pace.ms) / parallel,
    lowMs: (items.low * pace.lowMs) / parallel,
    highMs: (items.high * pace.highMs) / parallel,
  };
}
