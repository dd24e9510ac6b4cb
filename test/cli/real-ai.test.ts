import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { Account } from '../../schema/account.ts';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { Content } from '../../schema/content.ts';
import { ownAccountName } from '../../server/cli/with-app.ts';
import { openStandIn } from '../support/ai-mock.ts';
import { makeSmallSite } from '../support/small-site.ts';
import { galleyUser } from './galley.ts';

const key = 'sk-real-0123456789';
const [openai, local] = [await openStandIn({ key }), await openStandIn()];

/** What the demo is, but for its file: `npm run demo` names a longer one. */
const { scripts }: { scripts: Record<string, string> } = JSON.parse(await readFile('package.json', 'utf8'));
const nodeArgs = (scripts.demo ?? '').split(' ').filter((arg) => arg.startsWith('--'));

/** OpenAI's own address leads to the server of the test, as the network would have it. */
const redirected = `const own = globalThis.fetch;
globalThis.fetch = (url, init) => own(String(url).replace('https://api.openai.com', '${openai.url}'), init);`;
const byNetwork = ['--import', `data:text/javascript,${encodeURIComponent(redirected)}`];

describe.each([
  {
    what: 'a key of OpenAI',
    env: { OPENAI_API_KEY: key },
    node: byNetwork,
    provider: 'openai',
    models: ['gpt-6-sol', 'gpt-image-2'],
    server: openai,
  },
  {
    what: 'the address of a server on this machine, without a key',
    env: { OPENAI_BASE_URL: `${local.url}/v1`, TEXT_MODEL: 'llama3.2' },
    node: [],
    provider: 'compatible',
    models: ['llama3.2'],
    server: local,
  },
])('the demo with $what', ({ env, node, provider, models, server }) => {
  const user = galleyUser();

  it('needs nothing else: its articles are written by the model, and paid for where it has a price', async () => {
    const { database } = user;
    const account = Object.assign(new Account(), { name: ownAccountName });
    await database.of(Account).insertOne(account);
    // One article with one picture is enough to see.
    const site = await makeSmallSite(database, [], { account: account._id });
    const file = await user.file('one.csv', ['keyword', 'cold brew coffee']);
    const started = user.start(['run', file, '--site', site.name], env, [...nodeArgs, ...node]);
    const { code, stdout, stderr } = await started.ended;
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('The run is complete. 1 article is ready for review.');
    expect(stderr.includes('Sample images: no image model is set up.')).toBe(provider === 'compatible');
    expect(stderr).not.toContain('Sample text');

    const [article] = await database.of(Content).find().toArray();
    expect(article).toMatchObject({ sample: false, madeWith: { provider, model: models[0] } });
    expect(article?.wordCount).toBeGreaterThan(2_000);
    const requests = server.requests();
    expect(new Set(requests.map(({ model }) => model))).toEqual(new Set(models));
    expect(requests.every(({ hasKey }) => hasKey === (provider === 'openai'))).toBe(true);
    const calls = await database.of(AiCall).find({ provider, status: AiCallStatus.Accepted }).toArray();
    expect(calls).toHaveLength(requests.length);
    expect(calls.every(({ costUsd }) => costUsd > 0)).toBe(provider === 'openai');
  });
});
