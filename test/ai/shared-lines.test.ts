import type { ObjectId } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { AiProvider } from '../../schema/ai-settings.ts';
import type { ProviderSource } from '../../server/ai/provider.ts';
import { environmentProviders } from '../../server/ai/providers/environment.ts';
import { createLines } from '../../server/ai/providers/lines.ts';
import { createAiDesk } from '../../server/ai-desk.ts';
import { accountProviders } from '../../server/ai-settings/account-providers.ts';
import { changeAiSettings } from '../../server/ai-settings/settings.ts';
import { readConfig } from '../../server/config.ts';
import { openTestApp } from '../support/app.ts';
import { makeAccount } from '../support/factory.ts';
import { openFaultServer, says } from '../support/fault-server.ts';
import { question } from '../support/provider-tools.ts';

const server = await openFaultServer();
const app = await openTestApp();
const { database, now } = app.engine;
const perMinute = 3;

const settings = { baseUrl: server.url, textModels: ['a-writer'] };
const openAi = (key: string) => ({ provider: AiProvider.OpenAi, key });

/** A process that lets three calls a minute go to each model, with the providers of its environment and of accounts. */
function aProcess() {
  const lines = createLines({ requests: perMinute, tokens: 1_000_000 });
  const config = readConfig({
    GALLEY_SECRET: 'b5d1f08c37a94e26'.repeat(2),
    ALLOW_PRIVATE_AI_HOSTS: new URL(server.url).host,
    OPENAI_BASE_URL: server.url,
    TEXT_MODEL: 'a-writer',
  });
  const desk = createAiDesk(database, config, {
    lines,
    environment: environmentProviders(config, { lines }),
    now,
  });
  return { lines, desk, source: accountProviders(desk) };
}

let answered = 0;
beforeEach(() => {
  answered = 0;
});

/** What a run does: it gets its account's providers for itself, and asks twice. */
async function runOf(source: ProviderSource, account: ObjectId, { signal }: AbortController) {
  const { text } = await source.of(account);
  const asked = [1, 2].map(async () => {
    await text.answer(question, null, { signal });
    answered += 1;
  });
  return Promise.allSettled(asked);
}

/** Ends those that wait for their turn once everybody else is through. */
async function through(
  runs: readonly ReturnType<typeof runOf>[],
  controller: AbortController,
  answers: number,
) {
  await expect.poll(() => answered).toBe(answers);
  controller.abort();
  return (await Promise.all(runs)).flat().filter(({ status }) => status === 'fulfilled').length;
}

describe('runs side by side in one process', () => {
  it.each(['the environment', 'their account'])('share one line to a model of %s', async (whose) => {
    const { lines, desk, source } = aProcess();
    const { _id: account } = await makeAccount(database);
    if (whose === 'their account') await changeAiSettings(desk, { account, name: 'Ada' }, settings);
    server.behave(...Array(4).fill(says('{}')));
    const controller = new AbortController();
    const runs = [runOf(source, account, controller), runOf(source, account, controller)];
    // Of four calls the fourth waits for the next minute.
    expect(await through(runs, controller, perMinute)).toBe(perMinute);
    expect(server.requests).toHaveLength(perMinute);
    await lines.close();
  });

  it('share it also after a change of the key, and not with another account', async () => {
    const { lines, desk, source } = aProcess();
    const [ada, bob] = [(await makeAccount(database))._id, (await makeAccount(database))._id];
    const by = { account: ada, name: 'Ada' };
    await changeAiSettings(desk, by, { ...settings, keys: [openAi('sk-first-0123456789')] });
    server.behave(...Array(8).fill(says('{}')));
    const controller = new AbortController();
    await runOf(source, ada, controller);
    await changeAiSettings(desk, by, { keys: [openAi('sk-second-0123456789')] });
    const runs = [runOf(source, ada, controller), runOf(source, bob, controller)];
    expect(await through(runs, controller, perMinute + 2)).toBe(3);
    expect(server.requests.filter(({ key }) => key.startsWith('sk-second'))).toHaveLength(1);
    await lines.close();
  });
});

describe('the host of an account', () => {
  it('is not asked any more when it is no longer among those that are allowed', async () => {
    const { lines, desk } = aProcess();
    const { _id: account } = await makeAccount(database);
    await changeAiSettings(desk, { account, name: 'Ada' }, settings);
    const strict = createAiDesk(database, readConfig({ GALLEY_SECRET: 'b5d1f08c37a94e26'.repeat(2) }), {
      ...{ lines, environment: desk.environment, now },
    });
    const { text } = await accountProviders(strict).of(account);
    const { signal } = new AbortController();
    await expect(text.answer(question, null, { signal })).rejects.toMatchObject({ code: 'AI_HOST_REFUSED' });
    expect(server.requests).toEqual([]);
    await lines.close();
  });
});
