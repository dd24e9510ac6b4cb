import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { offlineProviders } from '../../server/ai/offline-provider.ts';
import type { Providers } from '../../server/ai/provider.ts';
import { tinyPicture } from '../support/tiny-picture.ts';

/** As JSON has them. */
const id = /\b[0-9a-f]{24}\b/g;

/**
 * Providers that answer from what was answered before: the first run over a list of keywords makes the answers, every
 * later one of a site of the same name and keywords finds them. `made` counts the answers that had to be made.
 */
export class PreparedAnswers {
  made = 0;
  /** Time spent on making answers, by their purpose: it is no engine's. */
  readonly makingMs = new Map<string, number>();
  readonly #keep: boolean;
  /** As JSON, without the ids of the run that they were made in. */
  readonly #answers = new Map<string, string>();

  /** `keep` false makes every answer anew: those of a large site would fill the memory that is measured. */
  constructor({ keep = true } = {}) {
    this.#keep = keep;
  }

  /** `delayMs`: what each answer takes. */
  providers(delayMs = 0): Providers {
    const wait = async () => {
      if (delayMs > 0) await sleep(delayMs);
    };
    const { text, image } = offlineProviders;
    return {
      text: {
        ...text,
        answer: async (call, input) => {
          await wait();
          const asked = withoutIds(JSON.stringify(input));
          const key = createHash('sha256').update(call.purpose).update(asked.text).digest('base64');
          const known = this.#answers.get(key);
          if (known !== undefined) return replyOf(JSON.parse(asked.withIds(known)));
          const started = performance.now();
          const reply = await call.offline(input);
          this.made += 1;
          const spent = this.makingMs.get(call.purpose) ?? 0;
          this.makingMs.set(call.purpose, spent + performance.now() - started);
          if (this.#keep) this.#answers.set(key, asked.without(JSON.stringify(reply)));
          return replyOf(reply);
        },
      },
      image: {
        ...image,
        paint: async () => {
          await wait();
          // What an image model would send is not the engine's time.
          return { picture: tinyPicture, costUsd: 0 };
        },
      },
    };
  }
}

function replyOf(reply: unknown) {
  return { reply, tokensIn: 0, tokensOut: 0, costUsd: 0 };
}

/** A question without the ids in it, and the ways between an answer with them and one without: each run has its own. */
function withoutIds(question: string) {
  const numbers = new Map<string, string>();
  const text = question.replace(id, (one) => {
    const number = numbers.get(one) ?? `id-${numbers.size}-`;
    numbers.set(one, number);
    return number;
  });
  return {
    text,
    without: (answer: string) => answer.replace(id, (one) => numbers.get(one) ?? one),
    withIds(answer: string) {
      const ids = [...numbers.keys()];
      return answer.replace(/\bid-(\d+)-/g, (name, number) => ids[Number(number)] ?? name);
    },
  };
}
