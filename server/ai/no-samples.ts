/** A run that a real model answers gets no samples in between: they would be charged like its own. */
import type { AnsweredBy } from '../../schema/answered-by.ts';
import { errors } from '../errors.ts';
import type { Providers } from './provider.ts';

/** The real models among the providers. */
export function realModels({ text, image }: Providers): AnsweredBy {
  return {
    ...(!text.isOffline && { text: { provider: text.name, model: text.model } }),
    ...(!image.isOffline && { image: { provider: image.name, model: image.model } }),
  };
}

/**
 * The providers, but where samples would stand in for a real model of the run, that model, which throws AI_NOT_SET_UP
 * when it is asked: a run that asks nothing more of it goes on.
 */
export function withoutSamples(providers: Providers, before: AnsweredBy | undefined): Providers {
  const now = realModels(providers);
  const text = now.text ? undefined : before?.text;
  const image = now.image ? undefined : before?.image;
  return {
    ...providers,
    ...(text && {
      text: { name: text.provider, model: text.model, isOffline: false, answer: refusal(text, 'text') },
    }),
    ...(image && { image: { name: image.provider, model: image.model, paint: refusal(image, 'image') } }),
  };
}

function refusal({ provider }: { provider: string }, kind: 'text' | 'image') {
  return async () => {
    throw errors.aiNotSetUp({ provider, kind });
  };
}
