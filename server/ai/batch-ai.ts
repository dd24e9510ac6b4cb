/** The metered client that plugins call: journaled, checked, retried. One is made for every batch. */
import { AiCallStatus } from '../../schema/ai-call.ts';
import type { BatchAi, ImageCall, StoredPicture, TextCall } from '../engine/stage.ts';
import { errors, GalleyError } from '../errors.ts';
import { type BatchJournal, inputHashOf } from './journal.ts';
import { type MediaStore, mediaKeyOf } from './media-store.ts';
import type { Providers, Repair } from './provider.ts';
import { type RetryPolicy, retrying } from './retry.ts';

export interface BatchAiOptions {
  readonly providers: Providers;
  readonly journal: BatchJournal;
  readonly media: MediaStore;
  /** The folder of the media store that pictures go to. */
  readonly mediaFolder: string;
  readonly settings: unknown;
  readonly signal: AbortSignal;
  readonly retry: RetryPolicy;
  /** Throws where the batch may be another worker's by now, which then asks the same. */
  checkHeld(): void;
  onPhase(phase: 'AI_CALL' | 'PARSE'): void;
  /** Told of each call of a provider, once it has answered or failed. */
  onCall(call: { provider: string; model: string; outcome: AiCallStatus; costUsd: number }): void;
  onWait(error: GalleyError, delayMs: number): void;
}

/** How often an answer may be unusable before its item fails: as it came, repaired, and asked afresh. */
const unusableLimit = 3;

export function createBatchAi(options: BatchAiOptions): BatchAi {
  const { journal, providers, settings } = options;
  return {
    isOffline: providers.text.isOffline,
    madeWith: (call, index = 0) => journal.madeWith(call.purpose, index),
    async text(call, input, index = 0) {
      const inputHash = inputHashOf(call.promptVersion, settings, input);
      const known = await journal.accepted(call.purpose, index, inputHash);
      if (known) return call.schema.parse(known.reply);
      return ask(options, call, input, { index, inputHash });
    },
    async image(call, input, index = 0) {
      const inputHash = inputHashOf(call.promptVersion, settings, input);
      const known = await journal.accepted(call.purpose, index, inputHash);
      if (known) return known.reply as StoredPicture;
      return paint(options, call, input, { index, inputHash });
    },
  };
}

interface Question {
  readonly index: number;
  readonly inputHash: string;
}

async function ask<Input, Reply>(
  options: BatchAiOptions,
  call: TextCall<Input, Reply>,
  input: Input,
  question: Question,
): Promise<Reply> {
  const { journal, providers, signal } = options;
  const record = recordOf(call, question, providers.text);
  let repair: Repair | undefined;
  let fault = '';
  for (let attempt = 1; attempt <= unusableLimit; attempt += 1) {
    const startedAt = performance.now();
    const answer = await reached(options, record, () => {
      options.onPhase('AI_CALL');
      return providers.text.answer(call, input, repair ? { signal, repair } : { signal });
    });
    options.onPhase('PARSE');
    const { reply: raw, ...cost } = answer;
    const usage = { ...cost, latencyMs: Math.round(performance.now() - startedAt) };
    const checked = check(call, input, raw);
    const outcome = 'reply' in checked ? AiCallStatus.Accepted : AiCallStatus.Rejected;
    options.onCall({ ...record, outcome, costUsd: cost.costUsd });
    if ('reply' in checked) {
      await journal.accept({ ...record, ...usage, reply: checked.reply });
      return checked.reply;
    }
    fault = checked.fault;
    await journal.reject(AiCallStatus.Rejected, { ...record, ...usage, reply: raw, fault });
    // Once with the fault named, then afresh.
    repair = attempt === 1 ? { reply: raw, fault } : undefined;
  }
  throw errors.aiUnusable({ purpose: call.purpose, fault });
}

function check<Input, Reply>(
  call: TextCall<Input, Reply>,
  input: Input,
  raw: unknown,
): { reply: Reply } | { fault: string } {
  const parsed = call.schema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { fault: `${issue?.path.join('.') || 'the answer'}: ${issue?.message ?? 'has the wrong shape'}` };
  }
  const fault = call.fault?.(parsed.data, input);
  return fault === undefined ? { reply: parsed.data } : { fault };
}

async function paint<Input>(
  options: BatchAiOptions,
  call: ImageCall<Input>,
  input: Input,
  question: Question,
): Promise<StoredPicture> {
  const { journal, media, providers, signal } = options;
  const record = recordOf(call, question, providers.image);
  const startedAt = performance.now();
  const { picture, costUsd } = await reached(options, record, () => {
    options.onPhase('AI_CALL');
    return providers.image.paint(call, input, { signal });
  });
  options.onCall({ ...record, outcome: AiCallStatus.Accepted, costUsd });
  options.onPhase('PARSE');
  const { bytes, ...facts } = picture;
  const name = journal.nameOf(call.purpose, question.index, question.inputHash);
  const key = mediaKeyOf(options.mediaFolder, name, facts.mediaType);
  const url = await media.put(key, picture);
  const reply: StoredPicture = { ...facts, key, url, model: providers.image.model };
  await journal.accept({ ...record, reply, costUsd, latencyMs: Math.round(performance.now() - startedAt) });
  return reply;
}

/** Calls a provider, again after transient errors; each call that fails is journaled. */
async function reached<T>(
  { journal, retry, signal, checkHeld, onWait, onCall }: BatchAiOptions,
  record: ReturnType<typeof recordOf>,
  work: () => Promise<T>,
): Promise<T> {
  // What has been paid is safe before more is asked for.
  await journal.flush();
  checkHeld();
  const attempt = async () => {
    try {
      return await work();
    } catch (error) {
      onCall({ ...record, outcome: AiCallStatus.Failed, costUsd: 0 });
      if (error instanceof GalleyError && !signal.aborted) {
        await journal.reject(AiCallStatus.Failed, { ...record, fault: error.message });
      }
      throw error;
    }
  };
  return retrying(attempt, retry, signal, onWait);
}

function recordOf(
  call: { purpose: string; promptVersion: string },
  question: Question,
  provider: { name: string; model: string },
) {
  const { purpose, promptVersion } = call;
  return { purpose, promptVersion, ...question, provider: provider.name, model: provider.model };
}
