/** The part of the plugin contract about AI models: what a stage may ask of them, and what it gets. */
import type { z } from 'zod';

/** What a plugin may ask of an AI model: declared, so that every provider, the offline one included, can answer. */
export interface TextCall<Input, Reply> {
  /** Names the call within its stage, such as `outline`. Stored: never renamed. */
  readonly purpose: string;
  /** Changes whenever the prompt, the schema or the offline answer changes. */
  readonly promptVersion: string;
  prompt(input: Input): Prompt;
  readonly schema: z.ZodType<Reply>;
  /** A rule that the reply breaks, in one sentence a model can mend it by, or undefined. */
  fault?(reply: Reply, input: Input): string | undefined;
  /** The offline provider's answer: deterministic, passes `schema` and `fault`. */
  offline(input: Input): Reply | Promise<Reply>;
}

/** A prompt in two parts; what came from outside stands in marked blocks of `user`. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
}

/** Asks for one picture. */
export interface ImageCall<Input> {
  readonly purpose: string;
  readonly promptVersion: string;
  prompt(input: Input): ImagePrompt;
  offline(input: Input): Picture | Promise<Picture>;
  /** Puts what a provider refused into other words, once: the picture is then made from the input with its reply in it. */
  readonly rewrite?: TextCall<Input, Partial<Input>>;
}

/** Asks how like texts are by what they mean. */
export interface LikenessCall {
  readonly purpose: string;
  readonly promptVersion: string;
}

/** How like a text is to the nearest of those that it was compared with. */
export interface Alike {
  /** Null where there was none. */
  readonly nearest: string | null;
  /** 0–1; its measure is the model's own. */
  readonly likeness: number;
  /** Whether, by that measure, the two say the same. */
  readonly isSame: boolean;
}

export interface ImagePrompt {
  readonly text: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

export interface Picture {
  readonly bytes: Uint8Array;
  /** Such as `image/png`. */
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
}

/**
 * So many calls of one kind that a stage will make, and one of them as it is likely to be: by its size what a run would
 * cost is reckoned before it starts.
 */
export type ForeseenCalls =
  | {
      readonly kind: 'text';
      readonly count: number;
      readonly prompt: Prompt;
      readonly schema: z.ZodType;
      /** As long as a usual one. */
      readonly reply: unknown;
    }
  | { readonly kind: 'image'; readonly count: number; readonly prompt: ImagePrompt };

/** A picture as the media store keeps it: a WebP, and as `fallback` a JPEG or PNG. Stored again it stays the same. */
export interface StoredPicture extends Omit<Picture, 'bytes'> {
  readonly key: string;
  readonly url: string;
  readonly fallback: { readonly key: string; readonly url: string };
  readonly model: string;
}
