import { z } from 'zod';
import type { TextCall } from '../engine/stage.ts';
import { GalleyError } from '../errors.ts';
import type { Providers } from './provider.ts';

/** What one tiny call came to. */
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

/** Asks the text model that would be asked first. What is wrong is told, not thrown, unless it is a fault of ours. */
export async function tryProvider({ text }: Pick<Providers, 'text'>): Promise<Trial> {
  const { name: provider, model } = text;
  const startedAt = performance.now();
  const trial = (problem: string | null, costUsd: number): Trial => ({
    ...{ provider, model, problem, costUsd },
    latencyMs: Math.round(performance.now() - startedAt),
  });
  try {
    const { reply, costUsd } = await text.answer(hello, null, { signal: AbortSignal.timeout(trialMs) });
    const isUsable = hello.schema.safeParse(reply).success;
    return trial(isUsable ? null : unfit, costUsd);
  } catch (error) {
    if (error instanceof GalleyError) return trial(error.message, 0);
    if (error instanceof Error && error.name === 'TimeoutError') return trial(tooSlow, 0);
    throw error;
  }
}

const unfit =
  'The model answers, but not in the form that it was asked for. Choose a model that can answer in JSON.';
const tooSlow =
  'There was no answer within 30 seconds. Check the address, or try again when the provider is less busy.';
