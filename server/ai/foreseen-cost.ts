/** What calls would need and cost that have not been made yet, by the size of what will be asked and answered. */
import type { ForeseenCalls } from '../engine/stage.ts';
import { wireSchemaOf } from './providers/wire-schema.ts';
import { tokensOf } from './tokens.ts';
import { isPriced, usdOf, usualPictureTokens } from './usd-prices.ts';

/** Who would be asked. */
export interface AskedModels {
  readonly text: Model;
  readonly image: Model;
}

interface Model {
  readonly provider: string;
  readonly model: string;
}

export interface ForeseenNeed {
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Null where the price of a model that would be asked is not known. */
  readonly usd: number | null;
}

/** How calls may turn out, as shares of what they are by their size alone. */
export interface Course {
  /** Of calls that are made once more, their answer sent back to be mended. */
  readonly repaired: number;
  /** Of tokens sent: how much a model makes of the same text. */
  readonly sent: number;
  /** Of tokens answered: those, and what models think before they answer, which is paid for like the answer. */
  readonly answered: number;
}

/** By what providers' own counts differ, and how often answers have to be mended. */
export const courses = {
  low: { repaired: 0, sent: 0.8, answered: 0.8 },
  expected: { repaired: 0.05, sent: 1, answered: 1.2 },
  high: { repaired: 0.25, sent: 1.25, answered: 2.5 },
} satisfies Record<string, Course>;

export function foreseenNeed(
  foreseen: readonly ForeseenCalls[],
  { text, image }: AskedModels,
  course: Course,
): ForeseenNeed {
  const needs = foreseen.map((calls): ForeseenNeed => {
    if (calls.kind === 'image') return pictures(calls, image, course);
    const question = tokensOf(`${calls.prompt.system}${calls.prompt.user}${schemaOf(calls)}`) * course.sent;
    const answer = tokensOf(JSON.stringify(calls.reply)) * course.answered;
    // What is mended is asked for once more, with the answer that was of no use.
    const again = course.repaired * calls.count;
    const tokensIn = calls.count * question + again * (question + answer);
    const tokensOut = (calls.count + again) * answer;
    return { calls: calls.count + again, tokensIn, tokensOut, usd: usdFor(text, { tokensIn, tokensOut }) };
  });
  return sumOf(needs);
}

function schemaOf({ schema }: Extract<ForeseenCalls, { kind: 'text' }>): string {
  return JSON.stringify(wireSchemaOf(schema).schema);
}

function pictures(
  { count, prompt }: Extract<ForeseenCalls, { kind: 'image' }>,
  image: Model,
  course: Course,
): ForeseenNeed {
  const calls = count * (1 + course.repaired);
  const tokensIn = calls * tokensOf(prompt.text) * course.sent;
  const tokensOut = calls * usualPictureTokens;
  return { calls, tokensIn, tokensOut, usd: usdFor(image, { tokensIn, tokensOut, pictures: calls }) };
}

function usdFor(
  { provider, model }: Model,
  usage: { tokensIn: number; tokensOut: number; pictures?: number },
): number | null {
  if (provider === 'offline') return 0;
  if (!isPriced(provider, model)) return null;
  return usdOf(provider, model, { tokensCached: 0, pictures: 0, ...usage }).costUsd;
}

export const noNeed: ForeseenNeed = { calls: 0, tokensIn: 0, tokensOut: 0, usd: 0 };

export function sumOf(needs: readonly ForeseenNeed[]): ForeseenNeed {
  const of = (figure: 'calls' | 'tokensIn' | 'tokensOut') =>
    needs.reduce((sum, need) => sum + need[figure], 0);
  const usd = needs.reduce<number | null>(
    (sum, need) => (sum === null || need.usd === null ? null : sum + need.usd),
    0,
  );
  return { calls: of('calls'), tokensIn: of('tokensIn'), tokensOut: of('tokensOut'), usd };
}
