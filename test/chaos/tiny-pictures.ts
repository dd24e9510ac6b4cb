import { offlineProviders } from '../../server/ai/offline-provider.ts';
import type { Providers } from '../../server/ai/provider.ts';
import { tinyPicture } from '../support/known-questions.ts';

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
