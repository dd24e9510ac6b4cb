/** What a run would cost and take, before it is started: by stage, expected and within which bounds. */
import type { ObjectId } from 'mongodb';
import { Account } from '../../schema/account.ts';
import { AutomationConfig, usdPerRunOf } from '../../schema/automation-config.ts';
import type { RunEstimate } from '../../schema/automation-run.ts';
import { Keyword } from '../../schema/keyword.ts';
import { Site } from '../../schema/site.ts';
import type { AskedModels } from '../ai/foreseen-cost.ts';
import type { Providers } from '../ai/provider.ts';
import { withReserve } from '../credits/ledger.ts';
import { errors } from '../errors.ts';
import { type Amount, amountOf, wholeAmount } from './amount.ts';
import type { Engine } from './engine.ts';
import { countWaiting, forecastRun, type PlannedStage } from './estimate.ts';
import { type AiEstimate, type AiNeeds, aiEstimateOf, allNeeds, needsOf } from './estimate-ai.ts';
import { type Choice, chosenOf, planOf } from './plan.ts';
import { measuredPaces } from './progress/measured.ts';
import { type Paces, usualPace } from './progress/pace.ts';
import { type Span, sumOf } from './progress/span.ts';
import { rateRangeOf } from './rates.ts';

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
  /** Milli-credits. */
  readonly credits: Amount;
  readonly time: Span;
  /** Its calls of AI; null where it is a stage of others that does not tell what it will ask. */
  readonly ai: AiEstimate | null;
}

export interface RangedEstimate {
  readonly stages: readonly StageEstimate[];
  /** Milli-credits. */
  readonly credits: Amount;
  readonly time: Span;
  /** All calls of AI, as far as stages tell of them. */
  readonly ai: AiEstimate;
  /** Milli-credits that must be available for the run to start: those expected, and the reserve. */
  readonly needed: number;
  /** Milli-credits that are available now. */
  readonly available: number;
  /** US dollars at which a run of the site stops; null: at none. */
  readonly usdPerRun: number | null;
}

export interface EstimateOptions {
  /** Keywords besides those that wait: of a list that is not imported yet. Default: 0. */
  readonly moreKeywords?: number;
  /** Whose prices count, and whose pace. Default: whom the account's calls would be made to. */
  readonly models?: AskedModels;
}

/** As `estimateFor`, of a site by its id. Throws also SITE_NOT_FOUND. */
export async function estimateRange(
  engine: Engine,
  siteId: ObjectId,
  choice: Choice,
): Promise<RangedEstimate> {
  const site = await engine.database.of(Site).findOne({ _id: siteId });
  if (!site) throw errors.siteNotFound({ site: siteId.toHexString() });
  return estimateFor(engine, site, choice);
}

/**
 * Reads only; nothing is asked, started or held. The site may be one that is not stored: nothing waits on it. Throws
 * UNKNOWN_STAGE, STAGE_RANGE, INVALID_SETTINGS.
 */
export async function estimateFor(
  engine: Engine,
  site: Site,
  choice: Choice,
  { moreKeywords = 0, models: named }: EstimateOptions = {},
): Promise<RangedEstimate> {
  const { database, registry, prices, providers } = engine;
  const config = await database.of(AutomationConfig).findOne({ site: site._id });
  const plan = planOf(registry, config, choice);
  const [waited, rates, measured, account, asked] = await Promise.all([
    countWaiting(database, { site: site._id, ...chosenOf(choice) }, plan),
    rateRangeOf(database, site._id),
    measuredPaces(engine, [site._id]),
    database.of(Account).findOne({ _id: site.account }),
    providers.of(site.account),
  ]);
  const models = named ?? modelsOf(asked);
  const more = { [database.of(Keyword).collectionName]: moreKeywords };
  const forecasts = {
    expected: forecastRun(waited, rates.expected, prices, more),
    cheap: forecastRun(waited, rates.cheap, prices, more),
    dear: forecastRun(waited, rates.dear, prices, more),
  };
  const paces = measured.get(site._id.toHexString()) ?? new Map();
  const isOffline = models.text.provider === asked.text.name && asked.text.isOffline;
  const needs: (AiNeeds | null)[] = [];
  const stages = plan.map((planned): StageEstimate => {
    const { key, title, kind } = planned.stage;
    const items = spread(forecasts, (forecast) => forecast.stages[key]?.items ?? 0);
    const need = needsOf(planned, items, { site, rates, models });
    needs.push(need);
    return {
      key,
      title,
      kind,
      number: registry.sequence.indexOf(planned.stage) + 1,
      waiting: waited.find(({ stage }) => stage === planned.stage)?.waiting ?? 0,
      items,
      credits: spread(forecasts, (forecast) => forecast.stages[key]?.credits ?? 0),
      time: timeOf(planned, items, paces, isOffline),
      ai: need && aiEstimateOf(need),
    };
  });
  return {
    stages,
    credits: spread(forecasts, ({ credits }) => credits),
    time: sumOf(stages.map(({ time }) => time)),
    ai: aiEstimateOf(allNeeds(needs)),
    needed: withReserve(forecasts.expected.credits),
    available: account?.available ?? 0,
    usdPerRun: usdPerRunOf(config),
  };
}

export function modelsOf({ text, image }: Providers): AskedModels {
  return {
    text: { provider: text.name, model: text.model },
    image: { provider: image.name, model: image.model },
  };
}

type Forecasts = Readonly<Record<'expected' | 'cheap' | 'dear', RunEstimate>>;

function spread({ expected, cheap, dear }: Forecasts, of: (forecast: RunEstimate) => number): Amount {
  return wholeAmount(amountOf(of(expected), of(cheap), of(dear)));
}

function timeOf({ stage, settings }: PlannedStage, items: Amount, paces: Paces, isOffline: boolean): Span {
  const { batchSize, parallel } = settings;
  const pace =
    paces.get(stage.key) ?? usualPace({ kind: stage.kind, usualMs: stage.usualMs, batchSize, isOffline });
  return {
    ms: (items.expected * pace.ms) / parallel,
    lowMs: (items.low * pace.lowMs) / parallel,
    highMs: (items.high * pace.highMs) / parallel,
  };
}
