/** One tiny call, to tell in a sentence what is wrong with a provider, if anything is. */
import { z } from 'zod';
import type { TextCall } from '../engine/stage.ts';
import { GalleyError } from '../errors.ts';
import type { ImageProvider, TextProvider } from './provider.ts';

/** What it came to. */
export interface Trial {
  readonly provider: string;
  readonly model: string;
  /** What is wrong and what to do, in a sentence; null where it answers. */
  readonly problem: string | null;
  readonly latencyMs: number;
  readonly costUsd: number;
}

const trialMs = 30_000;

const hello: TextCall<null, { word: string }> = {
  purpose: 'test',
  promptVersion: '1',
  prompt: () => ({ system: 'You answer in JSON.', user: 'Answer with the word "ready".' }),
  schema: z.object({ word: z.string() }),
  offline: () => ({ word: 'ready' }),
};

/** Asks a text model, not its fallbacks. What is wrong is told, not thrown, unless it is a fault of ours. */
export function tryText(text: TextProvider): Promise<Trial> {
  return tried(text, async (signal) => {
    const { reply, costUsd } = await text.answer(hello, null, { signal });
    return { costUsd, problem: hello.schema.safeParse(reply).success ? null : unfit };
  });
}

/** Looks at an image model, as `tryText` asks one: nothing is painted, which would cost. */
export function tryImage(image: ImageProvider): Promise<Trial> {
  return tried(image, async (signal) => {
    await image.look?.(signal);
    return { costUsd: 0, problem: null };
  });
}

async function tried(
  { name: provider, model }: Pick<TextProvider | ImageProvider, 'name' | 'model'>,
  work: (signal: AbortSignal) => Promise<Pick<Trial, 'problem' | 'costUsd'>>,
): Promise<Trial> {
  const startedAt = performance.now();
  const told = (outcome: Pick<Trial, 'problem' | 'costUsd'>): Trial => {
    return { provider, model, ...outcome, latencyMs: Math.round(performance.now() - startedAt) };
  };
  try {
    return told(await work(AbortSignal.timeout(trialMs)));
  } catch (error) {
    if (error instanceof GalleyError) return told({ problem: error.message, costUsd: 0 });
    if (error instanceof Error && error.name === 'TimeoutError')
      return told({ problem: tooSlow, costUsd: 0 });
    throw error;
  }
}

const unfit =
  'The model answers, but not in the form that it was asked for. Choose a model that can answer in JSON.';
const tooSlow =
  'There was no answer within 30 seconds. Check the address, or try again when the provider is less busy.';
