import { APICallError } from 'ai';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../server/ai/providers/fault.ts';

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
    expect(fault.message).toMatch(/^(The|Your) .*\.$/);
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
    expect(fault.message).toMatch(/^The AI provider "one" rejected the request: Unsupported value: very /);
    expect(fault.message.length).toBeLessThan(350);
  });

  it('is told from the beginning of a message that has no end', () => {
    const { message } = told(answered(400, { error: { message: `No. ${'a-'.repeat(500_000)}` } }));
    expect(message).toContain('No. a-a-');
    expect(message.length).toBeLessThan(350);
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
