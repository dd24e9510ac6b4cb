import { describe, expect, it } from 'vitest';
import { checkProviders } from '../../server/ai/providers/check.ts';
import { createLines } from '../../server/ai/providers/lines.ts';
import { fails, openFaultServer, says } from '../support/fault-server.ts';

const server = await openFaultServer();
const lines = createLines({ requests: 1_000, tokens: 1_000_000 });
const lineOf = (provider: string, model: string) => lines.of('doctor', provider, model);
const { url } = server;

async function checked(choice: Parameters<typeof checkProviders>[0]) {
  const checks = await checkProviders(choice, { lineOf });
  return checks.map(({ kind, provider, problem }) => [kind, provider, problem ?? 'ok']);
}

describe('A check of the providers', () => {
  const { keys, baseUrls, text } = server.choice();
  const textAlone = { keys, baseUrls, text, image: [] };

  it('asks each text model one small question', async () => {
    server.behave(says('{"word": "ready"}'));
    expect(await checked(textAlone)).toEqual([['text', 'compatible', 'ok']]);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.body.length).toBeLessThan(1_000);
  });

  it.each([
    ['a bad key', fails(401), 'The AI provider "compatible" rejected the API key. Check the key.'],
    [
      'no quota',
      fails(402),
      'Your account with the AI provider "compatible" has no credit left. Add some there.',
    ],
    [
      'no such model',
      fails(404),
      'The AI provider "compatible" has no model "a-writer", or none that this key may use. Name another model.',
    ],
    [
      'a model that cannot reply in JSON',
      says('Sure!'),
      'The model answers, but not in the form that it was asked for. Choose a model that can answer in JSON.',
    ],
  ])('tells of %s in one sentence, after one call', async (_, behaviour, sentence) => {
    server.behave(behaviour);
    expect(await checked(textAlone)).toEqual([['text', 'compatible', sentence]]);
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    [
      'a host that is not there',
      'http://nowhere.invalid/v1',
      /cannot be reached: there is no host of that name\. /,
    ],
    [
      'a certificate',
      url.replace('http:', 'https:'),
      /^The certificate of .* is not trusted: .* does not speak TLS\. /,
    ],
  ])('tells of %s, of who writes and of who paints', async (_, address, sentence) => {
    const { image } = server.choice();
    const checks = await checked({ keys, baseUrls: { compatible: address }, text, image });
    expect(checks.map(([kind]) => kind)).toEqual(['text', 'image']);
    for (const [, , problem] of checks) expect(problem).toMatch(sentence);
    expect(server.requests).toEqual([]);
  });

  it('looks at the key and the name of image models, and paints nothing', async () => {
    const image = ['openai', 'google', 'runware'] as const;
    const choice = {
      keys: { openai: 'o-key', google: 'g-key', runware: 'r-key' },
      baseUrls: { openai: url, google: url, runware: `${url}/runware` },
      text: [],
      image: image.map((provider) => ({ provider, model: 'a-painter' })),
    };
    const bySide = (status: number) => fails(status);
    server.behave(says('{}'), says('{}'), says('{"data":[]}'));
    expect(await checked(choice)).toEqual(image.map((provider) => ['image', provider, 'ok']));
    const paths = server.requests.map(({ path }) => path.replace('/v1', ''));
    expect(paths.sort()).toEqual(['/models/a-painter', '/models/a-painter', '/runware']);
    expect(server.requests.find(({ path }) => path.endsWith('/runware'))?.body).toContain('"ping"');
    server.behave(bySide(401), bySide(401), bySide(401));
    const problems = (await checked(choice)).map(([, , problem]) => problem);
    for (const problem of problems) expect(problem).toMatch(/rejected the API key/);
  });
});
