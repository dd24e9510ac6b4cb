import { offlineProviders } from '../offline-provider.ts';
import type { EmbeddingProvider, ImageProvider, Providers, TextProvider } from '../provider.ts';
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

/**
 * Providers as chosen. A chain's first is returned, the others are its fallbacks; an empty chain is offline. Texts are
 * compared by the embeddings of whoever writes.
 */
export function createProviders(choice: ProviderChoice, tools: ProviderTools): Providers {
  const text = choice.text.reduceRight<TextProvider | undefined>(
    (fallback, one) => textProvider(one, choice, tools, fallback),
    undefined,
  );
  const image = choice.image.reduceRight<ImageProvider | undefined>(
    (fallback, one) => imageProvider(one, choice, tools, fallback),
    undefined,
  );
  const embedding = embeddingProvider(choice, tools);
  return {
    text: text ?? offlineProviders.text,
    image: image ?? offlineProviders.image,
    ...(embedding && { embedding }),
  };
}

/** The libraries behind a provider take a second to load, which no command shall wait for that asks nothing. */
function onceNeeded<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loading: Promise<Loaded> | undefined;
  return () => {
    loading ??= load();
    return loading;
  };
}

function textProvider(
  one: ModelChoice,
  choice: ProviderChoice,
  { fetch, lineOf, timeouts = defaultTimeouts }: ProviderTools,
  fallback: TextProvider | undefined,
): TextProvider {
  const { provider: name, model } = one;
  const line = lineOf(name, model);
  const answerer = onceNeeded(async () => {
    const { languageModelOf } = await import('./models.ts');
    const { textAnswerer } = await import('./text-provider.ts');
    const languageModel = languageModelOf(one, choice, fetch);
    return textAnswerer({ name, model, languageModel, line, patience: timeouts.text });
  });
  return {
    name,
    model,
    isOffline: false,
    health: line.health,
    ...(fallback && { fallback }),
    answer: async (call, input, options) => (await answerer())(call, input, options),
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
  const maker = onceNeeded(async () => {
    const { painterOf } = await import('./models.ts');
    const { pictureMaker } = await import('./image-provider.ts');
    const painter = painterOf(one, choice, fetch);
    return pictureMaker({ name, model, painter, line, patience: timeouts.image });
  });
  return {
    name,
    model,
    health: line.health,
    ...(fallback && { fallback }),
    paint: async (call, input, options) => (await maker())(call, input, options),
    async look(signal) {
      const { lookAt } = await import('./look.ts');
      await lookAt(one, choice, { fetch, patience: timeouts.check }, signal);
    },
  };
}

/**
 * `sameFrom` is high: an article that is left out is lost, one that is nearly the same as another a person will see.
 * Cosines of Google's model lie closer together.
 */
const embeddings: Partial<Record<ProviderName, { readonly model: string; readonly sameFrom: number }>> = {
  openai: { model: 'text-embedding-3-small', sameFrom: 0.9 },
  google: { model: 'gemini-embedding-001', sameFrom: 0.97 },
};

function embeddingProvider(
  choice: ProviderChoice,
  { fetch, lineOf, timeouts = defaultTimeouts }: ProviderTools,
): EmbeddingProvider | undefined {
  const [writer] = choice.text;
  const known = writer && embeddings[writer.provider];
  if (!writer || !known) return undefined;
  const { provider: name } = writer;
  const { model, sameFrom } = known;
  const line = lineOf(name, model);
  const embed = onceNeeded(async () => {
    const { embeddingModelOf } = await import('./models.ts');
    const { embedder } = await import('./embedding-provider.ts');
    const embeddingModel = embeddingModelOf({ provider: name, model }, choice, fetch);
    return embedder({ name, model, embeddingModel, line, patience: timeouts.check });
  });
  return {
    name,
    model,
    health: line.health,
    sameFrom,
    embed: async (texts, options) => (await embed())(texts, options),
  };
}
