import { offlineProviders } from '../offline-provider.ts';
import type { ImageProvider, Providers, TextProvider } from '../provider.ts';
import type { ModelChoice, ProviderChoice, ProviderName } from './choice.ts';
import type { Line } from './lines.ts';
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
  const text = choice.text.reduceRight<TextProvider | undefined>(
    (fallback, one) => textProvider(one, choice, tools, fallback),
    undefined,
  );
  const image = choice.image.reduceRight<ImageProvider | undefined>(
    (fallback, one) => imageProvider(one, choice, tools, fallback),
    undefined,
  );
  return { text: text ?? offlineProviders.text, image: image ?? offlineProviders.image };
}

// The libraries behind a provider take a second to load, which no command shall wait for that asks nothing.

function textProvider(
  one: ModelChoice,
  choice: ProviderChoice,
  { fetch, lineOf, timeouts = defaultTimeouts }: ProviderTools,
  fallback: TextProvider | undefined,
): TextProvider {
  const { provider: name, model } = one;
  const line = lineOf(name, model);
  const load = async () => {
    const { languageModelOf } = await import('./models.ts');
    const { textAnswerer } = await import('./text-provider.ts');
    const languageModel = languageModelOf(one, choice, fetch);
    return textAnswerer({ name, model, languageModel, line, patience: timeouts.text });
  };
  let answerer: ReturnType<typeof load> | undefined;
  return {
    name,
    model,
    isOffline: false,
    health: line.health,
    ...(fallback && { fallback }),
    async answer(call, input, options) {
      answerer ??= load();
      return (await answerer)(call, input, options);
    },
  };
}

function imageProvider(
  one: ModelChoice,
  choice: ProviderChoice,
  { fetch, lineOf, timeouts = defaultTimeouts }: ProviderTools,
  fallback: ImageProvider | undefined,
): ImageProvider {
  const { provider: name, model } = one;
  const line = lineOf(name, model);
  const load = async () => {
    const { painterOf } = await import('./models.ts');
    const { pictureMaker } = await import('./image-provider.ts');
    const painter = painterOf(one, choice, fetch);
    return pictureMaker({ name, model, painter, line, patience: timeouts.image });
  };
  let maker: ReturnType<typeof load> | undefined;
  return {
    name,
    model,
    health: line.health,
    ...(fallback && { fallback }),
    async paint(call, input, options) {
      maker ??= load();
      return (await maker)(call, input, options);
    },
  };
}
