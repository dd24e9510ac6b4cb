import { describe, expect, it } from 'vitest';
import { chooseProviders, isProblem, type ProviderSettings } from '../../server/ai/providers/choice.ts';
import { environmentChoice } from '../../server/ai/providers/environment.ts';
import { readConfig } from '../../server/config.ts';

const keys = { openai: 'o', anthropic: 'a', google: 'g', runware: 'r' } as const;
const ollama = 'http://localhost:11434/v1';

/** `provider:model` of each in the chain, or the problem. */
function chosen(settings: ProviderSettings) {
  const choice = chooseProviders(settings);
  if (isProblem(choice)) return `${choice.setting} ${choice.problem}`;
  const told = (chain: typeof choice.text) => chain.map(({ provider, model }) => `${provider} ${model}`);
  return { text: told(choice.text), image: told(choice.image) };
}

describe('Who answers', () => {
  it('is nobody without a key', () => {
    expect(chosen({ keys: {} })).toEqual({ text: [], image: [] });
  });

  it.each<[string, ProviderSettings['keys'], string[], string[]]>([
    ['OpenAI', { openai: 'o' }, ['openai gpt-6-sol'], ['openai gpt-image-2']],
    ['Anthropic, which paints nothing', { anthropic: 'a' }, ['anthropic claude-sonnet-5-5'], []],
    ['Google', { google: 'g' }, ['google gemini-3.6-flash'], ['google gemini-2.5-flash-image']],
    ['Runware, which writes nothing', { runware: 'r' }, [], ['runware runware:101@1']],
    ['the first that can, of several', keys, ['openai gpt-6-sol'], ['runware runware:101@1']],
  ])('is, by its key alone, %s', (_, given, text, image) => {
    expect(chosen({ keys: given })).toEqual({ text, image });
  });

  it('is a chain in the order in which it is named', () => {
    const textModel = 'anthropic:claude-opus-5-5, openai:gpt-5.4-mini,google:gemini-2.5-pro';
    expect(chosen({ keys, textModel, imageModel: 'openai:gpt-image-1' })).toEqual({
      text: ['anthropic claude-opus-5-5', 'openai gpt-5.4-mini', 'google gemini-2.5-pro'],
      image: ['openai gpt-image-1'],
    });
  });

  it('is the one provider there is, where a model is named without', () => {
    expect(chosen({ keys: { google: 'g' }, textModel: 'gemini-2.5-pro' })).toMatchObject({
      text: ['google gemini-2.5-pro'],
    });
    expect(chosen({ keys: { runware: 'r' }, imageModel: 'civitai:1@2, runware:100@1' })).toMatchObject({
      image: ['runware civitai:1@2', 'runware runware:100@1'],
    });
  });

  it('is the gateway at an address of one’s own, with or without a key, in place of OpenAI', () => {
    const gateway = { text: ['compatible llama3.2:3b'], image: [] };
    expect(chosen({ keys: {}, baseUrl: ollama, textModel: 'llama3.2:3b' })).toEqual(gateway);
    expect(chosen({ keys: { openai: 'o' }, baseUrl: ollama, textModel: 'openai:llama3.2:3b' })).toEqual(
      gateway,
    );
    const choice = chooseProviders({ keys: { openai: 'o' }, baseUrl: ollama, textModel: 'x' });
    expect(choice).toMatchObject({ keys: { compatible: 'o' }, baseUrls: { compatible: ollama } });
    expect(choice).not.toHaveProperty('keys.openai');
  });

  it.each<[ProviderSettings, string]>([
    [{ keys: {}, baseUrl: ollama }, 'textModel must name a model of the gateway'],
    [{ keys, textModel: 'gpt-5' }, 'textModel must say whose model "gpt-5" is, as in openai:gpt-5'],
    [
      { keys: { openai: 'o' }, textModel: 'openai:gpt-5, anthropic:claude-opus-5' },
      'textModel must not name "anthropic", which has no key or cannot do this',
    ],
    [
      { keys, imageModel: 'anthropic:claude-opus-5' },
      'imageModel must not name "anthropic", which has no key or cannot do this',
    ],
    [
      { keys, imageModel: 'openai:gpt-image-2, google:imagen-4' },
      'imageModel must not name "imagen-4", which does not paint: of Google\'s models those do that begin with "gemini-"',
    ],
    [
      { keys: {}, textModel: 'gpt-5' },
      'textModel must not name "gpt-5" where no provider is set up that could have it',
    ],
    [{ keys, textModel: 'openai:' }, 'textModel must name a model after "openai:"'],
    [{ keys, textModel: ' , ' }, 'textModel must name a model'],
  ])('is refused where it makes no sense: %j', (settings, problem) => {
    expect(chosen(settings)).toBe(problem);
  });

  it('is chosen by the environment, whose variable is named where it makes no sense', () => {
    const config = readConfig({ ANTHROPIC_API_KEY: 'a', TEXT_MODEL: 'claude-haiku-5-5' });
    expect(environmentChoice(config).text).toEqual([{ provider: 'anthropic', model: 'claude-haiku-5-5' }]);
    expect(() => environmentChoice(readConfig({ IMAGE_MODEL: 'gpt-image-2' }))).toThrow(
      'The environment variable IMAGE_MODEL is not valid: must not name "gpt-image-2" where no provider is set up',
    );
  });
});
