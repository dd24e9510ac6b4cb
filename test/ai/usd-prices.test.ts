import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  chooseProviders,
  isProblem,
  type ModelChoice,
  modelNamed,
} from '../../server/ai/providers/choice.ts';
import { foreseenUsd, isPriced, pricesOf, usdOf } from '../../server/ai/usd-prices.ts';

/** Each model that the provider's installed library names, of those that write as Galley asks, or paint. */
async function knownTo(provider: 'openai' | 'anthropic' | 'google'): Promise<string[]> {
  const types = await readFile(`node_modules/@ai-sdk/${provider}/dist/index.d.ts`, 'utf8');
  const names = types.match(/(?<=['"])(?:gpt|claude|gemini)-[a-z0-9.-]+(?=['"])/gu) ?? [];
  return [...new Set(names)].filter((name) => !otherWork.test(name)).sort();
}

/** Speech, live talk, code, research, control of computers, and what costs many times the usual. */
const otherWork =
  /audio|tts|transcribe|realtime|live|translate|whisper|codex|search|instruct|-pro(-\d|$)|computer|customtools|robotics|decision|embedding|gemini-api/u;

/** Models that the libraries name and the table does not have: outdated, without a fixed price, or of none that is known. */
const unpriced = [
  ...['gpt-3.5-turbo', 'gpt-3.5-turbo-0125', 'gpt-3.5-turbo-1106', 'gpt-3.5-turbo-16k'],
  ...['claude-3-haiku-20240307', 'claude-fable-5-2', 'gemini-nano-banana-2.1'],
  ...['gemini-2.0-flash', 'gemini-2.0-flash-001', 'gemini-2.0-flash-lite', 'gemini-2.0-flash-lite-001'],
  ...[
    'gemini-2.5-flash-lite-preview-06-17',
    'gemini-flash-latest',
    'gemini-flash-lite-latest',
    'gemini-pro-latest',
  ],
  ...['gpt-5-chat-latest', 'gpt-5.1-chat-latest', 'gpt-5.2-chat-latest', 'gpt-5.3-chat-latest'],
];

describe('the table of prices', () => {
  it.each(['openai', 'anthropic', 'google'] as const)(
    'has each model that the library of %s names, but for those that are listed here',
    async (provider) => {
      const missing = (await knownTo(provider)).filter((model) => !isPriced(provider, model));
      expect(missing.filter((model) => !unpriced.includes(model))).toEqual([]);
    },
  );

  it('says when it was read, and where', async () => {
    expect(new Date(pricesOf).getTime()).toBeLessThan(Date.now() + 86_400_000);
    const source = await readFile('server/ai/usd-prices.ts', 'utf8');
    for (const list of ['developers.openai.com', 'platform.claude.com', 'ai.google.dev'])
      expect(source.slice(0, 800)).toContain(list);
  });

  it('has whoever is asked where only a key is set, and all that the README names', async () => {
    const keys = ['openai', 'anthropic', 'google'] as const;
    const chosen = keys.flatMap((name) => {
      const choice = chooseProviders({ keys: { [name]: 'a-key' } });
      return isProblem(choice) ? [] : [...choice.text, ...choice.image];
    });
    const named = (await readFile('README.md', 'utf8')).matchAll(
      /\b(?:openai|anthropic|google):[a-z0-9.-]+/gu,
    );
    const told = [...named].map(([name]) => modelNamed(/image/u.test(name) ? 'image' : 'text', name));
    const models = [...chosen, ...told.filter((one): one is ModelChoice => typeof one !== 'string')];
    expect(models.length).toBeGreaterThan(10);
    expect(models.filter(({ provider, model }) => !isPriced(provider, model))).toEqual([]);
  });

  it('makes of a model that it does not have one that counts as nothing, before a call and after', () => {
    const usage = { tokensIn: 1_000, tokensOut: 100, tokensCached: 0, pictures: 0 };
    for (const model of unpriced) {
      expect(usdOf('openai', model, usage)).toEqual({ costUsd: 0, isPriced: false });
      expect(foreseenUsd({ name: 'openai', model }, usage)).toBe(0);
    }
  });
});
