/**
 * A run of 100 keywords with a model that takes its time, on a clock that each of its answers moves on: hours pass in
 * seconds, and every one of them is as long as the answers were.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import type { Providers } from '../../server/ai/provider.ts';
import { wireSchemaOf } from '../../server/ai/providers/wire-schema.ts';
import { tokensOf } from '../../server/ai/tokens.ts';
import { usdOf } from '../../server/ai/usd-prices.ts';
import { hourMs } from '../../server/durations.ts';
import type { Amount } from '../../server/engine/amount.ts';
import { estimateRange, type RangedEstimate } from '../../server/engine/estimate-range.ts';
import { runTimeLeft } from '../../server/engine/progress/outlook.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { errors } from '../../server/errors.ts';
import { openTestApp } from '../support/app.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { standInAnswer } from '../support/stand-in-model.ts';
import { tinyPicture } from '../support/tiny-picture.ts';

/** Seconds that a model takes for an answer, at least and at most. */
const latencies: Readonly<Record<string, readonly [number, number]>> = {
  cluster: [35, 65],
  ideas: [45, 75],
  outline: [10, 20],
  section: [18, 32],
  finish: [12, 22],
  'image-prompts': [10, 20],
  picture: [15, 35],
};
/** Of so many calls one is answered with something unusable, and one not at all at first. */
const unusableEvery = 40;
const unavailableEvery = 55;

let asked = 0;
let onCall: () => Promise<void> = async () => {};

/** Passes the time that such a call takes: the same in every run of this test. */
async function passTime(purpose: string): Promise<void> {
  asked += 1;
  const [least, most] = latencies[purpose] ?? [0, 0];
  const share = (Math.sin(asked * 12.9898) + 1) / 2;
  app.clock.advance((least + share * (most - least)) * 1000);
  await onCall();
  if (asked % unavailableEvery === 0)
    throw errors.aiUnavailable({ provider: 'openai', reason: 'it is busy' });
}

const providers: Providers = {
  text: {
    name: 'openai',
    model: 'gpt-6-sol',
    isOffline: false,
    async answer(call, input) {
      await passTime(call.purpose);
      const { system, user } = call.prompt(input);
      const text = asked % unusableEvery === 0 ? '{}' : (standInAnswer(`${system}\n${user}`) ?? '');
      const tokensIn = tokensOf(`${system}${user}${JSON.stringify(wireSchemaOf(call.schema).schema)}`);
      const tokensOut = tokensOf(text);
      const usage = { tokensIn, tokensOut, tokensCached: 0, pictures: 0 };
      return { reply: JSON.parse(text), ...usage, ...usdOf('openai', 'gpt-6-sol', usage) };
    },
  },
  image: {
    name: 'openai',
    model: 'gpt-image-2',
    async paint(call, input) {
      await passTime(call.purpose);
      const usage = {
        tokensIn: tokensOf(call.prompt(input).text),
        tokensOut: 1_568,
        tokensCached: 0,
        pictures: 1,
      };
      return { picture: tinyPicture, ...usage, ...usdOf('openai', 'gpt-image-2', usage) };
    },
  },
};

const app = await openTestApp({ parts: { providers } });
const { engine, clock } = app;
const { database } = engine;

describe('a run of 100 keywords', () => {
  let estimate: RangedEstimate;
  let run: AutomationRun;
  /** What was told to be left, and when (ms since the start). */
  const told: { at: number; leftMs: number }[] = [];
  let tookMs = 0;

  beforeAll(async () => {
    const site = await makeSite(database, { credits: 10_000 });
    await makeKeywords(
      database,
      site,
      Array.from({ length: 100 }, (_, at) => `espresso question ${at + 1}`),
    );
    estimate = await estimateRange(engine, site._id, {});
    const startedAt = clock.now().getTime();
    const { _id } = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
    onCall = async () => {
      if (asked % 10 !== 0) return;
      const now = clock.now();
      const seen = await database.of(AutomationRun).findOne({ _id });
      if (!seen) return;
      const left = runTimeLeft({ run: seen, paces: new Map(), isOffline: false, batch: null, now });
      if (left) told.push({ at: now.getTime() - startedAt, leftMs: left.ms });
    };
    app.startWorker(1);
    run = await app.settled(_id);
    tookMs = clock.now().getTime() - startedAt;
  }, 600_000);

  it('ends well, with every article in review and a picture for each of its places', () => {
    expect(run).toMatchObject({ status: RunStatus.Completed, error: null });
    // Seven keywords to a cluster, where six were expected: fifteen of them, with seven articles each.
    expect(run.stages['review-gate']?.counters.readyForReview).toBe(105);
    expect(run.stages['generate-images']?.counters.imagesGenerated).toBe(420);
  });

  it('takes what was estimated, and no more than the 12 hours of the plan', () => {
    expect(tookMs).toBeGreaterThan(estimate.time.lowMs);
    expect(tookMs).toBeLessThan(estimate.time.highMs);
    expect(tookMs).toBeLessThan(12 * hourMs);
  });

  it('tells at half-time when it will end, within a quarter', () => {
    const half = told.find(({ at }) => at >= tookMs / 2);
    const left = tookMs - (half?.at ?? 0);
    expect(Math.abs((half?.leftMs ?? 0) - left)).toBeLessThan(left / 4);
  });

  it('needs the calls, tokens, dollars and credits that were estimated', async () => {
    const within = (value: number, { low, high }: Amount) => value >= low && value <= high;
    const [sums] = await database
      .of(AiCall)
      .aggregate<Record<'calls' | 'tokensIn' | 'tokensOut' | 'usd', number>>([
        { $match: { run: run._id, status: { $ne: AiCallStatus.Failed } } },
        {
          $group: {
            _id: null,
            calls: { $sum: 1 },
            tokensIn: { $sum: '$tokensIn' },
            tokensOut: { $sum: '$tokensOut' },
            usd: { $sum: '$costUsd' },
          },
        },
      ])
      .toArray();
    const { ai, credits } = estimate;
    for (const figure of ['calls', 'tokensIn', 'tokensOut', 'usd'] as const) {
      const range = ai[figure];
      expect(
        range && within(sums?.[figure] ?? 0, range),
        `${figure}: ${sums?.[figure]} of ${JSON.stringify(range)}`,
      ).toBe(true);
    }
    expect(within(run.creditsUsed, credits), `${run.creditsUsed}`).toBe(true);
  });
});
