/**
 * One line for each account, provider and model: however many runs and batches ask at once, no more goes out than the
 * provider allows, and when it says that it was too much, all of them hold back.
 */
import Bottleneck from 'bottleneck';
import { minuteMs } from '../../durations.ts';
import { unlessAborted } from '../../unless-aborted.ts';
import type { Health } from '../provider.ts';

/** Per minute, of one account, provider and model. */
export interface RateLimits {
  readonly requests: number;
  readonly tokens: number;
}

export interface Line {
  readonly health: Health;
  /** Resolves when it is this call's turn. `tokens`: what it is likely to need. Rejects when aborted. */
  admit(tokens: number, signal: AbortSignal): Promise<void>;
  /** What a call that was admitted with so many tokens has really used. */
  used(admitted: number, tokens: number): void;
  /** The provider has limited the rate: nobody goes for so long, and then fewer than before. */
  holdBack(ms: number): void;
}

export interface Lines {
  of(account: string, provider: string, model: string): Line;
  /** Lets the lines' timers go. */
  close(): Promise<void>;
}

/**
 * How long a line that nobody uses is kept. What it has learned of a limit goes with it: the provider's next complaint
 * teaches the new one.
 */
const keptMs = 10 * minuteMs;
/** How long a provider that was given up is passed over, where there is another to ask. */
const downMs = 60_000;
/** A request in hundredths. A limiter's settings cannot be changed while it runs: its refreshing would stop. */
const share = 100;
/** What remains of a limit that proved too high, and by how much it grows again with each minute without complaint. */
const shrink = 0.7;
const growth = 1.1;

/** The line itself, as long as somebody uses it. */
interface OpenLine extends Line {
  isIdle(): boolean;
  close(): Promise<void>;
}

/** Whoever has a line may use it at any time: it is opened anew where it was let go. */
export function createLines(limits: RateLimits): Lines {
  const open = new Map<string, OpenLine>();
  const lineOf = (key: string): OpenLine => {
    const known = open.get(key);
    if (known) return known;
    letIdleGo();
    const line = createLine(limits);
    open.set(key, line);
    return line;
  };
  const letIdleGo = () => {
    for (const [key, line] of open) {
      if (!line.isIdle()) continue;
      open.delete(key);
      void line.close();
    }
  };
  return {
    of(account, provider, model) {
      const key = JSON.stringify([account, provider, model]);
      return {
        health: {
          isDown: () => lineOf(key).health.isDown(),
          markDown: () => lineOf(key).health.markDown(),
        },
        admit: (tokens, signal) => lineOf(key).admit(tokens, signal),
        used: (admitted, tokens) => lineOf(key).used(admitted, tokens),
        holdBack: (ms) => lineOf(key).holdBack(ms),
      };
    },
    async close() {
      await Promise.all([...open.values()].map((line) => line.close()));
      open.clear();
    },
  };
}

function createLine(limits: RateLimits): OpenLine {
  const requests = bucket(limits.requests * share);
  const tokens = bucket(limits.tokens);
  /** Fewer than the limit, where that has proved too high: each request then weighs more. */
  let allowed = limits.requests;
  const weightOf = (perMinute: number) => Math.floor((share * limits.requests) / perMinute);
  let heldUntil = 0;
  let complainedAt = 0;
  let downUntil = 0;
  let waiting = 0;
  let usedAt = Date.now();
  /** After a quiet minute a little more is dared, up to the limit. */
  const grow = () => {
    if (allowed >= limits.requests || Date.now() - complainedAt < minuteMs) return;
    complainedAt = Date.now();
    allowed = Math.min(limits.requests, Math.ceil(allowed * growth));
  };
  return {
    health: {
      isDown: () => Date.now() < downUntil,
      markDown() {
        downUntil = Date.now() + downMs;
      },
    },
    async admit(needed, signal) {
      grow();
      waiting += 1;
      const weight = Math.min(limits.tokens, Math.max(1, Math.ceil(needed)));
      const inTurn = () => tokens.schedule({ weight }, () => waitUntil(heldUntil, signal));
      // A place in the line cannot be given back, but nobody has to wait for it who does not want it any more.
      const inLine = () => requests.schedule({ weight: weightOf(allowed) }, inTurn);
      await unlessAborted(signal, inLine).finally(() => {
        waiting -= 1;
        usedAt = Date.now();
      });
    },
    used(admitted, actual) {
      const difference = Math.round(Math.min(limits.tokens, admitted) - actual);
      if (difference !== 0) void tokens.incrementReservoir(difference);
    },
    holdBack(ms) {
      heldUntil = Math.max(heldUntil, Date.now() + ms);
      // Of many calls that were under way at once, the first complaint counts.
      if (Date.now() - complainedAt < 1_000) return;
      complainedAt = Date.now();
      allowed = Math.max(1, Math.floor(allowed * shrink));
    },
    isIdle: () => waiting === 0 && Date.now() - Math.max(usedAt, heldUntil) >= keptMs,
    async close() {
      await Promise.all([requests.disconnect(), tokens.disconnect()]);
    },
  };
}

function bucket(perMinute: number): Bottleneck {
  return new Bottleneck({
    reservoir: perMinute,
    reservoirRefreshAmount: perMinute,
    reservoirRefreshInterval: minuteMs,
  });
}

async function waitUntil(time: number, signal: AbortSignal): Promise<void> {
  const ms = time - Date.now();
  if (ms > 0 && !signal.aborted) await new Promise((resolve) => setTimeout(resolve, ms));
}
