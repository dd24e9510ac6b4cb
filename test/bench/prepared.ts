import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { offlineProviders } from '../../server/ai/offline-provider.ts';
import type { Providers } from '../../server/ai/provider.ts';
import { tinyPicture } from '../support/tiny-picture.ts';

/**
 * Providers that answer from what was answered before: the first run over a list of keywords makes the answers, every
 * later one of a site of the same name and keywords finds them. `made` counts the answers that had to be made.
 */
export class PreparedAnswers {
  made = 0;
  /** Time spent on making answers, by their purpose: it is no engine's. */
  readonly makingMs = new Map<string, number>();
  readonly #keep: boolean;
  readonly #answers = new Map<string, unknown>();

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
          const key = createHash('sha256')
            .update(call.purpose)
            .update(JSON.stringify(input))
            .digest('base64');
          let reply = this.#answers.get(key);
          if (reply === undefined) {
            const started = performance.now();
            reply = await call.offline(input);
            this.made += 1;
            const spent = this.makingMs.get(call.purpose) ?? 0;
            this.makingMs.set(call.purpose, spent + performance.now() - started);
            if (this.#keep) this.#answers.set(key, reply);
          }
          return { reply, tokensIn: 0, tokensOut: 0, costUsd: 0 };
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
