import { describe, expect, it } from 'vitest';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { offlineProviders } from '../../server/ai/offline-provider.ts';
import { hourMs } from '../../server/durations.ts';
import type { Engine } from '../../server/engine/engine.ts';
import { estimateRange } from '../../server/engine/estimate-range.ts';
import { openTestApp } from '../support/app.ts';
import { makeKeywords, makeSite, numbered } from '../support/factory.ts';
import { providersForAll } from '../support/providers-for-all.ts';

const app = await openTestApp();
const { database } = app.engine;
/** An AI that is asked over the network. */
const online: Engine = {
  ...app.engine,
  providers: providersForAll({ ...offlineProviders, text: { ...offlineProviders.text, isOffline: false } }),
};

async function planExample() {
  const site = await makeSite(database);
  await makeKeywords(database, site, numbered(47));
  return site;
}

describe('the estimate of the plan’s 47 keywords', () => {
  it('is 866 credits, and between them and more where clusters and articles turn out otherwise', async () => {
    const { _id } = await planExample();
    const { credits, stages, needed } = await estimateRange(app.engine, _id, {});
    expect(credits.expected).toBe(866_000);
    expect(needed).toBe(1_039_200);
    expect(credits.low).toBeLessThan(866_000);
    expect(credits.high).toBeGreaterThan(866_000);
    expect(stages.map(({ items }) => items.expected)).toEqual([47, 8, 56, 56, 56, 224, 0]);
    for (const { items } of stages) {
      expect(items.low).toBeLessThanOrEqual(items.expected);
      expect(items.high).toBeGreaterThanOrEqual(items.expected);
    }
  });

  it('is some hours with an AI, as the plan says, and minutes without one', async () => {
    const { _id } = await planExample();
    const { time } = await estimateRange(online, _id, {});
    expect(time.ms).toBeGreaterThan(3 * hourMs);
    expect(time.ms).toBeLessThan(12 * hourMs);
    expect((await estimateRange(app.engine, _id, {})).time.ms).toBeLessThan(hourMs / 20);
  });

  it('numbers each stage by its place among all, also where a run is to begin later', async () => {
    const { _id } = await planExample();
    const { stages } = await estimateRange(app.engine, _id, {
      from: 'generate-content',
      to: 'generate-images',
    });
    expect(stages.map(({ number }) => number)).toEqual([4, 5, 6]);
  });

  it('takes less time with batches side by side', async () => {
    const { _id, account } = await planExample();
    const timeOf = async () => (await estimateRange(online, _id, { from: 'generate-images' })).time.ms;
    const all = async () => (await estimateRange(online, _id, {})).stages[5]?.time.ms ?? 0;
    expect(await timeOf()).toBe(0);
    const one = await all();
    const stages = { 'generate-images': { parallel: 4 } };
    await database
      .of(AutomationConfig)
      .insertOne(Object.assign(new AutomationConfig(), { account, site: _id, stages }));
    expect(await all()).toBeCloseTo(one / 4);
  });
});
