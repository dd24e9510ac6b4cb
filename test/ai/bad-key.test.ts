import { afterAll, describe, expect, it } from 'vitest';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import type { ProviderSource } from '../../server/ai/provider.ts';
import { createLines } from '../../server/ai/providers/lines.ts';
import { createAiDesk } from '../../server/ai-desk.ts';
import { accountProviders } from '../../server/ai-settings/account-providers.ts';
import { readConfig } from '../../server/config.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { Worker } from '../../server/engine/worker.ts';
import { openTestApi } from '../support/api.ts';
import { makeAccount } from '../support/factory.ts';
import { type Behaviour, fails, openFaultServer, says } from '../support/fault-server.ts';
import { makeSmallSite } from '../support/small-site.ts';

const server = await openFaultServer();
const [oldKey, newKey] = ['sk-old-0123456789', 'sk-new-0123456789'];
const app = await openTestApi();
const { database, now } = app.engine;
const lines = createLines({ requests: 1_000_000, tokens: 1_000_000_000 });
afterAll(() => lines.close());
const config = readConfig({
  GALLEY_SECRET: 'b5d1f08c37a94e26'.repeat(2),
  ALLOW_PRIVATE_AI_HOSTS: new URL(server.url).host,
});
const desk = createAiDesk(database, config, { lines, environment: app.engine.providers, now });
const source = accountProviders(desk);
/** The server is to know what it is asked. */
const noted: ProviderSource = { of: async (account) => server.questions.noting(await source.of(account)) };
const engine = { ...app.engine, providers: noted };
const api = await app.openAnother({ ai: desk });
afterAll(() => api.close());

/** Accepts a key for so many requests; another key for ever. */
function revokedAfter(requests: number): Behaviour[] {
  const revoked: Behaviour = (response, answer, request) => {
    const isGood = request.key !== oldKey;
    (isGood ? says() : fails(401, { code: 'invalid_api_key' }))(response, answer, request);
  };
  return [...Array<Behaviour>(requests).fill(says()), ...Array<Behaviour>(100).fill(revoked)];
}

/** An account whose owner has set the old key, and ways to set another and to go on with a run. */
async function keyHolder() {
  const { _id: account } = await makeAccount(database);
  const ask = app.as(await app.person(account), api.url);
  const asked = async (document: string, input: object) => {
    const { errors } = await ask(document, { input });
    expect(errors).toBeUndefined();
  };
  const setKey = (key: string, more: object = {}) =>
    asked(
      'mutation ($input: UpdateAiSettingsInput!) { updateAiSettings(input: $input) { aiSettings { baseUrl } } }',
      { keys: [{ provider: 'OPEN_AI', key }], ...more },
    );
  const resume = (runId: string) =>
    asked('mutation ($input: RunInput!) { resumeRun(input: $input) { run { id } } }', { runId });
  await setKey(oldKey, { baseUrl: server.url, textModels: ['a-writer'], imageModels: ['a-painter'] });
  return { account, setKey, resume };
}

describe('a key that becomes invalid in the middle of a run', () => {
  it.each([
    ['the first stage', 0, 'cluster-keywords'],
    ['an article, between two of its sections', 4, 'generate-content'],
    ['the pictures', 10, 'generate-images'],
  ])(
    'fails it at %s; once it is changed the run goes on, and pays nothing again',
    async (_, requests, stage) => {
      const { account, setKey, resume } = await keyHolder();
      const site = await makeSmallSite(database, ['cold brew coffee'], { account });
      server.behave(...revokedAfter(requests));
      const worker = new Worker(engine, { slots: 1 });
      worker.start();
      const { _id } = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
      const failed = await app.settled(_id);
      expect(failed).toMatchObject({
        status: RunStatus.Failed,
        error: {
          code: 'AI_REJECTED_KEY',
          message: 'The AI provider "compatible" rejected the API key. Check the key.',
          stage,
        },
      });
      // It is not asked twice whether a key is good.
      expect(server.requests).toHaveLength(requests + 1);
      await setKey(newKey);
      await resume(_id.toHexString());
      worker.wake(_id);
      const run = await app.settled(_id);
      await worker.stop();
      expect(run).toMatchObject({ status: RunStatus.Completed, error: null });
      const accepted = await database.of(AiCall).countDocuments({ run: _id, status: AiCallStatus.Accepted });
      // The one that was rejected, and each of the others once.
      expect(server.requests).toHaveLength(accepted + 1);
      expect(server.requests.slice(requests + 1).every(({ key }) => key === newKey)).toBe(true);
    },
  );
});
