import { describe, expect, it } from 'vitest';
import type { ImageCall } from '#stage';
import { createHidingFetch } from '../../server/ai/hiding-fetch.ts';
import type { ModelChoice, ProviderName } from '../../server/ai/providers/choice.ts';
import { GalleyError } from '../../server/errors.ts';
import { type Behaviour, openFaultServer } from '../support/fault-server.ts';
import { providersOf, question } from '../support/provider-tools.ts';
import { tinyPicture } from '../support/tiny-picture.ts';

const server = await openFaultServer();
/** Like no key of any provider's: nothing takes it out of a text by its looks. */
const key = 'numbat 4092 quokka'.replaceAll(' ', '.');
const { signal } = new AbortController();

const picture: ImageCall<null> = {
  purpose: 'picture',
  promptVersion: '1',
  prompt: () => ({ text: 'A cup', width: 1200, height: 675 }),
  offline: () => tinyPicture,
};

/** What the provider's own library, asked by our client, makes of an answer. */
async function faultBy(kind: 'text' | 'image', provider: ProviderName, behaviour: Behaviour) {
  const model: ModelChoice = { provider, model: 'gemini-or-any-other' };
  const baseUrl = provider === 'runware' ? `${server.url}/runware` : server.url;
  const { text, image } = providersOf(
    { keys: { [provider]: key }, baseUrls: { [provider]: baseUrl }, text: [], image: [], [kind]: [model] },
    { fetch: createHidingFetch(fetch, [key]) },
  );
  server.behave(behaviour);
  const asked =
    kind === 'text' ? text.answer(question, null, { signal }) : image.paint(picture, null, { signal });
  const fault: unknown = await asked.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(GalleyError);
  return fault as GalleyError;
}

function limits(headers: Record<string, string>, body: object): Behaviour {
  return (response) => {
    response.writeHead(429, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

const retryAfter = limits({ 'retry-after': '7' }, { error: { message: 'Too many requests' } });
const openAi = limits(
  { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '7s' },
  { error: { message: 'Rate limit reached', code: 'rate_limit_exceeded' } },
);
const google = limits(
  {},
  {
    error: {
      code: 429,
      status: 'RESOURCE_EXHAUSTED',
      message: 'Quota exceeded',
      details: [{ retryDelay: '7s' }],
    },
  },
);
const anthropic = limits(
  { 'anthropic-ratelimit-tokens-remaining': '0', 'anthropic-ratelimit-tokens-reset': '2999-01-01T00:00:00Z' },
  { type: 'error', error: { type: 'rate_limit_error', message: 'This request would exceed your limit' } },
);

const everybody = [
  ['text', 'openai'],
  ['text', 'anthropic'],
  ['text', 'google'],
  ['text', 'compatible'],
  ['image', 'openai'],
  ['image', 'google'],
  ['image', 'runware'],
  ['image', 'compatible'],
] as const;

describe('a limit of the rate', () => {
  it.each(everybody)('is waited out as Retry-After has it: %s of %s', async (kind, provider) => {
    const { code, details } = await faultBy(kind, provider, retryAfter);
    expect({ code, ...details }).toMatchObject({
      code: 'AI_UNAVAILABLE',
      isRateLimit: true,
      retryAfterMs: 7_000,
    });
  });

  it.each([
    ['text', 'openai', openAi],
    ['image', 'openai', openAi],
    ['text', 'compatible', openAi],
    ['text', 'google', google],
    ['image', 'google', google],
  ] as const)(
    'is waited out as its provider says it in its own way: %s of %s',
    async (kind, provider, told) => {
      const { details } = await faultBy(kind, provider, told);
      expect(details).toMatchObject({ isRateLimit: true, retryAfterMs: 7_000 });
    },
  );

  it('of Anthropic that has a time is read, and not waited for when it is years away', async () => {
    const { details } = await faultBy('text', 'anthropic', anthropic);
    expect(details).toMatchObject({ isRateLimit: true });
    expect(details).not.toHaveProperty('retryAfterMs');
  });
});

describe('a host that repeats all that it was sent', () => {
  const repeats =
    (status: number): Behaviour =>
    (response, _, { headers, path, body }) => {
      response.writeHead(status, { 'content-type': 'application/json', 'x-seen': JSON.stringify(headers) });
      const message = `Not with ${JSON.stringify(headers)} at ${path}, for ${body}`;
      response.end(JSON.stringify({ error: { message, errors: [{ code: 'x', message }] } }));
    };

  it.each(everybody)('tells nobody the key by it: %s of %s', async (kind, provider) => {
    for (const status of [400, 401, 429, 500]) {
      const fault = await faultBy(kind, provider, repeats(status));
      expect(JSON.stringify([fault.message, fault.stack, fault.details])).not.toContain(key);
    }
    expect(server.requests.every(({ headers }) => JSON.stringify(headers).includes(key))).toBe(true);
  });
});
