import type { ImageCall, Picture, TextCall } from '../engine/stage.ts';

/** A reply that broke a rule, sent back so that the model can mend it. */
export interface Repair {
  readonly reply: unknown;
  readonly fault: string;
}

interface TextReply {
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
interface TextProvider {
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
interface ImageProvider {
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
