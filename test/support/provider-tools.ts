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

const hasty = { totalMs: 30_000, firstMs: 600, betweenMs: 600 };

/** Such providers, whose patience is short where it is known to be in vain: a slow machine fails no other call. */
export function hastyProvidersOf(choice: ProviderChoice, isInVain: () => boolean): Providers {
  const patient = providersOf(choice);
  const impatient = providersOf(choice, {
    timeouts: { text: hasty, image: { ...hasty, totalMs: 600 }, check: hasty },
  });
  const now = () => (isInVain() ? impatient : patient);
  return {
    text: { ...patient.text, answer: (...asked) => now().text.answer(...asked) },
    image: { ...patient.image, paint: (...asked) => now().image.paint(...asked) },
  };
}
