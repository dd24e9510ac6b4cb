import type { Picture } from '#stage';
import { offlineProviders } from '../../server/ai/offline-provider.ts';
import type { Providers, Repair } from '../../server/ai/provider.ts';
import { tinyPicture } from './tiny-picture.ts';

/** A call as it reached the provider. */
export interface SeenCall {
  readonly purpose: string;
  readonly input: unknown;
  readonly signal: AbortSignal;
  readonly repair?: Repair;
  /** How many calls have reached the provider, this one included. */
  readonly nth: number;
}

/** A provider that does as the test says. */
export interface ScriptedAi {
  readonly providers: Providers;
  /** Every call that reached it, in order. */
  readonly calls: SeenCall[];
  /** What it replies, or throws; undefined: the stage's own offline answer. */
  answer: (call: SeenCall) => unknown;
  /** The picture it paints; undefined: one of a single pixel. */
  paint: (call: SeenCall) => Picture | undefined | Promise<Picture | undefined>;
  /** Forgets calls and script. */
  reset(): void;
}

export function scriptAi(): ScriptedAi {
  const { text, image } = offlineProviders;
  const see = (purpose: string, input: unknown, rest: { signal: AbortSignal; repair?: Repair }): SeenCall => {
    const call = { purpose, input, ...rest, nth: ai.calls.length + 1 };
    ai.calls.push(call);
    return call;
  };
  const ai: ScriptedAi = {
    calls: [],
    answer: () => undefined,
    paint: () => undefined,
    reset() {
      ai.calls.length = 0;
      ai.answer = () => undefined;
      ai.paint = () => undefined;
    },
    providers: {
      text: {
        ...text,
        async answer(call, input, options) {
          const reply = await ai.answer(see(call.purpose, input, options));
          return { reply: reply ?? (await call.offline(input)), tokensIn: 10, tokensOut: 5, costUsd: 0.001 };
        },
      },
      image: {
        ...image,
        async paint(call, input, options) {
          const picture = await ai.paint(see(call.purpose, input, options));
          return { picture: picture ?? tinyPicture, costUsd: 0.001 };
        },
      },
    },
  };
  return ai;
}
