import type { BatchAi, Picture } from '#stage';
import type { Providers, Repair } from '../../server/ai/provider.ts';
import { providerRetries, retrying } from '../../server/ai/retry.ts';
import type { Answers } from './subjects.ts';

/** How often an answer may be unusable, as for the real client: as it came, mended, and asked afresh. */
const tries = 3;

/** Asks providers as the real client does, without its journal, and counts how often they were right at once. */
export interface Asker {
  readonly ai: BatchAi;
  /** The accepted replies to a purpose so far, in order. */
  repliesTo(purpose: string): unknown[];
  /** Of what was asked since it was last called. */
  answersSince(): Answers;
  paint: (...asked: Parameters<Providers['image']['paint']>) => Promise<Pick<Picture, 'bytes'> | null>;
}

/** `signal` ends what is under way. */
export function askerOf({ text, image }: Providers, signal: AbortSignal): Asker {
  const replies: { purpose: string; reply: unknown }[] = [];
  let counted = { given: 0, right: 0 };
  const ai: BatchAi = {
    isOffline: text.isOffline,
    madeWith: () => ({ promptVersion: '', provider: text.name, model: text.model }),
    async text(call, input) {
      let repair: Repair | undefined;
      let fault = '';
      for (let attempt = 1; attempt <= tries; attempt += 1) {
        const options = repair ? { signal, repair } : { signal };
        const ask = () => text.answer(call, input, options);
        const { reply } = await retrying(ask, providerRetries, signal, () => {});
        counted.given += 1;
        const parsed = call.schema.safeParse(reply);
        const broken = parsed.success ? call.fault?.(parsed.data, input) : parsed.error.message;
        if (parsed.success && broken === undefined) {
          counted.right += 1;
          replies.push({ purpose: call.purpose, reply: parsed.data });
          return parsed.data;
        }
        fault = broken ?? '';
        repair = attempt === 1 ? { reply, fault } : undefined;
      }
      throw new RangeError(`${call.purpose}: no usable answer in ${tries} tries: ${fault}`);
    },
    alike: async () => null,
    image() {
      throw new TypeError('pictures are painted without a store');
    },
  };
  return {
    ai,
    repliesTo: (purpose) => replies.filter((one) => one.purpose === purpose).map(({ reply }) => reply),
    answersSince() {
      const answers = counted;
      counted = { given: 0, right: 0 };
      return answers;
    },
    paint: async (...asked) =>
      (
        await retrying(
          () => image.paint(...asked),
          providerRetries,
          signal,
          () => {},
        )
      ).picture,
  };
}
