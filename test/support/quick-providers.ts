import { offlineProviders } from '../../server/ai/offline-provider.ts';
import type { Providers } from '../../server/ai/provider.ts';
import { tinyPicture } from './tiny-picture.ts';

/** The offline providers, but for pictures of one pixel: to paint, cut and pack a real one takes most of a run's time. */
export const quickProviders: Providers = {
  ...offlineProviders,
  image: { ...offlineProviders.image, paint: async () => ({ picture: tinyPicture, costUsd: 0 }) },
};
