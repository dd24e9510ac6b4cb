import { type Trial, tryImage, tryText } from '../try-provider.ts';
import type { ProviderChoice } from './choice.ts';
import { createProviders, type ProviderTools } from './create-providers.ts';

export interface ProviderCheck extends Trial {
  readonly kind: 'text' | 'image';
}

/** Tries all members of both chains, side by side, each for itself. */
export function checkProviders(choice: ProviderChoice, tools: ProviderTools): Promise<ProviderCheck[]> {
  const none = { ...choice, text: [], image: [] };
  const text = choice.text.map(async (one): Promise<ProviderCheck> => {
    const providers = createProviders({ ...none, text: [one] }, tools);
    return { kind: 'text', ...(await tryText(providers.text)) };
  });
  const image = choice.image.map(async (one): Promise<ProviderCheck> => {
    const providers = createProviders({ ...none, image: [one] }, tools);
    return { kind: 'image', ...(await tryImage(providers.image)) };
  });
  return Promise.all([...text, ...image]);
}
