import type { ObjectId } from 'mongodb';
import type { ImageCall, Picture, TextCall } from '../engine/stage.ts';

/** A reply that broke a rule, sent back so that the model can mend it. */
export interface Repair {
  readonly reply: unknown;
  readonly fault: string;
}

export interface TextReply {
  /** Not yet checked against the call's schema. */
  readonly reply: unknown;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly costUsd: number;
}

/**
 * Answers text calls. Throws AI_UNAVAILABLE (tried again), AI_REFUSED (the item fails) or AI_REJECTED_KEY (the run
 * fails) of the catalogue.
 */
export interface TextProvider {
  readonly name: string;
  readonly model: string;
  readonly isOffline: boolean;
  answer<Input, Reply>(
    call: TextCall<Input, Reply>,
    input: Input,
    options: { signal: AbortSignal; repair?: Repair },
  ): Promise<TextReply>;
}

/** Paints pictures. Throws as a TextProvider does. */
export interface ImageProvider {
  readonly name: string;
  readonly model: string;
  paint<Input>(
    call: ImageCall<Input>,
    input: Input,
    options: { signal: AbortSignal },
  ): Promise<{ picture: Picture; costUsd: number }>;
}

export interface Providers {
  readonly text: TextProvider;
  readonly image: ImageProvider;
}

/** Knows by whom an account's calls are answered: asked when a stage begins, so that a new key counts from then on. */
export interface ProviderSource {
  of(account: ObjectId): Promise<Providers>;
}

/** The same providers for every account. */
export function providersForAll(providers: Providers): ProviderSource {
  return { of: async () => providers };
}
