import { offlineProviders } from '../../server/ai/offline-provider.ts';
import type { Providers } from '../../server/ai/provider.ts';
import type { Picture } from '../../server/engine/stage.ts';

/** One grey pixel: what is shown here does not depend on what a picture shows. */
export const tinyPicture: Picture = {
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  mediaType: 'image/png',
  width: 1,
  height: 1,
};

/** The offline provider with pictures that cost no time. `onAnswer` is told of every answer that is given. */
export function cheapProviders(onAnswer: (purpose: string) => void = () => {}): Providers {
  const { text, image } = offlineProviders;
  return {
    text: {
      ...text,
      async answer(call, input, options) {
        const answer = await text.answer(call, input, options);
        onAnswer(call.purpose);
        return answer;
      },
    },
    image: {
      ...image,
      async paint(call) {
        onAnswer(call.purpose);
        return { picture: tinyPicture, costUsd: 0 };
      },
    },
  };
}
