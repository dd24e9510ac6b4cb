import type { ObjectId } from 'mongodb';
import type { RunEstimate } from '../../schema/automation-run.ts';
import { priceOf } from '../credits/prices.ts';
import type { Engine } from './engine.ts';
import { ratesOf } from './rates.ts';
import type { AnyStage, StageSettings } from './stage.ts';
import { itemsOf, waitingFilter } from './waiting.ts';

/** A stage that a run is about to go through, with the settings it will have. */
export interface PlannedStage {
  readonly stage: AnyStage;
  readonly settings: StageSettings;
}

/**
 * What a run of these stages will cost: each stage's own forecast over what waits for it now and what the stages
 * before it will bring forth. `waits` is true where anything waits at all. Reads only.
 */
export async function estimateRun(
  { database, prices }: Pick<Engine, 'database' | 'prices'>,
  site: ObjectId,
  plan: readonly PlannedStage[],
  items?: readonly ObjectId[],
): Promise<RunEstimate & { waits: boolean }> {
  const rates = await ratesOf(database, site);
  const scope = { site, ...(items && { items }) };
  const worked = plan.filter(({ stage }) => stage.kind !== 'gate');
  const waiting = await Promise.all(
    worked.map(({ stage }) => itemsOf(database, stage).countDocuments(waitingFilter(stage, scope))),
  );
  const made = new Map<string, number>();
  const stages: RunEstimate['stages'] = {};
  let credits = 0;
  for (const [index, { stage, settings }] of worked.entries()) {
    const collection = itemsOf(database, stage).collectionName;
    const count = (waiting[index] ?? 0) + (made.get(collection) ?? 0);
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
  return { credits, stages, waits: waiting.some((count) => count > 0) };
}
