import { generateImage, type ImageModel, NoImageGeneratedError } from 'ai';
import type { ImagePrompt } from '../../engine/stage.ts';
import type { ImageProvider, ImageReply } from '../provider.ts';
import { tokensOf } from '../tokens.ts';
import { usdOf, usualPictureTokens } from '../usd-prices.ts';
import { faultOf } from './fault.ts';
import type { Line } from './lines.ts';
import { type Patience, watch } from './timeouts.ts';

/** What came of asking for one picture. */
interface Painted {
  /** Empty where there was none. */
  readonly bytes: Uint8Array;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Where the provider itself says what it costs. */
  readonly costUsd?: number;
}

/** Asks a provider, once. Throws whatever goes wrong. */
export type Painter = (prompt: ImagePrompt, signal: AbortSignal) => Promise<Painted>;

export interface ImageProviderOptions {
  readonly name: string;
  readonly model: string;
  readonly painter: Painter;
  readonly line: Line;
  readonly patience: Patience;
}

/** How any painter paints: in line, watched, its pictures looked at, its errors those of the catalogue. */
export function pictureMaker(options: ImageProviderOptions): ImageProvider['paint'] {
  const { name, model, painter, line, patience } = options;
  return async (call, input, { signal }) => {
    const prompt = call.prompt(input);
    await line.admit(tokensOf(prompt.text) + usualPictureTokens, signal);
    const watched = watch(name, patience, signal);
    try {
      return replyOf(name, model, await painter(prompt, watched.signal));
    } catch (error) {
      signal.throwIfAborted();
      const fault = watched.failure ?? faultOf(error, { provider: name, model, purpose: call.purpose });
      if (fault.details.isRateLimit === true) line.holdBack(Number(fault.details.retryAfterMs ?? 0));
      throw fault;
    } finally {
      watched.end();
    }
  };
}

function replyOf(name: string, model: string, painted: Painted): ImageReply {
  const { bytes, tokensIn, tokensOut } = painted;
  const usage = { tokensIn, tokensOut, tokensCached: 0, pictures: bytes.length > 0 ? 1 : 0 };
  const cost =
    painted.costUsd === undefined ? usdOf(name, model, usage) : { costUsd: painted.costUsd, isPriced: true };
  return {
    picture: bytes.length > 0 ? { bytes } : null,
    tokensIn,
    tokensOut,
    finishReason: 'stop',
    ...cost,
  };
}

/** How large and how good a picture is to be, in the provider's own words. */
type Wishes = Pick<Parameters<typeof generateImage>[0], 'size' | 'aspectRatio' | 'providerOptions'>;

/** A painter of a model behind the AI SDK. */
export function sdkPainter(
  model: Exclude<ImageModel, string>,
  wishesOf: (prompt: ImagePrompt) => Wishes,
): Painter {
  return async (prompt, signal) => {
    try {
      const { image, usage } = await generateImage({
        model,
        prompt: prompt.text,
        ...wishesOf(prompt),
        maxRetries: 0,
        abortSignal: signal,
      });
      const { inputTokens = 0, outputTokens = 0 } = usage;
      return { bytes: image.uint8Array, tokensIn: inputTokens, tokensOut: outputTokens };
    } catch (error) {
      if (!NoImageGeneratedError.isInstance(error)) throw error;
      return { bytes: new Uint8Array(), tokensIn: 0, tokensOut: 0 };
    }
  };
}

const openaiSizes = ['1024x1024', '1536x1024', '1024x1536'] as const;

/** The size that OpenAI's models know whose shape is the nearest. */
export function openaiSize(prompt: ImagePrompt): { size: `${number}x${number}` } {
  return { size: nearest(openaiSizes, 'x', prompt) };
}

/** As `openaiSize`, and for models that know several qualities the middling one: the best costs four times as much. */
export function openaiPicture(model: string): (prompt: ImagePrompt) => Wishes {
  const isGraded = model.startsWith('gpt-image');
  return (prompt) => ({
    ...openaiSize(prompt),
    ...(isGraded && { providerOptions: { openai: { quality: 'medium' } } }),
  });
}

const googleRatios = ['1:1', '4:3', '3:4', '16:9', '9:16', '3:2', '2:3'] as const;

export function googleRatio(prompt: ImagePrompt): { aspectRatio: `${number}:${number}` } {
  return { aspectRatio: nearest(googleRatios, ':', prompt) };
}

function nearest<Shape extends string>(
  shapes: readonly [Shape, ...Shape[]],
  by: string,
  wanted: ImagePrompt,
): Shape {
  const distance = (shape: string) => {
    const [width = 1, height = 1] = shape.split(by).map(Number);
    return Math.abs(Math.log(width / height) - Math.log(wanted.width / wanted.height));
  };
  return shapes.reduce((best, shape) => (distance(shape) < distance(best) ? shape : best));
}
