/** What the AI calls of a run's stages would come to, by stage and in all. */
import type { Site } from '../../schema/site.ts';
import {
  type AskedModels,
  type Course,
  courses,
  type ForeseenNeed,
  foreseenNeed,
  noNeed,
  sumOf,
} from '../ai/foreseen-cost.ts';
import { type Amount, amountOf, wholeAmount } from './amount.ts';
import type { PlannedStage } from './estimate.ts';
import type { RateRange } from './rates.ts';
import type { Rates } from './stage.ts';

/** Calls, tokens and US dollars. */
export interface AiEstimate {
  readonly calls: Amount;
  readonly tokensIn: Amount;
  readonly tokensOut: Amount;
  /** Null where the price of a model that would be asked is not known. */
  readonly usd: Amount | null;
}

/** The same calls, turning out as expected, small or large. */
export interface AiNeeds {
  readonly expected: ForeseenNeed;
  readonly low: ForeseenNeed;
  readonly high: ForeseenNeed;
}

/** What a stage's calls need, or null where it does not tell what it will ask. */
export function needsOf(
  { stage, settings }: PlannedStage,
  items: Amount,
  { site, rates, models }: { site: Site; rates: RateRange; models: AskedModels },
): AiNeeds | null {
  if (stage.kind === 'ai' && stage.calls === undefined) return null;
  const need = (count: number, its: Rates, course: Course): ForeseenNeed =>
    count === 0 || stage.calls === undefined
      ? noNeed
      : foreseenNeed(stage.calls(count, { site, settings, rates: its }), models, course);
  return {
    expected: need(items.expected, rates.expected, courses.expected),
    low: need(items.low, rates.cheap, courses.low),
    high: need(items.high, rates.dear, courses.high),
  };
}

/** Of all stages that tell. */
export function allNeeds(needs: readonly (AiNeeds | null)[]): AiNeeds {
  const told = needs.filter((one) => one !== null);
  const sum = (by: keyof AiNeeds) => sumOf(told.map((one) => one[by]));
  return { expected: sum('expected'), low: sum('low'), high: sum('high') };
}

export function aiEstimateOf({ expected, low, high }: AiNeeds): AiEstimate {
  const figure = (name: 'calls' | 'tokensIn' | 'tokensOut') =>
    wholeAmount(amountOf(expected[name], low[name], high[name]));
  const isKnown = expected.usd !== null && low.usd !== null && high.usd !== null;
  return {
    calls: figure('calls'),
    tokensIn: figure('tokensIn'),
    tokensOut: figure('tokensOut'),
    usd: isKnown ? amountOf(expected.usd, low.usd, high.usd) : null,
  };
}
