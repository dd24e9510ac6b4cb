import { type AddressInfo, createServer } from 'node:net';
import { APICallError } from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { TextCall } from '#stage';
import { faultOf } from '../../server/ai/providers/fault.ts';
import { GalleyError } from '../../server/errors.ts';
import { fails, openFaultServer } from '../support/fault-server.ts';
import { providersOf } from '../support/provider-tools.ts';

const server = await openFaultServer();
const key = 'sk-secret-0123456789abcdef';

/** The error of an answer, as the provider's own library has it. */
function answered(status: number, body: object | string, headers: Record<string, string> = {}): APICallError {
  return new APICallError({
    message: `${key} was not liked`,
    url: `https://ai.example.com/?key=${key}`,
    requestBodyValues: { authorization: key },
    statusCode: status,
    responseBody: typeof body === 'string' ? body : JSON.stringify(body),
    responseHeaders: headers,
  });
}

const openai = (code: string, message = '') => ({ error: { message, type: code, param: null, code } });
const anthropic = (type: string, message = '') => ({ type: 'error', error: { type, message } });
const google = (status: string, message = '', details: object[] = []) => ({
  error: { status, message, details },
});
const runware = (code: string) => ({ errors: [{ code, message: 'Task not done' }] });

const told = (error: unknown) => faultOf(error, { provider: 'one', model: 'gpt-9', purpose: 'outline' });

describe('What a provider answers', () => {
  it.each<[string, number, object | string, string]>([
    [
      'OpenAI: a bad key',
      401,
      openai('invalid_api_key', `Incorrect API key provided: ${key}.`),
      'AI_REJECTED_KEY',
    ],
    ['Anthropic: a bad key', 401, anthropic('authentication_error', 'invalid x-api-key'), 'AI_REJECTED_KEY'],
    [
      'Google: a bad key',
      400,
      google('INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.'),
      'AI_REJECTED_KEY',
    ],
    ['Runware: a bad key', 401, runware('invalidApiKey'), 'AI_REJECTED_KEY'],
    [
      'a key without the right',
      403,
      anthropic('permission_error', 'Your key may not do this.'),
      'AI_REJECTED_KEY',
    ],
    ['OpenAI: no quota', 429, openai('insufficient_quota', 'You exceeded your current quota'), 'AI_NO_QUOTA'],
    [
      'Anthropic: no quota',
      400,
      anthropic('invalid_request_error', 'Your credit balance is too low to access'),
      'AI_NO_QUOTA',
    ],
    ['Runware: no quota', 402, runware('insufficientCredits'), 'AI_NO_QUOTA'],
    [
      'OpenAI: no such model',
      404,
      openai('model_not_found', 'The model `gpt-9` does not exist'),
      'AI_NO_SUCH_MODEL',
    ],
    ['Anthropic: no such model', 404, anthropic('not_found_error', 'model: claude-9'), 'AI_NO_SUCH_MODEL'],
    [
      'Google: no such model',
      404,
      google('NOT_FOUND', 'models/gemini-9 is not found for API version v1beta'),
      'AI_NO_SUCH_MODEL',
    ],
    [
      'Ollama: no such model',
      404,
      { error: { message: 'model "llama9" not found, try pulling it first' } },
      'AI_NO_SUCH_MODEL',
    ],
    [
      'OpenAI: a forbidden picture',
      400,
      openai('moderation_blocked', 'rejected by the safety system'),
      'AI_REFUSED',
    ],
    ['Azure: a forbidden text', 400, openai('content_filter', 'The response was filtered'), 'AI_REFUSED'],
    ['OpenAI: too long a question', 400, openai('context_length_exceeded'), 'AI_TOO_LONG'],
    [
      'Anthropic: too long a question',
      400,
      anthropic('invalid_request_error', 'prompt is too long: 1 tokens'),
      'AI_TOO_LONG',
    ],
    ['Anthropic: too large a question', 413, anthropic('request_too_large'), 'AI_TOO_LONG'],
    ['OpenAI: too many requests', 429, openai('rate_limit_exceeded'), 'AI_UNAVAILABLE'],
    [
      'Google: too many requests',
      429,
      google('RESOURCE_EXHAUSTED', 'Quota exceeded for requests'),
      'AI_UNAVAILABLE',
    ],
    ['Anthropic: overloaded', 529, anthropic('overloaded_error', 'Overloaded'), 'AI_UNAVAILABLE'],
    ['a gateway without its server', 502, '<html>Bad Gateway</html>', 'AI_UNAVAILABLE'],
    [
      'anything else',
      400,
      openai('invalid_value', `Unknown parameter, ${key}: 'response_format'.`),
      'AI_BAD_REQUEST',
    ],
  ])('%s', (_, status, body, code) => {
    const fault = told(answered(status, body));
    expect(fault.code).toBe(code);
    expect(fault.message).toMatch(/^The .*\.$/);
    expect(JSON.stringify([fault.message, fault.details])).not.toContain(key);
  });

  it('in the middle of a stream counts as if it had been its status', () => {
    const overloaded = { type: 'overloaded_error', message: 'Overloaded' };
    expect(told(overloaded)).toMatchObject({ code: 'AI_UNAVAILABLE', scope: 'transient' });
    const quota = { type: 'error', code: 'insufficient_quota', message: 'You exceeded your current quota' };
    expect(told(quota).code).toBe('AI_NO_QUOTA');
  });

  it('is told in its own words where nothing else fits, in one line and cut short', () => {
    const fault = told(answered(400, openai('x', `Unsupported\nvalue: ${'very '.repeat(100)}`)));
    expect(fault.message).toMatch(
      /^The AI provider "one" did not take the request: Unsupported value: very /,
    );
    expect(fault.message.length).toBeLessThan(350);
  });
});

describe('How long to wait', () => {
  const wait = (status: number, headers: Record<string, string>, body: object = {}) =>
    told(answered(status, body, headers)).details.retryAfterMs;

  it.each<[string, number, Record<string, string>, number | undefined]>([
    ['in seconds', 429, { 'retry-after': '7' }, 7_000],
    ['in milliseconds', 429, { 'retry-after-ms': '250', 'retry-after': '1' }, 250],
    [
      'until the requests of OpenAI are reset',
      429,
      { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '1m30s' },
      90_000,
    ],
    [
      'until its tokens are',
      429,
      {
        'x-ratelimit-remaining-requests': '9',
        'x-ratelimit-reset-requests': '8s',
        'x-ratelimit-remaining-tokens': '0',
        'x-ratelimit-reset-tokens': '120ms',
      },
      120,
    ],
    ['also when it is overloaded', 503, { 'retry-after': '3' }, 3_000],
    ['as we like, when it does not say', 429, {}, undefined],
    ['as we like, when it says nonsense', 429, { 'retry-after': 'soon' }, undefined],
    ['as we like, when it asks for hours', 429, { 'retry-after': '86400' }, undefined],
  ])('%s', (_, status, headers, ms) => expect(wait(status, headers)).toBe(ms));

  it('until a time of day', () => {
    const inAMinute = new Date(Date.now() + 60_000);
    const told = wait(429, { 'retry-after': inAMinute.toUTCString() });
    expect(told).toBeGreaterThan(55_000);
    expect(told).toBeLessThanOrEqual(60_000);
    const headers = {
      'anthropic-ratelimit-tokens-remaining': '0',
      'anthropic-ratelimit-tokens-reset': inAMinute.toISOString(),
    };
    expect(wait(429, headers)).toBeGreaterThan(55_000);
  });

  it('as Google says in its answer', () => {
    const retry = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '34s' };
    expect(wait(429, {}, google('RESOURCE_EXHAUSTED', '', [retry]))).toBe(34_000);
  });
});

describe('A connection', async () => {
  const freePort = await portOfNobody();
  const call: TextCall<string, { ok: boolean }> = {
    purpose: 'check',
    promptVersion: '1',
    prompt: (user) => ({ system: 'Answer.', user }),
    schema: z.object({ ok: z.boolean() }),
    offline: () => ({ ok: true }),
  };
  const { url, choice } = server;
  const port = Number(new URL(url).port);
  const signal = new AbortController().signal;

  it.each([
    [
      'to a host that does not exist',
      'http://nowhere.invalid/v1',
      'AI_UNREACHABLE',
      'there is no host of that name',
    ],
    [
      'to a port where nothing listens',
      `http://127.0.0.1:${freePort}/v1`,
      'AI_UNREACHABLE',
      'nothing listens at its address',
    ],
    [
      'that is not as safe as its address says',
      `https://127.0.0.1:${port}/v1`,
      'AI_CERTIFICATE',
      'does not speak TLS',
    ],
  ])('%s', async (_, address, code, reason) => {
    const { text } = providersOf({ ...choice(key), baseUrls: { compatible: address } });
    const fault = await text.answer(call, 'Hello', { signal }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(GalleyError);
    expect(fault).toMatchObject({ code, message: expect.stringContaining(reason) });
  });

  it.each([
    ['CERT_HAS_EXPIRED', 'it has expired'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'it is signed by itself'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'it is that of another host'],
  ])('with a certificate that is not to be trusted: %s', (code, reason) => {
    const error = new TypeError('fetch failed', { cause: Object.assign(new Error('tls'), { code }) });
    expect(told(error)).toMatchObject({ code: 'AI_CERTIFICATE', message: expect.stringContaining(reason) });
  });

  it('is given up the moment that the caller wants no answer any more', async () => {
    const controller = new AbortController();
    const gone = new DOMException('The run was cancelled', 'AbortError');
    server.behave((response) => {
      response.on('close', () => closed());
      controller.abort(gone);
    });
    let closed = () => {};
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const { text } = providersOf(choice(key));
    await expect(text.answer(call, 'Hello', { signal: controller.signal })).rejects.toBe(gone);
    await isClosed;
  });

  it('shows the key to the provider alone', async () => {
    server.behave(fails(400, { message: `No: ${key}` }));
    const { text } = providersOf(choice(key));
    const fault: unknown = await text.answer(call, 'Hello', { signal }).catch((error: unknown) => error);
    expect(server.requests).toMatchObject([{ key }]);
    expect(fault).toMatchObject({ code: 'AI_BAD_REQUEST' });
    expect(String(fault)).not.toContain(key);
    expect(JSON.stringify(fault)).not.toContain(key);
  });
});

/** A port that was free a moment ago. */
async function portOfNobody(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}
