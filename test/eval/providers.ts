import { ObjectId } from 'mongodb';
import type { Providers } from '../../server/ai/provider.ts';
import { environmentProviders } from '../../server/ai/providers/environment.ts';
import { createLines } from '../../server/ai/providers/lines.ts';
import { readConfig } from '../../server/config.ts';

/** Whose answers are judged: those that the environment names, as for a run; without a key the offline ones. */
export async function evaluatedProviders(
  env: NodeJS.ProcessEnv = process.env,
): Promise<Providers & AsyncDisposable> {
  const config = readConfig(env);
  const lines = createLines({
    requests: config.AI_REQUESTS_PER_MINUTE,
    tokens: config.AI_TOKENS_PER_MINUTE,
  });
  const providers = await environmentProviders(config, { lines }).of(new ObjectId());
  return { ...providers, [Symbol.asyncDispose]: () => lines.close() };
}
