/**
 * What providers ask for, in US dollars: the only table of it. Read on the day below from, or from what quotes, the
 * lists at developers.openai.com/api/docs/pricing, platform.claude.com/docs/en/about-claude/pricing and
 * ai.google.dev/gemini-api/docs/pricing: standard prices, for prompts below the length from which some ask more. Where
 * a price is a lower one for some months, what it is to be afterwards stands here: a cap must not fail by a date. Those
 * of gpt-image-1.5 and of Google's gemini-3-pro models, which the lists have no more, are the last that were asked.
 */

/** When they were read. */
export const pricesOf = '2026-11-26';

/** Per million tokens. `cached`: of those sent, the ones kept from before. */
interface TokenPrice {
  readonly in: number;
  readonly cached: number;
  readonly out: number;
  /** For each picture, where pictures are not counted in tokens. */
  readonly picture?: number;
}

const price = (input: number, cached: number, out: number): TokenPrice => ({ in: input, cached, out });
const perPicture = (picture: number): TokenPrice => ({ in: 0, cached: 0, out: 0, picture });

/** By provider and model, without the date that a model's name may end in. */
const table: Readonly<Record<string, TokenPrice>> = {
  'openai:gpt-4.1': price(2, 0.5, 8),
  'openai:gpt-4.1-mini': price(0.4, 0.1, 1.6),
  'openai:gpt-4.1-nano': price(0.1, 0.025, 0.4),
  'openai:gpt-4o': price(2.5, 1.25, 10),
  'openai:gpt-4o-mini': price(0.15, 0.075, 0.6),
  'openai:gpt-5': price(1.25, 0.125, 10),
  'openai:gpt-5-mini': price(0.25, 0.025, 2),
  'openai:gpt-5-nano': price(0.05, 0.005, 0.4),
  'openai:gpt-5.1': price(1.25, 0.125, 10),
  'openai:gpt-5.2': price(1.75, 0.175, 14),
  'openai:gpt-5.4': price(2.5, 0.25, 15),
  'openai:gpt-5.4-mini': price(0.75, 0.075, 4.5),
  'openai:gpt-5.4-nano': price(0.2, 0.02, 1.25),
  'openai:gpt-5.5': price(5, 0.5, 30),
  'openai:gpt-5.6': price(5, 0.5, 30),
  'openai:gpt-5.6-luna': price(0.2, 0.02, 1.2),
  'openai:gpt-5.6-sol': price(5, 0.5, 30),
  'openai:gpt-5.6-terra': price(2, 0.2, 12),
  'openai:gpt-6-astra': price(10, 1, 50),
  'openai:gpt-6-luna': price(0.1, 0.01, 0.5),
  'openai:gpt-6-sol': price(2, 0.2, 10),
  'openai:gpt-6.1-sol': price(2, 0.1, 10),
  'openai:gpt-6.1-terra': price(1, 0.05, 5),
  'openai:gpt-image-1': price(5, 1.25, 40),
  'openai:gpt-image-1-mini': price(2, 0.2, 8),
  'openai:gpt-image-1.5': price(5, 1.25, 32),
  'openai:gpt-image-2': price(5, 1.25, 30),
  'openai:gpt-image-2.5-flare': price(5, 1.25, 30),
  'openai:gpt-image-2.5-sunburst': price(5, 1.25, 30),
  'openai:gpt-image-2.6-flare': price(5, 1.25, 30),
  'openai:gpt-image-2.6-sunburst': price(5, 1.25, 30),
  'openai:text-embedding-3-small': price(0.02, 0.02, 0),
  'anthropic:claude-fable-5': price(10, 1, 50),
  'anthropic:claude-fable-5-1': price(10, 0.25, 50),
  'anthropic:claude-haiku-4-5': price(1, 0.1, 5),
  'anthropic:claude-haiku-5-5': price(0.1, 0.01, 0.5),
  'anthropic:claude-opus-4': price(15, 1.5, 75),
  'anthropic:claude-opus-4-0': price(15, 1.5, 75),
  'anthropic:claude-opus-4-1': price(15, 1.5, 75),
  'anthropic:claude-opus-4-5': price(5, 0.5, 25),
  'anthropic:claude-opus-4-6': price(5, 0.5, 25),
  'anthropic:claude-opus-4-7': price(5, 0.5, 25),
  'anthropic:claude-opus-4-8': price(5, 0.5, 25),
  'anthropic:claude-opus-5': price(5, 0.5, 25),
  'anthropic:claude-opus-5-5': price(4, 0.2, 20),
  'anthropic:claude-sonnet-4': price(3, 0.3, 15),
  'anthropic:claude-sonnet-4-0': price(3, 0.3, 15),
  'anthropic:claude-sonnet-4-5': price(3, 0.3, 15),
  'anthropic:claude-sonnet-4-6': price(3, 0.3, 15),
  'anthropic:claude-sonnet-5': price(2, 0.2, 10),
  'anthropic:claude-sonnet-5-5': price(2, 0.1, 10),
  'google:gemini-2.5-flash': price(0.3, 0.03, 2.5),
  'google:gemini-2.5-flash-lite': price(0.1, 0.01, 0.4),
  'google:gemini-2.5-pro': price(1.25, 0.125, 10),
  'google:gemini-3-flash-preview': price(0.5, 0.05, 3),
  'google:gemini-3-pro-preview': price(2, 0.2, 12),
  'google:gemini-3.1-pro-preview': price(2, 0.2, 12),
  'google:gemini-3.1-flash-lite-preview': price(0.25, 0.025, 1.5),
  'google:gemini-3.5-flash': price(1.5, 0.15, 9),
  'google:gemini-3.5-flash-lite': price(0.3, 0.03, 2.5),
  'google:gemini-3.6-flash': price(1.5, 0.15, 7.5),
  'google:gemini-3.7-flash': price(1.5, 0.15, 7.5),
  'google:gemini-3.8-flash': price(1.5, 0.15, 7.5),
  'google:gemini-4-argon': price(4, 0.2, 20),
  'google:gemini-4-carbon': price(4, 0.2, 20),
  'google:gemini-4-hydrogen': price(1.5, 0.075, 7.5),
  'google:gemini-embedding-001': price(0.15, 0.15, 0),
  'google:gemini-2.5-flash-image': perPicture(0.039),
  'google:gemini-3-pro-image-preview': perPicture(0.134),
  'google:gemini-3.1-flash-image-preview': perPicture(0.067),
};

/** Tokens that a picture is made of, of models that are paid by token: 1536 × 1024, of middling quality. */
export const usualPictureTokens = 1_568;

export interface PricedUsage {
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Of `tokensIn`. */
  readonly tokensCached: number;
  readonly pictures: number;
}

/** What a call costs; 0 and `isPriced: false` where the table does not have the model. */
export function usdOf(
  provider: string,
  model: string,
  usage: PricedUsage,
): { costUsd: number; isPriced: boolean } {
  const found = priceOf(provider, model);
  if (found === undefined) return { costUsd: 0, isPriced: false };
  const { tokensIn, tokensCached, pictures } = usage;
  // Gateways tend to forget what a picture needed: it was not free for that.
  const tokensOut = usage.tokensOut || pictures * usualPictureTokens;
  const perMillion =
    (tokensIn - tokensCached) * found.in + tokensCached * found.cached + tokensOut * found.out;
  return { costUsd: perMillion / 1e6 + pictures * (found.picture ?? 0), isPriced: true };
}

/** About what a call will need. */
export interface CallSize {
  readonly tokensIn: number;
  readonly tokensOut?: number;
  readonly pictures?: number;
}

/** What a call of that size would cost at whoever is asked; 0 where the table does not have the model. */
export function foreseenUsd(
  { name, model }: { readonly name: string; readonly model: string },
  { tokensIn, tokensOut = 0, pictures = 0 }: CallSize,
): number {
  return usdOf(name, model, { tokensIn, tokensOut, tokensCached: 0, pictures }).costUsd;
}

/** Whether the table has the model. */
export function isPriced(provider: string, model: string): boolean {
  return priceOf(provider, model) !== undefined;
}

function priceOf(provider: string, model: string): TokenPrice | undefined {
  return table[`${provider}:${model}`] ?? table[`${provider}:${undated(model)}`];
}

/** `gpt-5-mini-2025-08-07`, `claude-haiku-4-5-20251001` and `gemini-2.5-flash-preview-09-2025` without their dates. */
function undated(model: string): string {
  return model.replace(/-\d{4}-?\d{2}-?\d{2}$|-preview-\d{2}-\d{4}$/, '');
}
