import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { AiKind, AiProvider, AiSettings } from '../../schema/ai-settings.ts';
import { AiSpending } from '../../schema/ai-spending.ts';
import { Role } from '../../schema/user.ts';
import { offlineProviders } from '../../server/ai/offline-provider.ts';
import { providersForAll } from '../../server/ai/provider.ts';
import { createLines } from '../../server/ai/providers/lines.ts';
import { createAiDesk } from '../../server/ai-desk.ts';
import { changeAiSettings } from '../../server/ai-settings/settings.ts';
import { testProvider as tryProviderOf } from '../../server/ai-settings/test-provider.ts';
import { readConfig } from '../../server/config.ts';
import { openTestApi } from '../support/api.ts';
import { makeAccount } from '../support/factory.ts';
import { fails, openFaultServer, says } from '../support/fault-server.ts';

const server = await openFaultServer();
const app = await openTestApi();
const { database } = app.engine;

const secret = 'b5d1f08c37a94e26'.repeat(2);
const key = 'sk-live-0123456789abcdefWXYZ';
const fields = 'keys { provider lastFour setAt setBy } baseUrl textModels imageModels usdPerMonth';
const query = `query { aiSettings { ${fields} } }`;
const update = `mutation ($input: UpdateAiSettingsInput!) { updateAiSettings(input: $input) { aiSettings { ${fields} } } }`;
const remove = `mutation ($input: RemoveAiKeyInput!) { removeAiKey(input: $input) { aiSettings { ${fields} } } }`;
const test = `mutation ($input: TestProviderInput!) { testProvider(input: $input) { provider model problem costUsd } }`;

/** An account, and its owner asking. */
async function owner(url?: string) {
  const { _id } = await makeAccount(database);
  const headers = await app.person(_id);
  const ask = app.as(headers, url);
  return {
    account: _id,
    ask,
    update: (input: object) => ask(update, { input }),
    stored: () => database.of(AiSettings).findOne({ account: _id }),
  };
}

describe('the AI settings of an account', () => {
  it('are empty to begin with, and nothing is stored by looking', async () => {
    const { ask, stored } = await owner();
    const { data } = await ask(query);
    expect(data.aiSettings).toEqual({
      ...{ keys: [], baseUrl: null, textModels: [], imageModels: [], usdPerMonth: null },
    });
    expect(await stored()).toBeNull();
  });

  it('tell of a key that it is set, its end, when and by whom; the key itself is shown to nobody', async () => {
    const { ask, update, stored } = await owner();
    const { data } = await update({ keys: [{ provider: 'OPEN_AI', key }], textModels: ['openai:gpt-5'] });
    const told = { provider: 'OPEN_AI', lastFour: 'WXYZ', setAt: '2025-12-03T14:05:23.000Z' };
    expect(data.updateAiSettings.aiSettings).toMatchObject({ keys: [told], textModels: ['openai:gpt-5'] });
    expect(data.updateAiSettings.aiSettings.keys[0].setBy).toMatch(/^Person/);
    const answer = await ask(query);
    expect(answer.data.aiSettings).toEqual(data.updateAiSettings.aiSettings);
    expect(JSON.stringify([answer, data, await stored()])).not.toContain(key.slice(0, -4));
    expect((await stored())?.keys.openai?.sealed).toMatchObject({ masterVersion: 1 });
  });

  it('shows at most a quarter of a short key', async () => {
    const { update } = await owner();
    const { data } = await update({ keys: [{ provider: 'ANTHROPIC', key: 'sk-1234' }] });
    expect(data.updateAiSettings.aiSettings.keys[0].lastFour).toBe('4');
  });

  it('change one by one: what is not named stays', async () => {
    const { update, stored } = await owner();
    await update({ keys: [{ provider: 'ANTHROPIC', key }], usdPerMonth: 20 });
    await update({ keys: [{ provider: 'GOOGLE', key }] });
    const { data } = await update({ imageModels: ['google:gemini-2.5-flash-image'] });
    expect(data.updateAiSettings.aiSettings).toMatchObject({
      keys: [{ provider: 'ANTHROPIC' }, { provider: 'GOOGLE' }],
      usdPerMonth: 20,
      imageModels: ['google:gemini-2.5-flash-image'],
    });
    expect((await stored())?.version).toBe(3);
    const emptied = await update({ usdPerMonth: null });
    expect(emptied.data.updateAiSettings.aiSettings.usdPerMonth).toBeNull();
  });

  it('lose the key of one provider when that is removed, and only that', async () => {
    const { ask, update } = await owner();
    await update({ keys: ['ANTHROPIC', 'GOOGLE'].map((provider) => ({ provider, key })) });
    for (let time = 0; time < 2; time += 1) {
      const { data } = await ask(remove, { input: { provider: 'ANTHROPIC' } });
      expect(data.removeAiKey.aiSettings.keys).toMatchObject([{ provider: 'GOOGLE' }]);
    }
  });

  it('drop the key with the address it was for, unless a new one comes along', async () => {
    const { update } = await owner();
    const at = { baseUrl: 'https://8.8.8.8/v1', textModels: ['openai:llama'] };
    await update({
      keys: [
        { provider: 'OPEN_AI', key },
        { provider: 'GOOGLE', key },
      ],
    });
    const moved = await update(at);
    expect(moved.data.updateAiSettings.aiSettings.keys).toMatchObject([{ provider: 'GOOGLE' }]);
    await update({ keys: [{ provider: 'OPEN_AI', key }] });
    const same = await update(at);
    expect(same.data.updateAiSettings.aiSettings.keys).toHaveLength(2);
    const together = await update({ baseUrl: 'https://1.1.1.1/v1', keys: [{ provider: 'OPEN_AI', key }] });
    expect(together.data.updateAiSettings.aiSettings.keys).toHaveLength(2);
  });

  it.each([
    ['a private address', { baseUrl: 'http://169.254.169.254/v1', textModels: ['llama'] }, 'AI_HOST_REFUSED'],
    ['a model without a key for it', { textModels: ['openai:gpt-5'] }, 'AI_SETTINGS_UNUSABLE'],
    ['an address without a model', { baseUrl: 'https://8.8.8.8/v1' }, 'AI_SETTINGS_UNUSABLE'],
    ['an address that is none', { baseUrl: 'ftp://8.8.8.8' }, 'INVALID_INPUT'],
    ['a key with a line break', { keys: [{ provider: 'GOOGLE', key: `${key}\nx: y` }] }, 'INVALID_INPUT'],
    ['two keys of one provider', { keys: [1, 2].map(() => ({ provider: 'GOOGLE', key })) }, 'INVALID_INPUT'],
    ['two models in one', { textModels: ['a, b'] }, 'INVALID_INPUT'],
    ['a negative cap', { usdPerMonth: -1 }, 'INVALID_INPUT'],
  ])('refuse %s, and then nothing changes', async (_, input, code) => {
    const { update, stored } = await owner();
    const { errors: refused } = await update({ usdPerMonth: 5, ...input });
    expect(refused).toMatchObject([{ extensions: { code } }]);
    expect(JSON.stringify(refused)).not.toContain(key);
    expect(await stored()).toBeNull();
  });

  it('set by several at once keep what each of them said', async () => {
    const { update, stored } = await owner();
    const providers = ['ANTHROPIC', 'GOOGLE', 'RUNWARE'];
    await Promise.all(providers.map((provider) => update({ keys: [{ provider, key }] })));
    expect(Object.keys((await stored())?.keys ?? {}).sort()).toEqual(['anthropic', 'google', 'runware']);
  });

  it('cannot take a key where there is nothing to encrypt it with', async () => {
    const { _id: account } = await makeAccount(database);
    const change = { keys: [{ provider: AiProvider.OpenAi, key }] };
    const desk = deskOf({ MONGODB_URI: 'mongodb://test' });
    await expect(changeAiSettings(desk, { account, name: 'Ada' }, change)).rejects.toMatchObject({
      code: 'MASTER_KEY_MISSING',
      message: expect.stringContaining('set GALLEY_SECRET'),
    });
    expect(await database.of(AiSettings).findOne({ account })).toBeNull();
  });

  it.each([Role.Editor, Role.Viewer])('are for owners, not for a role such as %s', async (role) => {
    const { _id } = await makeAccount(database);
    const ask = app.as(await app.person(_id, role));
    const { errors: refused } = await ask(query);
    expect(refused).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

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
    return { ...user, tried: async (input = {}) => (await user.ask(test, { input })).data.testProvider };
  }

  it('says that all is well, after one tiny call with the key', async () => {
    const { tried } = await gatewayUser();
    server.behave(says('{"word":"ready"}'));
    expect(await tried()).toEqual({ provider: 'compatible', model: 'a-writer', problem: null, costUsd: 0 });
    expect(server.requests).toMatchObject([{ key }]);
  });

  it.each([
    ['a bad key', fails(401, { code: 'invalid_api_key' }), /rejected the API key\./],
    ['no such model', fails(404, { code: 'model_not_found' }), /has no model "a-writer"/],
    ['no quota', fails(429, { code: 'insufficient_quota' }), /has no credit left\./],
    ['an overload', fails(503), /does not answer: it answered with the error 503\./],
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
    const { data } = await ask(test, { input: {} });
    expect(data.testProvider).toMatchObject({ provider: 'offline', problem: null });
  });

  it('is refused where the month has cost what it may', async () => {
    const { account, ask, update } = await gatewayUser();
    await update({ usdPerMonth: 1 });
    const _id = `month ${account.toHexString()} 2025-12`;
    await database.of(AiSpending).insertOne(Object.assign(new AiSpending(), { _id, account, usd: 1 }));
    const { errors: refused } = await ask(test, { input: {} });
    expect(refused).toMatchObject([{ extensions: { code: 'MONTH_CAP_REACHED' } }]);
    expect(server.requests).toEqual([]);
  });

  it('tells of a stored key that can no longer be decrypted', async () => {
    const { account, ask } = await gatewayUser();
    const spoilt = { $set: { 'keys.openai.sealed.wrappedKey': 'AAAA' } };
    await database.of(AiSettings).updateOne({ account }, spoilt);
    const { errors: refused } = await ask(test, { input: {} });
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
