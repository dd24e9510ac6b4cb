import { APICallError } from 'ai';
import { baseUrlOf, type ModelChoice, type ProviderChoice } from './choice.ts';
import { faultOf } from './fault.ts';
import { pingRunware } from './runware.ts';
import { type Patience, watch } from './timeouts.ts';

/** Whether an image model is there and takes the key, without a picture, which would cost. Throws as painting does. */
export async function lookAt(
  { provider, model }: ModelChoice,
  choice: ProviderChoice,
  { fetch: send = fetch, patience }: { fetch?: typeof fetch | undefined; patience: Patience },
  signal: AbortSignal,
): Promise<void> {
  const watched = watch(provider, patience, signal);
  const baseUrl = baseUrlOf(provider, choice);
  const key = choice.keys[provider] ?? '';
  try {
    if (provider === 'runware') {
      await pingRunware({ key, model, baseUrl, fetch: send }, watched.signal);
      return;
    }
    // Few gateways know the address of a single model.
    const path = provider === 'compatible' ? '/models' : `/models/${encodeURIComponent(model)}`;
    const headers: Record<string, string> =
      provider === 'google' ? { 'x-goog-api-key': key } : { authorization: `Bearer ${key}` };
    const response = await send(`${baseUrl}${path}`, { headers, signal: watched.signal });
    const responseBody = await response.text();
    if (response.ok) return;
    const { status: statusCode } = response;
    throw new APICallError({ message: '', url: baseUrl, requestBodyValues: {}, statusCode, responseBody });
  } catch (error) {
    signal.throwIfAborted();
    throw watched.failure ?? faultOf(error, { provider, model, purpose: 'test' });
  } finally {
    watched.end();
  }
}
