import { ObjectId } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { TextCall } from '#stage';
import { AiCall, AiCallStatus, AiFault } from '../../schema/ai-call.ts';
import { createBatchAi } from '../../server/ai/batch-ai.ts';
import { createBudget } from '../../server/ai/budget.ts';
import { BatchJournal } from '../../server/ai/journal.ts';
import { openTestApp } from '../support/app.ts';
import { makeSite } from '../support/factory.ts';
import { scriptAi } from '../support/scripted-ai.ts';

const app = await openTestApp();
const { database, media, retry, now } = app.engine;
const ai = scriptAi();
beforeEach(() => ai.reset());
/** Paid ones, whose answers are stored as they come. */
const providers = { ...ai.providers, text: { ...ai.providers.text, isOffline: false, model: 'a-writer' } };

interface Start {
  readonly promptVersion?: string;
  readonly settings?: object;
  readonly input?: string;
}

/** A batch that is started as often as it is asked: each time it asks its one question. */
async function aBatch() {
  const { _id: site, account } = await makeSite(database);
  const run = { _id: new ObjectId(), site };
  const scope = { account, site, run: run._id, stage: 'write', batchKey: 'one', attempt: 1 };
  const calls = database.of(AiCall);
  return {
    rows: () => calls.find({ run: run._id }, { sort: { _id: 1 } }).toArray(),
    async start({ promptVersion = '1', settings = { words: 900 }, input = 'tea' }: Start = {}) {
      const call: TextCall<string, { said: string }> = {
        purpose: 'outline',
        promptVersion,
        prompt: (user) => ({ system: 'Answer.', user }),
        schema: z.object({ said: z.string() }),
        offline: (said) => ({ said }),
      };
      const batch = createBatchAi({
        ...{
          journal: new BatchJournal(calls, scope),
          providers,
          settings,
          media,
          mediaFolder: 'none',
          retry,
        },
        budget: createBudget({ database, account, run, now }),
        signal: new AbortController().signal,
        checkLease() {},
        onCall() {},
        onWait() {},
        onPhase() {},
      });
      return batch.text(call, input);
    },
  };
}

describe('an accepted answer of a batch that is started again', () => {
  it('is taken for the same question, and is a row with all that is to be known of its call', async () => {
    const { start, rows } = await aBatch();
    expect(await start()).toEqual({ said: 'tea' });
    const [row, ...others] = await rows();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      ...{ purpose: 'outline', index: 0, attempt: 1, status: AiCallStatus.Accepted, promptVersion: '1' },
      ...{ provider: 'offline', model: 'a-writer', tokensIn: 10, tokensOut: 5, tokensCached: 0 },
      ...{ costUsd: 0.001, finishReason: null, reply: { said: 'tea' } },
    });
    expect(row?.inputHash).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.latencyMs).toBeGreaterThanOrEqual(0);
    expect(await start()).toEqual({ said: 'tea' });
    expect(ai.calls).toHaveLength(1);
  });

  it.each<[string, Start]>([
    ['another version of the prompt', { promptVersion: '2' }],
    ['other settings', { settings: { words: 500 } }],
    ['other input', { input: 'coffee' }],
  ])(
    'is not taken for %s, and gives way to the new one, but stays a row that was paid for',
    async (_, changed) => {
      const { start, rows } = await aBatch();
      await start();
      const [before] = await rows();
      await start(changed);
      expect(ai.calls).toHaveLength(2);
      const [old, next, ...others] = await rows();
      expect(others).toEqual([]);
      const outdated = { status: AiCallStatus.Rejected, faultCode: AiFault.Outdated };
      expect(old).toMatchObject({ ...before, ...outdated, fault: 'Its question has changed since.' });
      expect(next).toMatchObject({ status: AiCallStatus.Accepted, costUsd: 0.001 });
      expect(next?.inputHash).not.toBe(old?.inputHash);
      await start(changed);
      expect(ai.calls).toHaveLength(2);
    },
  );
});
