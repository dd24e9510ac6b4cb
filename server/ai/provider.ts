import type { ObjectId } from 'mongodb';
import type { AiFault } from '../../schema/ai-call.ts';
import type { ImageCall, Picture, TextCall } from '../engine/stage.ts';

/** A reply that broke a rule, sent back so that the model can mend it. */
export interface Repair {
  readonly reply: unknown;
  readonly fault: string;
}

/** Why a reply cannot be used, as far as the provider can tell. */
export interface Unusable {
  readonly code: AiFault;
  /** In a sentence that the model can mend it by, and a person understand. */
  readonly fault: string;
}

/** What a call came to, whether its reply can be used or not. */
export interface CallUsage {
  /** The model that answered, where it names itself otherwise than it was called. */
  readonly model?: string;
  readonly costUsd: number;
  /** False where the model's price is not known, and `costUsd` is 0 for that. Default: true. */
  readonly isPriced?: boolean;
  /** See AiCall. */
  readonly finishReason?: string | null;
  /** Set where there is nothing to check. */
  readonly unusable?: Unusable;
}

export interface TextReply extends CallUsage {
  /** Not yet checked against the call's schema. */
  readonly reply: unknown;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly tokensCached?: number;
}

export interface ImageReply extends CallUsage {
  /** As it came: whether it is a picture at all shows when it is made fit to be kept. Null where nothing came. */
  readonly picture: Pick<Picture, 'bytes'> | null;
  readonly tokensIn?: number;
  readonly tokensOut?: number;
}

export interface AnswerOptions {
  readonly signal: AbortSignal;
  readonly repair?: Repair;
  /** Told now and then how many characters have come, by providers that send them bit by bit. */
  onProgress?(characters: number): void;
}

/** Whether a provider is worth asking at all: known to all calls of one account and model. */
export interface Health {
  /** True for a while after it was given up. */
  isDown(): boolean;
  markDown(): void;
}

interface ChainMember {
  readonly name: string;
  readonly model: string;
  /** Absent: it is never down. */
  readonly health?: Health;
}

/**
 * Answers text calls. Throws of the catalogue: AI_UNAVAILABLE and AI_UNREACHABLE (tried again), AI_REFUSED and
 * AI_TOO_LONG (the item fails), else what the run fails with, such as AI_REJECTED_KEY.
 */
export interface TextProvider extends ChainMember {
  readonly isOffline: boolean;
  /** Whom to ask when this one is down. */
  readonly fallback?: TextProvider;
  answer<Input, Reply>(
    call: TextCall<Input, Reply>,
    input: Input,
    options: AnswerOptions,
  ): Promise<TextReply>;
}

/** Paints pictures. Throws as a TextProvider does. */
export interface ImageProvider extends ChainMember {
  /** Absent: false. */
  readonly isOffline?: boolean;
  readonly fallback?: ImageProvider;
  paint<Input>(call: ImageCall<Input>, input: Input, options: { signal: AbortSignal }): Promise<ImageReply>;
  /** Whether the model is there and takes the key, for nothing. Throws as painting does. Absent: nothing can be wrong. */
  look?(signal: AbortSignal): Promise<void>;
}

interface EmbeddingReply extends CallUsage {
  /** One for each text, in their order. */
  readonly vectors: readonly (readonly number[])[];
  readonly tokensIn: number;
}

/** Turns texts into vectors, of which those of like meaning lie near each other. Throws as a TextProvider does. */
export interface EmbeddingProvider extends ChainMember {
  readonly isOffline?: boolean;
  readonly fallback?: EmbeddingProvider;
  /** Cosine (0–1) from which on two short texts say the same. */
  readonly sameFrom: number;
  embed(texts: readonly string[], options: { signal: AbortSignal }): Promise<EmbeddingReply>;
}

export interface Providers {
  readonly text: TextProvider;
  readonly image: ImageProvider;
  /** Absent where whoever writes has none. */
  readonly embedding?: EmbeddingProvider;
}

/** Knows by whom an account's calls are answered: asked when a stage begins, so that a new key counts from then on. */
export interface ProviderSource {
  of(account: ObjectId): Promise<Providers>;
}
