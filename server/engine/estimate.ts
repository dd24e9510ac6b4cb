import type { RunEstimate } from '../../schema/automation-run.ts';
import type { PriceTable } from '../../schema/prices.ts';
import { priceOf } from '../credits/prices.ts';
import type { Database } from '../db/database.ts';
import type { Engine } from './engine.ts';
import { ratesOf } from './rates.ts';
import type { AnyStage, Rates, StageSettings } from './stage.ts';
import { itemsOf, type WaitingScope, waitingFilter } from './waiting.ts';

/** A stage that a run is about to go through, with the settings it will have. */
export interface PlannedStage {
  readonly stage: AnyStage;
  readonly settings: StageSettings;
}

/** A planned stage, with how many items wait for it already. */
export interface WaitedStage extends PlannedStage {
  readonly waiting: number;
  /** Name of its items' collection: by it a stage says what it brings forth. */
  readonly collection: string;
}

/**
 * What a run of these stages will cost: each stage's own forecast over what waits for it now and what the stages
 * before it will bring forth. `again` are failed items that will wait as well, by the keys of their stages. `waits` is
 * true where anything waits at all. Reads only.
 */
export async function estimateRun(
  { database, prices }: Pick<Engine, 'database' | 'prices'>,
  scope: WaitingScope,
  plan: readonly PlannedStage[],
  again: Readonly<Record<string, number>> = {},
): Promise<RunEstimate & { waits: boolean }> {
  const rates = await ratesOf(database, scope.site);
  const waited = (await countWaiting(database, scope, plan)).map((planned) => ({
    ...planned,
    waiting: planned.waiting + (again[planned.stage.key] ?? 0),
  }));
  return { ...forecastRun(waited, rates, prices), waits: waited.some(({ waiting }) => waiting > 0) };
}

/** How many items wait for each of the stages, within the scope. Gates are left out. */
export function countWaiting(
  database: Database,
  scope: WaitingScope,
  plan: readonly PlannedStage[],
): Promise<WaitedStage[]> {
  const worked = plan.filter(({ stage }) => stage.kind !== 'gate');
  const counts = worked.map(async (planned) => {
    const collection = itemsOf(database, planned.stage);
    const waiting = await collection.countDocuments(waitingFilter(planned.stage, scope));
    return { ...planned, waiting, collection: collection.collectionName };
  });
  return Promise.all(counts);
}

/** The forecasts of the stages, one upon the other; `more` are items that do not wait yet, by their collection. */
export function forecastRun(
  waited: readonly WaitedStage[],
  rates: Rates,
  prices: PriceTable,
  more: Readonly<Record<string, number>> = {},
): RunEstimate {
  const made = new Map(Object.entries(more));
  const stages: RunEstimate['stages'] = {};
  let credits = 0;
  for (const { stage, settings, waiting, collection } of waited) {
    const count = waiting + (made.get(collection) ?? 0);
    const isOff = count === 0 || stage.when?.(settings) === false;
    if (isOff) {
      stages[stage.key] = { items: 0, credits: 0 };
      continue;
    }
    const { usage, produces } = stage.forecast(count, settings, rates);
    const cost = priceOf(usage, prices);
    stages[stage.key] = { items: count, credits: cost };
    credits += cost;
    for (const [name, more] of Object.entries(produces)) made.set(name, (made.get(name) ?? 0) + more);
  }
  return { credits, stages };
}
