import { errors, type GalleyError } from '../../errors.ts';

/** Milliseconds. */
export interface Patience {
  /** For all of the answer. */
  readonly totalMs: number;
  /** Until it begins. Models may think for long before they speak. */
  readonly firstMs: number;
  /** Between two pieces of it. */
  readonly betweenMs: number;
}

/** By the kind of call. A picture comes in one piece. */
export type Timeouts = Readonly<Record<'text' | 'image' | 'check', Patience>>;

export const defaultTimeouts: Timeouts = {
  text: { totalMs: 600_000, firstMs: 180_000, betweenMs: 60_000 },
  image: { totalMs: 240_000, firstMs: 240_000, betweenMs: 240_000 },
  check: { totalMs: 30_000, firstMs: 30_000, betweenMs: 30_000 },
};

/** Watches one call: its signal aborts when the caller's does, or when patience is at an end. */
export interface Watch {
  readonly signal: AbortSignal;
  /** Set once patience is at an end: what was waited for in vain. */
  readonly failure: GalleyError | undefined;
  /** A piece has come. */
  heard(): void;
  /** To be called in any case: a timer left behind keeps the process from ending. */
  end(): void;
}

export function watch(provider: string, patience: Patience, signal: AbortSignal): Watch {
  const controller = new AbortController();
  let failure: GalleyError | undefined;
  const giveUp = (reason: string) => {
    failure = errors.aiUnavailable({ provider, reason, mayBePaid: true });
    controller.abort(failure);
  };
  const after = (ms: number, reason: string) => setTimeout(() => giveUp(reason), ms);
  const total = after(patience.totalMs, `it did not finish within ${seconds(patience.totalMs)}`);
  let next = after(patience.firstMs, `it did not begin to answer within ${seconds(patience.firstMs)}`);
  return {
    signal: AbortSignal.any([signal, controller.signal]),
    get failure() {
      return failure;
    },
    heard() {
      clearTimeout(next);
      next = after(
        patience.betweenMs,
        `its answer stopped, and nothing came for ${seconds(patience.betweenMs)}`,
      );
    },
    end() {
      clearTimeout(total);
      clearTimeout(next);
      // What is still under way, as the rest of an answer that is far too long, is not waited for.
      controller.abort();
    },
  };
}

function seconds(ms: number): string {
  return `${ms / 1_000} s`;
}
