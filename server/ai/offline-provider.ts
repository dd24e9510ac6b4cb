import type { Providers } from './provider.ts';

/** Answers every call by what the stage itself declares for it: no key, no network, the same answer every time. */
export const offlineProviders: Providers = {
  text: {
    name: 'offline',
    model: 'galley-offline',
    isOffline: true,
    async answer(call, input) {
      return { reply: await call.offline(input), tokensIn: 0, tokensOut: 0, costUsd: 0 };
    },
  },
  image: {
    name: 'offline',
    model: 'galley-painter',
    isOffline: true,
    async paint(call, input) {
      return { picture: await call.offline(input), costUsd: 0 };
    },
  },
};
