import { afterAll } from 'vitest';
import type { Providers } from '../../server/ai/provider.ts';
import type { ProviderChoice } from '../../server/ai/providers/choice.ts';
import { createProviders, type ProviderTools } from '../../server/ai/providers/create-providers.ts';
import { createLines } from '../../server/ai/providers/lines.ts';

/** Providers as chosen, in lines so wide that nobody waits. Call it at the top of a file or a `describe`. */
export function providersOf(choice: ProviderChoice, tools: Omit<ProviderTools, 'lineOf'> = {}): Providers {
  const lines = createLines({ requests: 1_000_000, tokens: 1_000_000_000 });
  afterAll(() => lines.close());
  return createProviders(choice, { ...tools, lineOf: (provider, model) => lines.of('one', provider, model) });
}
