/** The metered client that plugins call: journaled, checked, retried. One is made for every batch. */
import { AiFault } from '../../schema/ai-call.ts';
import type { BatchAi, ImageCall, StoredPicture, TextCall } from '../engine/stage.ts';
import { errors, isError } from '../errors.ts';
import type { MediaStore } from '../media/media-store.ts';
import { type Asking, type Question, reached } from './asking.ts';
import { alike } from './likeness.ts';
import { dismiss, keep, questionOf } from './outcomes.ts';
import type { Providers, Repair, Unusable } from './provider.ts';
import { tokensOf, usualAnswerTokens } from './tokens.ts';

export interface BatchAiOptions extends Asking {
  readonly providers: Providers;
  readonly media: MediaStore;
  /** The folder of the media store that pictures go to. */
  readonly mediaFolder: string;
  readonly settings: unknown;
  onPhase(phase: 'AI_CALL' | 'PARSE'): void;
  /** Told now and then how many characters of an answer have come. */
  onProgress?(characters: number): void;
}

/** How often an answer may be unusable before its item fails: as it came, repaired, and asked afresh. */
const unusableLimit = 3;

export function createBatchAi(options: BatchAiOptions): BatchAi {
  const { journal, providers, settings } = options;
  return {
    isOffline: providers.text.isOffline,
    alike: (call, input, index = 0) => alike(options, call, input, index),
    madeWith: (call, index = 0) => journal.madeWith(call.purpose, index),
    async text(call, input, index = 0) {
      const question = questionOf(call, settings, input, index);
      const known = await journal.accepted(call.purpose, index, question.inputHash);
      // Of an older version, it may be of another shape.
      const fits = known && call.schema.safeParse(known.reply);
      return fits?.success ? fits.data : ask(options, call, input, question);
    },
    async image(call, input, index = 0) {
      const { rewrite } = call;
      if (rewrite === undefined) return painted(options, call, input, index);
      // A picture that was refused before is not asked for again.
      const { inputHash } = questionOf(rewrite, settings, input, index);
      if (!(await journal.accepted(rewrite.purpose, index, inputHash))) {
        try {
          return await painted(options, call, input, index);
        } catch (error) {
          if (!isError(error, 'AI_REFUSED')) throw error;
        }
      }
      const rewritten = await this.text(rewrite, input, index);
      return { ...(await painted(options, call, { ...input, ...rewritten }, index)), rewritten };
    },
  };
}

async function ask<Input, Reply>(
  options: BatchAiOptions,
  call: TextCall<Input, Reply>,
  input: Input,
  question: Question,
): Promise<Reply> {
  const { providers, signal, onProgress } = options;
  const size = () => {
    const { system, user } = call.prompt(input);
    return { tokensIn: tokensOf(system + user), tokensOut: usualAnswerTokens };
  };
  let repair: Repair | undefined;
  let last: Unusable | undefined;
  for (let attempt = 1; attempt <= unusableLimit; attempt += 1) {
    const asked = { signal, ...(repair && { repair }), ...(onProgress && { onProgress }) };
    const answered = await reached(options, question, providers.text, {
      size,
      work(provider) {
        options.onPhase('AI_CALL');
        return provider.answer(call, input, asked);
      },
    });
    options.onPhase('PARSE');
    const { answer } = answered;
    const checked = answer.unusable ?? check(call, input, answer.reply);
    if ('reply' in checked) {
      await keep(options, answered, checked.reply);
      return checked.reply;
    }
    await dismiss(options, answered, checked, answer.reply);
    last = checked;
    // Once with the fault named, then afresh. There is nothing to mend in an answer that says nothing.
    const isMendable = attempt === 1 && checked.code !== AiFault.Empty;
    repair = isMendable ? { reply: answer.reply, fault: checked.fault } : undefined;
  }
  throw errors.aiUnusable({ purpose: call.purpose, fault: last?.fault ?? '' });
}

function check<Input, Reply>(
  call: TextCall<Input, Reply>,
  input: Input,
  raw: unknown,
): { reply: Reply } | Unusable {
  const parsed = call.schema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const fault = `${issue?.path.join('.') || 'the answer'}: ${issue?.message ?? 'has the wrong shape'}`;
    return { code: AiFault.WrongShape, fault };
  }
  const fault = call.fault?.(parsed.data, input);
  return fault === undefined ? { reply: parsed.data } : { code: AiFault.BrokeRule, fault };
}

/** The picture that the journal knows, or a new one. */
async function painted<Input>(
  options: BatchAiOptions,
  call: ImageCall<Input>,
  input: Input,
  index: number,
): Promise<StoredPicture> {
  const question = questionOf(call, options.settings, input, index);
  const known = await options.journal.accepted(call.purpose, index, question.inputHash);
  return known ? (known.reply as StoredPicture) : paint(options, call, input, question);
}

async function paint<Input>(
  options: BatchAiOptions,
  call: ImageCall<Input>,
  input: Input,
  question: Question,
): Promise<StoredPicture> {
  const { journal, media, mediaFolder: folder, providers, signal } = options;
  const name = journal.nameOf(call.purpose, question.index, question.inputHash);
  const wanted = call.prompt(input);
  let last: Unusable | undefined;
  for (let attempt = 1; attempt <= unusableLimit; attempt += 1) {
    const answered = await reached(options, question, providers.image, {
      size: () => ({ tokensIn: tokensOf(wanted.text), pictures: 1 }),
      work(provider) {
        options.onPhase('AI_CALL');
        return provider.paint(call, input, { signal });
      },
    });
    options.onPhase('PARSE');
    const { picture, unusable } = answered.answer;
    last = unusable ?? { code: AiFault.Empty, fault: 'The answer contained no image.' };
    if (picture) {
      // Loaded here, not above: what decodes pictures takes a while, and most commands see none.
      const { keepPicture } = await import('../media/keep-picture.ts');
      const kept = await keepPicture(picture.bytes, { media, folder, name, wanted });
      if ('stored' in kept) {
        const reply: StoredPicture = { ...kept.stored, model: answered.provider.model };
        await keep(options, answered, reply);
        return reply;
      }
      last = { code: AiFault.NotAnImage, fault: `What came is not an image: ${kept.fault}.` };
    }
    await dismiss(options, answered, last);
  }
  throw errors.aiUnusable({ purpose: call.purpose, fault: last?.fault ?? '' });
}
