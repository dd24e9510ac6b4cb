import { offlineProviders } from '../../server/ai/offline-provider.ts';
import type { Providers } from '../../server/ai/provider.ts';
import type { Picture } from '../../server/engine/stage.ts';

/** One grey pixel: what is shown here does not depend on what a picture shows. */
const tinyPicture: Picture = {
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  mediaType: 'image/png',
  width: 1,
  height: 1,
};

export interface Listener {
  /** Before an answer is made to this; what it throws is the provider's answer. */
  onAsked?(input: unknown): Promise<void>;
  /** When an answer is bought; returns its price in USD. */
  onAnswer(purpose: string): number;
}

/** The offline provider with pictures that cost no time, and somebody who listens. */
export function cheapProviders({ onAsked, onAnswer }: Listener): Providers {
  const { text, image } = offlineProviders;
  return {
    text: {
      ...text,
      async answer(call, input, options) {
        await onAsked?.(input);
        const answer = await text.answer(call, input, options);
        return { ...answer, costUsd: onAnswer(call.purpose) };
      },
    },
    image: {
      ...image,
      async paint(call, input) {
        await onAsked?.(input);
        return { picture: tinyPicture, costUsd: onAnswer(call.purpose) };
      },
    },
  };
}
