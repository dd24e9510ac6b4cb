import {
  InvalidResponseDataError,
  jsonSchema,
  type LanguageModel,
  type ModelMessage,
  Output,
  streamText,
} from 'ai';
import { AiFault } from '../../../schema/ai-call.ts';
import { errors } from '../../errors.ts';
import type { AnswerOptions, Repair, TextProvider, TextReply, Unusable } from '../provider.ts';
import { tokensOf, usualAnswerTokens } from '../tokens.ts';
import { usdOf } from '../usd-prices.ts';
import { faultOf } from './fault.ts';
import type { Line } from './lines.ts';
import { droppedReason } from './network-fault.ts';
import { readJson } from './read-json.ts';
import { type Patience, watch } from './timeouts.ts';
import { wireSchemaOf } from './wire-schema.ts';

export interface TextProviderOptions {
  readonly name: string;
  readonly model: string;
  readonly languageModel: Exclude<LanguageModel, string>;
  readonly line: Line;
  readonly patience: Patience;
}

/** Characters of an answer: several times what the longest section has. More is not worth waiting for. */
const maxReply = 400_000;
/** How often a watcher is told that more of an answer has come. */
const progressEveryMs = 5_000;

/** How a model behind the AI SDK answers: one call, streamed, unchecked. Who tries again is the caller. */
export function textAnswerer(options: TextProviderOptions): TextProvider['answer'] {
  const { line } = options;
  return async (call, input, { signal, repair, onProgress }) => {
    const prompt = call.prompt(input);
    const messages = messagesOf(prompt.user, repair);
    const { schema, isStrict } = wireSchemaOf(call.schema);
    const sent = [prompt.system, JSON.stringify(messages), JSON.stringify(schema)].join('');
    const tokensIn = tokensOf(sent);
    const admitted = tokensIn + usualAnswerTokens;
    await line.admit(admitted, signal);
    const streamed = await received(
      options,
      { system: prompt.system, messages, schema, isStrict, purpose: call.purpose, tokensIn },
      { signal, ...(onProgress && { onProgress }) },
    );
    line.used(admitted, streamed.tokensIn + streamed.tokensOut);
    return replyOf(options, streamed);
  };
}

interface Question {
  readonly system: string;
  readonly messages: ModelMessage[];
  readonly schema: Readonly<Record<string, unknown>>;
  readonly isStrict: boolean;
  readonly purpose: string;
  /** As reckoned. */
  readonly tokensIn: number;
}

/** What has come; its tokens as the provider counts them or, where it has not told, as reckoned by their length. */
interface Streamed {
  text: string;
  isOversized: boolean;
  model?: string;
  finishReason: string | null;
  tokensIn: number;
  tokensOut: number;
  tokensCached: number;
}

async function received(
  { name, model, languageModel, line, patience }: TextProviderOptions,
  { system, messages, schema, isStrict, purpose, tokensIn }: Question,
  { signal, onProgress }: Pick<AnswerOptions, 'signal' | 'onProgress'>,
): Promise<Streamed> {
  const watched = watch(name, patience, signal);
  const streamed: Streamed = {
    text: '',
    isOversized: false,
    finishReason: null,
    tokensIn,
    tokensOut: 0,
    tokensCached: 0,
  };
  let toldAt = Number.NEGATIVE_INFINITY;
  try {
    const { stream } = streamText({
      model: languageModel,
      instructions: system,
      messages,
      output: Output.object({ schema: jsonSchema(schema) }),
      maxRetries: 0,
      abortSignal: watched.signal,
      providerOptions: isStrict
        ? {}
        : { openai: { strictJsonSchema: false }, compatible: { strictJsonSchema: false } },
      // It would write to the console.
      onError() {},
    });
    for await (const part of stream) {
      if (part.type === 'error') throw part.error;
      if (part.type === 'abort') watched.signal.throwIfAborted();
      if (part.type === 'text-delta' || part.type === 'reasoning-delta') watched.heard();
      if (part.type === 'text-delta') streamed.text += part.text;
      if (part.type === 'finish-step') {
        streamed.model = part.response.modelId;
        streamed.finishReason = part.finishReason;
        streamed.tokensIn = part.usage.inputTokens ?? tokensIn;
        streamed.tokensOut = part.usage.outputTokens ?? tokensOf(streamed.text);
        streamed.tokensCached = part.usage.inputTokenDetails.cacheReadTokens ?? 0;
      }
      if (streamed.text.length > maxReply)
        return { ...streamed, isOversized: true, tokensOut: tokensOf(streamed.text) };
      if (onProgress && streamed.text !== '' && performance.now() - toldAt > progressEveryMs) {
        toldAt = performance.now();
        onProgress(streamed.text.length);
      }
    }
  } catch (error) {
    signal.throwIfAborted();
    // A stream that had begun, and ends without a word of the model that it was done.
    const isBrokenOff = InvalidResponseDataError.isInstance(error) && streamed.text !== '';
    const broken = isBrokenOff
      ? errors.aiUnavailable({ provider: name, reason: droppedReason, mayBePaid: true })
      : undefined;
    const fault = watched.failure ?? broken ?? faultOf(error, { provider: name, model, purpose });
    if (fault.details.isRateLimit === true) line.holdBack(Number(fault.details.retryAfterMs ?? 0));
    throw fault;
  } finally {
    watched.end();
  }
  signal.throwIfAborted();
  if (watched.failure) throw watched.failure;
  if (
    streamed.finishReason === null ||
    streamed.finishReason === 'interrupted' ||
    streamed.finishReason === 'error'
  )
    throw errors.aiUnavailable({ provider: name, reason: droppedReason, mayBePaid: true });
  return streamed;
}

function replyOf({ name, model }: TextProviderOptions, streamed: Streamed): TextReply {
  const { text, finishReason, tokensIn, tokensOut, tokensCached } = streamed;
  const usage = { tokensIn, tokensOut, tokensCached, pictures: 0 };
  const told = usdOf(name, streamed.model ?? model, usage);
  const cost = told.isPriced ? told : usdOf(name, model, usage);
  const reply = readJson(text);
  const unusable = unusableOf(streamed, reply);
  return {
    reply: reply ?? text,
    tokensIn,
    tokensOut,
    tokensCached,
    finishReason,
    ...cost,
    ...(streamed.model && { model: streamed.model }),
    ...(unusable && { unusable }),
  };
}

function unusableOf({ text, finishReason, isOversized }: Streamed, reply: unknown): Unusable | undefined {
  if (finishReason === 'content-filter')
    return { code: AiFault.Refused, fault: 'The model would not answer, or a filter stopped it.' };
  if (isOversized)
    return { code: AiFault.Oversized, fault: 'The answer is far too long. Keep to what was asked.' };
  if (finishReason === 'length')
    return {
      code: AiFault.Truncated,
      fault: 'The answer was cut off for its length. Say it in fewer words.',
    };
  if (text.trim() === '') return { code: AiFault.Empty, fault: 'The answer was empty.' };
  if (reply === undefined)
    return { code: AiFault.NotJson, fault: 'The answer is not JSON. Reply with the JSON object alone.' };
  return undefined;
}

/** Characters of a reply that is sent back: enough to mend it by. */
const shownReply = 100_000;

function messagesOf(user: string, repair: Repair | undefined): ModelMessage[] {
  const question: ModelMessage = { role: 'user', content: user };
  if (repair === undefined) return [question];
  const reply = typeof repair.reply === 'string' ? repair.reply : JSON.stringify(repair.reply);
  return [
    question,
    { role: 'assistant', content: reply.slice(0, shownReply) },
    {
      role: 'user',
      content: `That answer cannot be used: ${repair.fault} Send the whole answer again, with that mended and all else as it was asked for.`,
    },
  ];
}
