import { type EmbeddingModel, embedMany } from 'ai';
import type { EmbeddingProvider } from '../provider.ts';
import { tokensOf } from '../tokens.ts';
import { usdOf } from '../usd-prices.ts';
import { faultOf } from './fault.ts';
import type { Line } from './lines.ts';
import { type Patience, watch } from './timeouts.ts';

export interface EmbeddingProviderOptions {
  readonly name: string;
  readonly model: string;
  readonly embeddingModel: Exclude<EmbeddingModel, string>;
  readonly line: Line;
  readonly patience: Patience;
}

/** Enough to tell titles apart, and a sixth of what models give unless told. */
const dimensions = 256;

/** How a model behind the AI SDK embeds: in line, watched, its errors those of the catalogue. */
export function embedder(options: EmbeddingProviderOptions): EmbeddingProvider['embed'] {
  const { name, model, embeddingModel, line, patience } = options;
  return async (values, { signal }) => {
    const asked = tokensOf(values.join(' '));
    await line.admit(asked, signal);
    const watched = watch(name, patience, signal);
    try {
      const { embeddings, usage } = await embedMany({
        model: embeddingModel,
        values: [...values],
        dimensions,
        maxRetries: 0,
        abortSignal: watched.signal,
      });
      // Google does not say.
      const tokensIn = usage.tokens > 0 ? usage.tokens : asked;
      const cost = usdOf(name, model, { tokensIn, tokensOut: 0, tokensCached: 0, pictures: 0 });
      return { vectors: embeddings, tokensIn, ...cost };
    } catch (error) {
      signal.throwIfAborted();
      const fault = watched.failure ?? faultOf(error, { provider: name, model, purpose: 'embedding' });
      if (fault.details.isRateLimit === true) line.holdBack(Number(fault.details.retryAfterMs ?? 0));
      throw fault;
    } finally {
      watched.end();
    }
  };
}
