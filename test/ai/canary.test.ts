import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BSON } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { AiCall } from '../../schema/ai-call.ts';
import { type AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import type { Site } from '../../schema/site.ts';
import { createHidingFetch } from '../../server/ai/hiding-fetch.ts';
import type { ProviderSource } from '../../server/ai/provider.ts';
import { environmentKeys, environmentProviders } from '../../server/ai/providers/environment.ts';
import { createLines } from '../../server/ai/providers/lines.ts';
import { createAiDesk } from '../../server/ai-desk.ts';
import { accountProviders } from '../../server/ai-settings/account-providers.ts';
import { readConfig } from '../../server/config.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { resumeRun } from '../../server/engine/steer-run.ts';
import { Worker } from '../../server/engine/worker.ts';
import { createLogTo } from '../../server/log.ts';
import { createMetrics } from '../../server/metrics.ts';
import { openTestApi } from '../support/api.ts';
import { makeAccount } from '../support/factory.ts';
import { type Behaviour, fails, openFaultServer, says } from '../support/fault-server.ts';
import { makeSmallSite } from '../support/small-site.ts';

/** Words that stand nowhere else, and that no rule for the looks of keys would find. */
const canaries = { environment: 'quokka-7731-numbat-environment', api: 'quokka-4092-numbat-account' };
const masterSecret = 'quokka-master-0123456789abcdefghijk';
const secrets = [...Object.values(canaries), masterSecret];

const server = await openFaultServer();
const logged: string[] = [];
const app = await openTestApi({
  parts: { log: createLogTo({ write: (line) => logged.push(line) }, 'debug') },
});
const { database, now } = app.engine;

const config = readConfig({
  GALLEY_SECRET: masterSecret,
  ALLOW_PRIVATE_AI_HOSTS: new URL(server.url).host,
  OPENAI_API_KEY: canaries.environment,
  OPENAI_BASE_URL: server.url,
  TEXT_MODEL: 'a-writer',
  IMAGE_MODEL: 'a-painter',
});
const lines = createLines({ requests: 1_000_000, tokens: 1_000_000_000 });
const environment = environmentProviders(config, {
  lines,
  fetch: createHidingFetch(fetch, environmentKeys(config)),
});
const desk = createAiDesk(database, config, { lines, environment, now });
const source = accountProviders(desk);
/** The server is to know what it is asked. */
const noted: ProviderSource = { of: async (account) => server.questions.noting(await source.of(account)) };
const metrics = createMetrics({ database });
const engine = { ...app.engine, providers: noted, observe: metrics.observer };

/** A host that tells everybody which key it does not like. */
const tells =
  (status: number, code?: string): Behaviour =>
  (response, answer, request) => {
    const error = { message: `Not with ${request.key}, Bearer ${request.key}!`, code };
    fails(status, error, { 'x-your-key': request.key })(response, answer, request);
  };

const answers: string[] = [];

/** A run that meets these failures, then fails, and completes once it is resumed. */
async function troubledRun(site: Site, ...failures: Behaviour[]): Promise<AutomationRun> {
  server.behave(...failures);
  const worker = new Worker(engine, { slots: 1 });
  worker.start();
  const { _id } = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
  const failed = await app.settled(_id);
  expect(failed.status).toBe(RunStatus.Failed);
  answers.push(JSON.stringify(failed.error));
  server.behave(tells(503), says('{"nothing":"of use"}'));
  await resumeRun(engine, _id, 'Ada');
  worker.wake(_id);
  const run = await app.settled(_id);
  await worker.stop();
  return run;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')));
}

/** Every document of every collection, as it is stored. */
async function dump(): Promise<string[]> {
  const collections = await database.db.collections();
  const all = await Promise.all(collections.map((one) => one.find({}).toArray()));
  return all.flat().map((document) => Buffer.from(BSON.serialize(document)).toString('latin1'));
}

/** Those of the texts in which a secret stands, as it is or in another writing. */
function tellTales(texts: readonly string[]): string[] {
  const written = secrets.flatMap((secret) => [
    secret,
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    Buffer.from(secret).toString('hex'),
  ]);
  return texts.filter((text) => written.some((one) => text.includes(one)));
}

describe('A key that is a canary', () => {
  let run: AutomationRun;
  let other: AutomationRun;

  beforeAll(async () => {
    const api = await app.openAnother({ ai: desk, metrics });
    const { _id: account } = await makeAccount(database);
    const ask = app.as(await app.person(account), api.url);
    const asked = async (document: string, variables?: object) => {
      const answer = await ask(document, variables);
      answers.push(JSON.stringify(answer));
      return answer;
    };
    const update =
      'mutation ($input: UpdateAiSettingsInput!) { updateAiSettings(input: $input) { aiSettings { keys { lastFour } } } }';
    const settings = { baseUrl: server.url, textModels: ['a-writer'], imageModels: ['a-painter'] };
    const key = { provider: 'OPEN_AI', key: canaries.api };
    await asked(update, { input: { ...settings, keys: [key], textModels: ['nobody:x, y'] } });
    const { errors } = await asked(update, { input: { ...settings, keys: [key] } });
    expect(errors).toBeUndefined();
    server.behave(tells(400), tells(401));
    for (const key of ['one', 'two'])
      await asked(
        `mutation { testProvider(input: { idempotencyKey: "${key}" }) { provider model problem } }`,
      );

    run = await troubledRun(
      await makeSmallSite(database, ['cold brew'], { account }),
      tells(500),
      tells(400),
    );
    other = await troubledRun(
      await makeSmallSite(database, ['flat white']),
      tells(429),
      tells(401, 'invalid_api_key'),
    );

    const siteId = run.site.toHexString();
    const runId = run._id.toHexString();
    await asked('query { aiSettings { keys { provider lastFour setBy } baseUrl textModels } }');
    await asked('query { aiUsage(by: [MODEL]) { rows { model calls } } }');
    await asked(`query { runs(siteId: "${siteId}") { nodes { error { message } stages { key } } } }`);
    await asked(`query { activity(runId: "${runId}", first: 100) { nodes { message } } }`);
    await api.close();
    await lines.close();
  });

  it('did reach the host, which told of it whenever it could', async () => {
    expect(run.status).toBe(RunStatus.Completed);
    expect(other.status).toBe(RunStatus.Completed);
    const faults = await database.of(AiCall).distinct('fault', { fault: { $ne: null } });
    expect(faults.length).toBeGreaterThanOrEqual(4);
    expect(faults.filter((fault) => fault?.includes('[hidden]'))).not.toEqual([]);
  });

  it('is in no document of any collection', async () => {
    expect(tellTales(await dump())).toEqual([]);
  });

  it('is in no line of the log, at debug, nor in the log files of the runs', async () => {
    const files = await filesBelow(app.folder);
    expect(files.length).toBeGreaterThan(4);
    expect(logged.length).toBeGreaterThan(0);
    expect(tellTales([...logged, ...files])).toEqual([]);
  });

  it('is in no answer of the API, no error of a run and no figure', async () => {
    const { text } = await metrics.text();
    expect(text).toContain('galley_model_calls_total');
    expect(tellTales([...answers, text])).toEqual([]);
  });

  it('would be found by these looks', async () => {
    await database.db.collection('planted').insertOne({ deep: [{ key: `Bearer ${canaries.api}` }] });
    expect(tellTales(await dump())).toHaveLength(1);
    expect(tellTales([Buffer.from(canaries.environment).toString('base64')])).toHaveLength(1);
  });
});
