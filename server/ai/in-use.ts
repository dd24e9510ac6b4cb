import { foreignSampleNotice } from '../../language/sample-language.ts';
import type { ImageProvider, Providers, TextProvider } from './provider.ts';

/** What a person is told where answers are samples, such as those for a site in this language. */
export function sampleNotices(providers: Providers, language?: string): string[] {
  const isForeign = providers.text.isOffline && language !== undefined;
  const notices = [sampleNotice(providers), isForeign ? foreignSampleNotice(language) : null];
  return notices.filter((sentence) => sentence !== null);
}

/** In one sentence; null where all are real. */
function sampleNotice({ text, image }: Providers): string | null {
  const isImageOffline = image.isOffline === true;
  if (text.isOffline && isImageOffline) return 'Sample text: no AI key is set.';
  if (text.isOffline) return 'Sample text: no text model is set up, only an image model.';
  return isImageOffline ? 'Sample images: no image model is set up.' : null;
}

/** The members of a chain, the first one first. */
export function chainOf<Provider extends TextProvider | ImageProvider>(
  first: Provider,
): { provider: string; model: string }[] {
  const chain: { provider: string; model: string }[] = [];
  for (let next: TextProvider | ImageProvider | undefined = first; next; next = next.fallback)
    chain.push({ provider: next.name, model: next.model });
  return chain;
}
