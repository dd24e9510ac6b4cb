import { afterAll } from 'vitest';
import { z } from 'zod';
import type { TextCall } from '#stage';
import type { Providers } from '../../server/ai/provider.ts';
import type { ProviderChoice } from '../../server/ai/providers/choice.ts';
import { createProviders, type ProviderTools } from '../../server/ai/providers/create-providers.ts';
import { createLines } from '../../server/ai/providers/lines.ts';
import type { Patience } from '../../server/ai/providers/timeouts.ts';

/** What any provider can be asked, where the answer does not matter. */
export const question: TextCall<null, object> = {
  purpose: 'outline',
  promptVersion: '1',
  prompt: () => ({ system: 'Answer in JSON.', user: 'Hello' }),
  schema: z.object({}),
  offline: () => ({}),
};

/** Providers as chosen, in lines so wide that nobody waits. Call it at the top of a file or a `describe`. */
export function providersOf(choice: ProviderChoice, tools: Omit<ProviderTools, 'lineOf'> = {}): Providers {
  const lines = createLines({ requests: 1_000_000, tokens: 1_000_000_000 });
  afterAll(() => lines.close());
  return createProviders(choice, { ...tools, lineOf: (provider, model) => lines.of('one', provider, model) });
}

const patient: Patience = { totalMs: 60_000, firstMs: 60_000, betweenMs: 60_000 };
/** The rest stays patient: an answer that is on its way on a slow machine is no silence. */
const hasty = {
  first: { ...patient, firstMs: 100 },
  between: { ...patient, betweenMs: 100 },
};

/** Such providers, whose patience is short where it is known to be in vain: a slow machine fails no other call. */
export function hastyProvidersOf(
  choice: ProviderChoice,
  nextSilence: () => keyof typeof hasty | undefined,
): Providers {
  const withPatience = (one: Patience) =>
    providersOf(choice, { timeouts: { text: one, image: one, check: one } });
  const made = { first: withPatience(hasty.first), between: withPatience(hasty.between) };
  const usual = providersOf(choice);
  const now = () => {
    const silence = nextSilence();
    return silence ? made[silence] : usual;
  };
  return {
    text: { ...usual.text, answer: (...asked) => now().text.answer(...asked) },
    image: { ...usual.image, paint: (...asked) => now().image.paint(...asked) },
  };
}
