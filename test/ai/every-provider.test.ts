import { beforeAll, describe, expect, it } from 'vitest';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { type AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { usualPictureTokens } from '../../server/ai/usd-prices.ts';
import { audit } from '../../server/credits/audit.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openAiMock, runwareUsd } from '../support/ai-mock.ts';
import { openTestApp } from '../support/app.ts';
import { providersOf } from '../support/provider-tools.ts';
import { makeSmallSite } from '../support/small-site.ts';

const { choices, questions } = await openAiMock();
/** Who paints beside whom. */
const painters = { openai: 'openai', anthropic: 'runware', google: 'google', compatible: 'compatible' };
/** A picture's price: by the tokens of a usual one, as it is told, a fixed one, and unknown. */
const pictureUsd = {
  openai: (usualPictureTokens * 30) / 1e6,
  anthropic: runwareUsd,
  google: 0.039,
  compatible: 0,
};

/** For 1,000 tokens in and 200 out, by the price table. */
const usd = { openai: 0.004, anthropic: 0.004, google: 0.003, compatible: 0 };

describe.each(['openai', 'anthropic', 'google', 'compatible'] as const)('%s', async (name) => {
  const providers = questions.noting(providersOf(choices[name]));
  const app = await openTestApp({ parts: { providers } });
  const { database } = app.engine;
  let run: AutomationRun;
  let calls: AiCall[];

  beforeAll(async () => {
    const site = await makeSmallSite(database);
    app.startWorker();
    const started = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    run = await app.settled(started._id);
    calls = await database.of(AiCall).find({ run: run._id }).toArray();
  });

  it('answers all seven stages, beside whoever paints, up to the review', async () => {
    expect(run).toMatchObject({ error: null, status: RunStatus.Completed });
    const drafts = await database.of(Content).find({ site: run.site }).toArray();
    expect(drafts).toMatchObject([
      { status: ContentStatus.Review, images: { total: 1, pending: 0, failed: 0 } },
    ]);
    expect((await audit(database)).differences).toEqual([]);
  });

  it('is journaled call by call: who answered, with how many tokens, for how much', async () => {
    expect(calls.map(({ purpose, status }) => [purpose, status])).toEqual(
      questions.purposes.slice(-calls.length).map((purpose) => [purpose, AiCallStatus.Accepted]),
    );
    for (const call of calls) {
      const isPicture = call.purpose === 'picture';
      expect(call.provider).toBe(isPicture ? painters[name] : name);
      if (isPicture) {
        expect(call.costUsd).toBeCloseTo(pictureUsd[name], 9);
        continue;
      }
      expect(call).toMatchObject({ tokensIn: 1_000, tokensOut: 200, tokensCached: 0, finishReason: 'stop' });
      // Nobody knows what a gateway's models cost.
      expect(call.isPriced).toBe(name !== 'compatible');
      expect(call.costUsd).toBeCloseTo(usd[name], 9);
    }
  });
});
