import type { ProviderSource, Providers } from '../../server/ai/provider.ts';

/** The same providers for every account. */
export function providersForAll(providers: Providers): ProviderSource {
  return { of: async () => providers };
}
