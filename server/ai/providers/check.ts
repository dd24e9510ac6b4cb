/** One tiny call of each provider that was chosen, to tell in a sentence what is wrong with it. */
import { APICallError } from 'ai';
import { z } from 'zod';
import type { TextCall } from '../../engine/stage.ts';
import { errors, GalleyError } from '../../errors.ts';
import { baseUrlOf, type ModelChoice, type ProviderChoice } from './choice.ts';
import { createProviders, type ProviderTools } from './create-providers.ts';
import { faultOf } from './fault.ts';
import { pingRunware } from './runware.ts';
import { defaultTimeouts, watch } from './timeouts.ts';

export interface ProviderCheck extends ModelChoice {
  readonly kind: 'text' | 'image';
  /** Null where it works. */
  readonly problem: GalleyError | null;
  readonly latencyMs: number;
}

const question: TextCall<string, { ok: boolean }> = {
  purpose: 'check',
  promptVersion: '1',
  prompt: (user) => ({ system: 'Reply with the JSON object {"ok": true}.', user }),
  schema: z.object({ ok: z.boolean() }),
  offline: () => ({ ok: true }),
};

/**
 * Checks all members of both chains, side by side. Text models answer a question of a few tokens; of image models only
 * the key and the name are looked at, for a picture would cost.
 */
export function checkProviders(
  choice: ProviderChoice,
  tools: ProviderTools,
  signal: AbortSignal,
): Promise<ProviderCheck[]> {
  const text = choice.text.map((one) => checked('text', one, () => askText(one, choice, tools, signal)));
  const image = choice.image.map((one) => checked('image', one, () => askImage(one, choice, tools, signal)));
  return Promise.all([...text, ...image]);
}

async function checked(
  kind: ProviderCheck['kind'],
  { provider, model }: ModelChoice,
  work: () => Promise<void>,
): Promise<ProviderCheck> {
  const startedAt = performance.now();
  const told = (problem: GalleyError | null) => {
    return { kind, provider, model, problem, latencyMs: Math.round(performance.now() - startedAt) };
  };
  try {
    await work();
    return told(null);
  } catch (error) {
    if (error instanceof GalleyError) return told(error);
    throw error;
  }
}

async function askText(
  one: ModelChoice,
  choice: ProviderChoice,
  tools: ProviderTools,
  signal: AbortSignal,
): Promise<void> {
  const { check } = tools.timeouts ?? defaultTimeouts;
  const timeouts = { text: check, image: check, check };
  const { text } = createProviders({ ...choice, text: [one], image: [] }, { ...tools, timeouts });
  const { unusable } = await text.answer(question, 'Reply now.', { signal });
  if (unusable) throw errors.aiBadRequest({ provider: one.provider, reason: unusable.fault });
}

async function askImage(
  { provider, model }: ModelChoice,
  choice: ProviderChoice,
  tools: ProviderTools,
  signal: AbortSignal,
): Promise<void> {
  const watched = watch(provider, (tools.timeouts ?? defaultTimeouts).check, signal);
  const baseUrl = baseUrlOf(provider, choice);
  const key = choice.keys[provider] ?? '';
  try {
    if (provider === 'runware') {
      await pingRunware({ key, model, baseUrl, fetch: tools.fetch }, watched.signal);
      return;
    }
    // Few gateways know the address of a single model.
    const path = provider === 'compatible' ? '/models' : `/models/${encodeURIComponent(model)}`;
    const headers: Record<string, string> =
      provider === 'google' ? { 'x-goog-api-key': key } : { authorization: `Bearer ${key}` };
    const response = await (tools.fetch ?? fetch)(`${baseUrl}${path}`, { headers, signal: watched.signal });
    const responseBody = await response.text();
    if (response.ok) return;
    const { status: statusCode } = response;
    throw new APICallError({ message: '', url: baseUrl, requestBodyValues: {}, statusCode, responseBody });
  } catch (error) {
    signal.throwIfAborted();
    throw watched.failure ?? faultOf(error, { provider, model, purpose: 'check' });
  } finally {
    watched.end();
  }
}
