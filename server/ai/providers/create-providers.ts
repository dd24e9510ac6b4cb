import { offlineProviders } from '../offline-provider.ts';
import type { ImageProvider, Providers, TextProvider } from '../provider.ts';
import type { ProviderChoice, ProviderName } from './choice.ts';
import { createImageProvider } from './image-provider.ts';
import type { Line } from './lines.ts';
import { languageModelOf, painterOf } from './models.ts';
import { createTextProvider } from './text-provider.ts';
import { defaultTimeouts, type Timeouts } from './timeouts.ts';

/** What providers work with, besides what was chosen. */
export interface ProviderTools {
  /** Opens all connections; Node's own unless given. */
  readonly fetch?: typeof fetch | undefined;
  /** The line in which calls of this model wait for their turn. */
  lineOf(provider: ProviderName, model: string): Line;
  readonly timeouts?: Timeouts | undefined;
}

/** Providers as chosen. A chain's first is returned, the others are its fallbacks; an empty chain is offline. */
export function createProviders(choice: ProviderChoice, tools: ProviderTools): Providers {
  // The AI SDK would tell the console of options that a model ignores.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const { fetch, timeouts = defaultTimeouts } = tools;
  const text = choice.text.reduceRight<TextProvider | undefined>((fallback, { provider, model }) => {
    return createTextProvider({
      name: provider,
      model,
      languageModel: languageModelOf({ provider, model }, choice, fetch),
      line: tools.lineOf(provider, model),
      patience: timeouts.text,
      ...(fallback && { fallback }),
    });
  }, undefined);
  const image = choice.image.reduceRight<ImageProvider | undefined>((fallback, { provider, model }) => {
    return createImageProvider({
      name: provider,
      model,
      painter: painterOf({ provider, model }, choice, fetch),
      line: tools.lineOf(provider, model),
      patience: timeouts.image,
      ...(fallback && { fallback }),
    });
  }, undefined);
  return { text: text ?? offlineProviders.text, image: image ?? offlineProviders.image };
}
