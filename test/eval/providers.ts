import { offlineProviders } from '../../server/ai/offline-provider.ts';
import type { Providers } from '../../server/ai/provider.ts';

/** Whose answers are judged. */
export async function evaluatedProviders(): Promise<Providers> {
  return offlineProviders;
}
