import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { AiKind, AiSettings } from '../../schema/ai-settings.ts';
import { AiSpending } from '../../schema/ai-spending.ts';
import { offlineProviders } from '../../server/ai/offline-provider.ts';
import { createLines } from '../../server/ai/providers/lines.ts';
import { createAiDesk } from '../../server/ai-desk.ts';
import { changeAiSettings } from '../../server/ai-settings/settings.ts';
import { testProvider as tryProviderOf } from '../../server/ai-settings/test-provider.ts';
import { readConfig } from '../../server/config.ts';
import { openTestApi } from '../support/api.ts';
import { makeAccount } from '../support/factory.ts';
import { fails, openFaultServer, says } from '../support/fault-server.ts';
import { providersForAll } from '../support/providers-for-all.ts';

const server = await openFaultServer();
const app = await openTestApi();
const { database } = app.engine;

const secret = 'b5d1f08c37a94e26'.repeat(2);
const key = 'sk-live-0123456789abcdefWXYZ';
const update =
  'mutation ($input: UpdateAiSettingsInput!) { updateAiSettings(input: $input) { aiSettings { baseUrl } } }';
const test = `mutation ($input: TestProviderInput!) { testProvider(input: $input) { provider model problem costUsd } }`;

/** A try of its own, unless told otherwise. */
const keyed = (input = {}) => ({ input: { idempotencyKey: randomUUID(), ...input } });

/** An account, and its owner asking. */
async function owner(url?: string) {
  const { _id } = await makeAccount(database);
  const ask = app.as(await app.person(_id), url);
  return { account: _id, ask, update: (input: object) => ask(update, { input }) };
}

const lines = createLines({ requests: 1_000_000, tokens: 1_000_000_000 });
afterAll(() => lines.close());

function deskOf(env: NodeJS.ProcessEnv) {
  const environment = providersForAll(offlineProviders);
  return createAiDesk(database, readConfig(env), { lines, environment, now: app.engine.now });
}

describe('testProvider', async () => {
  const { host } = new URL(server.url);
  const other = await app.openAnother({
    ai: deskOf({ GALLEY_SECRET: secret, ALLOW_PRIVATE_AI_HOSTS: host }),
  });
  afterAll(() => other.close());

  /** An account that asks the test's own server. */
  async function gatewayUser(baseUrl = server.url) {
    const user = await owner(other.url);
    const { errors: refused } = await user.update({
      ...{ baseUrl, textModels: ['a-writer'], keys: [{ provider: 'OPEN_AI', key }] },
    });
    expect(refused).toBeUndefined();
    return { ...user, tried: async (input = {}) => (await user.ask(test, keyed(input))).data.testProvider };
  }

  it('says that all is well, after one tiny call with the key', async () => {
    const { tried } = await gatewayUser();
    server.behave(says('{"word":"ready"}'));
    expect(await tried()).toEqual({ provider: 'compatible', model: 'a-writer', problem: null, costUsd: 0 });
    expect(server.requests).toMatchObject([{ key }]);
  });

  it("reads no more of what an account's host says than is of use", async () => {
    const { tried } = await gatewayUser();
    const hungUp = Promise.withResolvers<void>();
    server.behave((response) => {
      response.on('close', hungUp.resolve);
      response.writeHead(400, { 'content-type': 'text/plain' });
      const more = () => {
        while (!response.destroyed && response.write('no '.repeat(10_000)));
      };
      response.on('drain', more);
      more();
    });
    expect(await tried()).toMatchObject({
      problem: expect.stringContaining('it answered with the error 400'),
    });
    await hungUp.promise;
  });

  it('makes no other call for the same key, and tells again what came of the first', async () => {
    const { tried } = await gatewayUser();
    server.behave(says('{"word":"ready"}'), fails(503));
    const first = await tried({ idempotencyKey: 'monday' });
    expect(await tried({ idempotencyKey: 'monday' })).toEqual(first);
    expect(server.requests).toHaveLength(1);
    expect((await tried({ idempotencyKey: 'tuesday' })).problem).not.toBeNull();
  });

  it.each([
    ['a bad key', fails(401, { code: 'invalid_api_key' }), /rejected the API key\./],
    ['no such model', fails(404, { code: 'model_not_found' }), /has no model "a-writer"/],
    ['no quota', fails(429, { code: 'insufficient_quota' }), /has no credit left\./],
    ['an overload', fails(503), /is unavailable: it answered with the error 503\./],
    ['an answer that is not what was asked for', says('Hello!'), /not in the form that it was asked for\./],
  ])('says in a sentence that it was %s', async (_, behaviour, sentence) => {
    const { tried } = await gatewayUser();
    server.behave(behaviour);
    expect((await tried()).problem).toMatch(sentence);
    expect(server.requests).toHaveLength(1);
  });

  it('says that nobody is there', async () => {
    const { _id: account } = await makeAccount(database);
    const closed = await closedAddress();
    const desk = deskOf({ GALLEY_SECRET: secret, ALLOW_PRIVATE_AI_HOSTS: closed });
    const change = { baseUrl: `http://${closed}/v1`, textModels: ['a-writer'] };
    await changeAiSettings(desk, { account, name: 'Ada' }, change);
    const { problem } = await tryProviderOf(desk, account, { kind: AiKind.Text, model: null });
    expect(problem).toMatch(/cannot be reached: /);
  });

  it('tries another model than the one that is set', async () => {
    const { tried } = await gatewayUser();
    server.behave(says('{"word":"ready"}'));
    expect(await tried({ model: 'another' })).toMatchObject({ problem: null });
    expect(JSON.parse(server.requests[0]?.body ?? '{}')).toMatchObject({ model: 'another' });
  });

  it('looks at who paints, and has nothing painted', async () => {
    const { tried, update } = await gatewayUser();
    await update({ imageModels: ['a-painter'] });
    server.behave(says('{}'), fails(401));
    const painter = { provider: 'compatible', model: 'a-painter' };
    expect(await tried({ kind: 'IMAGE' })).toEqual({ ...painter, problem: null, costUsd: 0 });
    expect((await tried({ kind: 'IMAGE', model: 'a-painter' })).problem).toMatch(/rejected the API key\./);
    expect(server.requests.map(({ path }) => path)).toEqual(['/v1/models', '/v1/models']);
  });

  it('asks the environment’s where the account has none of its own', async () => {
    const { ask } = await owner();
    const { data } = await ask(test, keyed());
    expect(data.testProvider).toMatchObject({ provider: 'offline', problem: null });
  });

  it('is refused where the month has cost what it may', async () => {
    const { account, ask, update } = await gatewayUser();
    await update({ usdPerMonth: 1 });
    const _id = `month ${account.toHexString()} 2025-12`;
    await database.of(AiSpending).insertOne(Object.assign(new AiSpending(), { _id, account, usd: 1 }));
    const { errors: refused } = await ask(test, keyed());
    expect(refused).toMatchObject([{ extensions: { code: 'MONTH_CAP_REACHED' } }]);
    expect(server.requests).toEqual([]);
  });

  it('tells of a stored key that can no longer be decrypted', async () => {
    const { account, ask } = await gatewayUser();
    const spoilt = { $set: { 'keys.openai.sealed.wrappedKey': 'AAAA' } };
    await database.of(AiSettings).updateOne({ account }, spoilt);
    const { errors: refused } = await ask(test, keyed());
    expect(refused).toMatchObject([{ extensions: { code: 'SECRET_UNREADABLE' } }]);
  });
});

/** Where a server has been, and is no more. */
async function closedAddress(): Promise<string> {
  const gone = createServer();
  await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
  const { port } = gone.address() as AddressInfo;
  await new Promise((resolve) => gone.close(resolve));
  return `127.0.0.1:${port}`;
}
