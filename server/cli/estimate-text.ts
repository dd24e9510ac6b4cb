/** What a run would cost, as a table for a person and as a document for a program. */
import type { AskedModels } from '../ai/foreseen-cost.ts';
import { pricesOf } from '../ai/usd-prices.ts';
import { type Amount } from '../engine/amount.ts';
import type { RangedEstimate } from '../engine/estimate-range.ts';
import { countOf, durationText } from '../engine/run-log/words.ts';
import { creditFigure, creditsFigure } from './figures.ts';
import { textTable } from './text-table.ts';

export interface ShownEstimate extends RangedEstimate {
  readonly site: string;
  readonly file: string | null;
  /** Keywords of the file that are new to the site. */
  readonly moreKeywords: number;
  readonly models: AskedModels;
}

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });
const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

const counted = (value: number) => plain.format(value);
const credits = (milli: number) => plain.format(milli / 1000);
const dollars = (usd: number) => (usd > 0 && usd < 0.01 ? '<$0.01' : `$${usd.toFixed(2)}`);

export function estimateLines(estimate: ShownEstimate): string[] {
  const { stages, ai, credits: charged } = estimate;
  const rows = stages
    .filter(({ kind }) => kind !== 'gate')
    .map(({ number, title, items, ai: own, credits: cost }) => [
      `${number} ${title}`,
      ranged(items, counted),
      ...(own === null ? ['?', '?', '?', '?'] : aiCells(own)),
      ranged(cost, credits),
    ]);
  const table = textTable(
    [
      ['Stage', 'Items', 'Calls', 'Tokens in', 'Tokens out', 'USD', 'Credits'],
      ...rows,
      ['Total', '', ...aiCells(ai), ranged(charged, credits)],
    ],
    [1, 2, 3, 4, 5, 6],
  );
  return [whatIsMeant(estimate), '', ...table, '', ...notes(estimate)];
}

function aiCells({ calls, tokensIn, tokensOut, usd }: RangedEstimate['ai']): string[] {
  return [
    ranged(calls, counted),
    ranged(tokensIn, compact.format),
    ranged(tokensOut, compact.format),
    usd === null ? '?' : ranged(usd, dollars),
  ];
}

/** `56 (40–70)`, or one figure where there is no doubt. */
function ranged({ expected, low, high }: Amount, shown: (value: number) => string): string {
  const range = low === high ? '' : ` (${shown(low)}–${shown(high)})`;
  return `${shown(expected)}${range}`;
}

function whatIsMeant({ site, file, moreKeywords }: ShownEstimate): string {
  const added =
    file === null ? '' : `, with ${countOf(moreKeywords, 'new keyword', 'new keywords')} from ${file}`;
  return `What a run would cost over everything waiting on the site "${site}"${added}. Nothing is started or spent.`;
}

function notes(estimate: ShownEstimate): string[] {
  const { ai, models, needed, available, time, usdPerRun } = estimate;
  const isCapped = usdPerRun !== null && ai.usd !== null && ai.usd.high > usdPerRun;
  return [
    'In parentheses: if everything turns out small, and if everything turns out large.',
    ...pricedBy(models, ai.usd),
    `To start, it needs ${creditsFigure(needed)}, including a reserve; ${creditFigure(available)} available.`,
    `It would take about ${durationText(time.ms)} (${durationText(time.lowMs)} to ${durationText(time.highMs)}).`,
    ...(isCapped
      ? [`A run of this site stops before it costs more than ${dollars(usdPerRun)} (usdPerRun).`]
      : []),
  ];
}

function pricedBy({ text, image }: AskedModels, usd: Amount | null): string[] {
  const isOffline = [text, image].map(({ provider }) => provider === 'offline');
  if (isOffline.every(Boolean)) {
    return [
      'No AI key is set: the run would make samples and cost nothing. Calls and tokens are what a model would need.',
      'To see the cost, add --text-model openai:gpt-6-sol --image-model openai:gpt-image-2, or other models.',
    ];
  }
  const named = [text, image].map(({ provider, model }) =>
    provider === 'offline' ? 'no model (samples, which cost nothing)' : `${model} of ${provider}`,
  );
  const priced =
    usd === null ? 'the price of one of the models is not known: ?' : `at the prices of ${pricesOf}`;
  return [`Text by ${named[0]}, images by ${named[1]}; ${priced}.`];
}

/** Credits are credits, times milliseconds. */
export function estimateDocument(estimate: ShownEstimate): string {
  const {
    stages,
    ai,
    credits: charged,
    time,
    needed,
    available,
    usdPerRun,
    site,
    file,
    moreKeywords,
    models,
  } = estimate;
  return JSON.stringify(
    {
      site,
      file,
      newKeywords: moreKeywords,
      models,
      pricesOf,
      stages: stages.map(({ credits: cost, ...stage }) => ({ ...stage, credits: inCredits(cost) })),
      ...ai,
      credits: inCredits(charged),
      time,
      creditsNeeded: needed / 1000,
      creditsAvailable: available / 1000,
      usdPerRun,
    },
    null,
    2,
  );
}

function inCredits({ expected, low, high }: Amount): Amount {
  return { expected: expected / 1000, low: low / 1000, high: high / 1000 };
}
