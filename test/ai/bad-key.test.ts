import { describe, expect, it } from 'vitest';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import type { Providers } from '../../server/ai/provider.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { resumeRun } from '../../server/engine/steer-run.ts';
import { openTestApp } from '../support/app.ts';
import { type Behaviour, fails, openFaultServer, says } from '../support/fault-server.ts';
import { providersOf } from '../support/provider-tools.ts';
import { makeSmallSite } from '../support/small-site.ts';

const server = await openFaultServer();
const [oldKey, newKey] = ['sk-old-0123456789', 'sk-new-0123456789'];
const withKey = (key: string) => server.questions.noting(providersOf(server.choice(key)));
const [oldOnes, newOnes] = [withKey(oldKey), withKey(newKey)];
let current: Providers = oldOnes;
const app = await openTestApp({
  parts: {
    providers: {
      text: { ...current.text, answer: (...asked) => current.text.answer(...asked) },
      image: { ...current.image, paint: (...asked) => current.image.paint(...asked) },
    },
  },
});
const { database } = app.engine;

/** Accepts a key for so many requests; another key for ever. */
function revokedAfter(requests: number): Behaviour[] {
  const revoked: Behaviour = (response, answer, request) => {
    const isGood = request.key !== oldKey;
    (isGood ? says() : fails(401, { code: 'invalid_api_key' }))(response, answer, request);
  };
  return [...Array<Behaviour>(requests).fill(says()), ...Array<Behaviour>(100).fill(revoked)];
}

describe('a key that becomes invalid in the middle of a run', () => {
  it.each([
    ['the first stage', 0, 'cluster-keywords'],
    ['an article, between two of its sections', 4, 'generate-content'],
  ])('fails it at %s; with another key it goes on, and pays nothing again', async (_, requests, stage) => {
    current = oldOnes;
    const site = await makeSmallSite(database);
    server.behave(...revokedAfter(requests));
    const worker = app.startWorker();
    const { _id } = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    const failed = await app.settled(_id);
    expect(failed).toMatchObject({
      status: RunStatus.Failed,
      error: {
        code: 'AI_REJECTED_KEY',
        message: 'The AI provider "compatible" rejected the API key. Check the key, then resume the run.',
        stage,
      },
    });
    // It is not asked twice whether a key is good.
    expect(server.requests).toHaveLength(requests + 1);
    current = newOnes;
    await resumeRun(app.engine, _id, 'a test');
    const run = await app.settled(_id);
    await worker.stop();
    expect(run).toMatchObject({ status: RunStatus.Completed, error: null });
    const accepted = await database.of(AiCall).countDocuments({ run: _id, status: AiCallStatus.Accepted });
    // The one that was rejected, and each of the others once.
    expect(server.requests).toHaveLength(accepted + 1);
  });
});
