import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** In the page, from its beginning: when it has asked for what, by its own time, and how much is yet to be answered. */
const note = `(() => {
  const noted = { asked: [], open: 0 };
  const reach = globalThis.fetch;
  globalThis.noted = noted;
  globalThis.fetch = async (url, request) => {
    const operation = /(?:query|mutation) (\\w+)/.exec(request?.body)?.[1];
    noted.asked.push({ operation, at: Date.now() });
    noted.open += 1;
    try {
      const response = await reach(url, request);
      return new Response(await response.text(), response);
    } finally {
      noted.open -= 1;
    }
  };
})()`;

/** In milliseconds: so finely a pace is measured. */
const step = 250;
/** So long something is waited for that is asked for again, in milliseconds. */
const mostMs = 60_000;

interface Asked {
  readonly operation: string;
  readonly at: number;
}

export interface PageTime {
  /** From now on it stands still, but where a test lets it pass. Nothing is on its way then. */
  stop(): Promise<void>;
  pass(seconds: number): Promise<void>;
  /** Leaves so much of it out, and lets it go on. */
  jump(seconds: number): Promise<void>;
  /** How often the page has asked for this. */
  timesAsked(...operations: readonly string[]): Promise<number>;
  /** Lets time pass until the page has asked for each of these twice; the seconds in between. */
  pacesOf(...operations: readonly string[]): Promise<number[]>;
}

/** Takes hold of the page's time. Call it before the page is opened. */
export async function holdTime(page: Page): Promise<PageTime> {
  await page.addInitScript({ content: note });
  await page.clock.install();
  const allAnswered = () => expect.poll(() => page.evaluate('noted.open'), { interval: 5 }).toBe(0);
  const asked = (operations: readonly string[]) =>
    page.evaluate<Asked[]>(
      `noted.asked.filter(({ operation }) => ${JSON.stringify(operations)}.includes(operation))`,
    );
  const pass = async (ms: number) => {
    await page.clock.runFor(ms);
    await allAnswered();
    // What was answered is shown in the moment after.
    await page.clock.runFor(1);
  };
  return {
    async stop() {
      await page.clock.pauseAt(Number(await page.evaluate('Date.now()')) + step);
      await allAnswered();
    },
    pass: (seconds) => pass(seconds * 1_000),
    async jump(seconds) {
      await page.clock.fastForward(seconds * 1_000);
      await page.clock.resume();
    },
    timesAsked: async (...operations) => (await asked(operations)).length,
    async pacesOf(...operations) {
      const { length } = await asked(operations);
      for (let passed = 0; passed < mostMs; passed += step) {
        await pass(step);
        const since = (await asked(operations)).slice(length);
        const times = operations.map((one) => since.filter(({ operation }) => operation === one));
        const paces = times.flatMap(([first, next]) => (first && next ? [next.at - first.at] : []));
        if (paces.length === operations.length) return paces.map((ms) => Math.round(ms / 1_000));
      }
      throw new Error(`Not each of ${operations} is asked for again.`);
    },
  };
}
