import { afterAll, describe, expect, it } from 'vitest';
import { AiProvider, AiSettings } from '../../schema/ai-settings.ts';
import { Role } from '../../schema/user.ts';
import { offlineProviders } from '../../server/ai/offline-provider.ts';
import { createLines } from '../../server/ai/providers/lines.ts';
import { createAiDesk } from '../../server/ai-desk.ts';
import { changeAiSettings } from '../../server/ai-settings/settings.ts';
import { readConfig } from '../../server/config.ts';
import { openTestApi } from '../support/api.ts';
import { makeAccount } from '../support/factory.ts';
import { providersForAll } from '../support/providers-for-all.ts';

const app = await openTestApi();
const { database } = app.engine;

const key = 'sk-live-0123456789abcdefWXYZ';
const fields = 'keys { provider lastFour setAt setBy } baseUrl textModels imageModels usdPerMonth';
const query = `query { aiSettings { ${fields} } }`;
const update = `mutation ($input: UpdateAiSettingsInput!) { updateAiSettings(input: $input) { aiSettings { ${fields} } } }`;
const remove = `mutation ($input: RemoveAiKeyInput!) { removeAiKey(input: $input) { aiSettings { ${fields} } } }`;

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

  it('never keep a key for another address than it was given for, though two are at them at once', async () => {
    const { account, stored } = await owner();
    const by = { account, name: 'Ada' };
    const old = { baseUrl: 'https://8.8.8.8/v1', textModels: ['openai:llama'] };
    await changeAiSettings(app.ai, by, old);
    const elsewhere = {
      baseUrl: 'https://1.1.1.1/v1',
      keys: [{ provider: AiProvider.OpenAi, key: 'for 1.1.1.1' }],
    };
    let meanwhile = async () => {
      meanwhile = async () => {};
      await changeAiSettings(app.ai, by, elsewhere);
    };
    const seal: typeof app.ai.vault.seal = async (...what) => {
      await meanwhile();
      return app.ai.vault.seal(...what);
    };
    const slow = { ...app.ai, vault: { ...app.ai.vault, seal } };
    await changeAiSettings(slow, by, { ...old, keys: [{ provider: AiProvider.Google, key }] });
    expect(await stored()).toMatchObject({ baseUrl: old.baseUrl, version: 3 });
    expect(Object.keys((await stored())?.keys ?? {})).toEqual(['google']);
  });

  it('cannot take a key where there is nothing to encrypt it with', async () => {
    const { _id: account } = await makeAccount(database);
    const change = { keys: [{ provider: AiProvider.OpenAi, key }] };
    const desk = deskOf({ MONGODB_URI: 'mongodb://test' });
    await expect(changeAiSettings(desk, { account, name: 'Ada' }, change)).rejects.toMatchObject({
      code: 'MASTER_KEY_MISSING',
      message: expect.stringContaining('Set GALLEY_SECRET'),
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
