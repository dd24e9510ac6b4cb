/** What a provider or the network did, as an error of the catalogue. No key and no header gets into its sentence. */
import { APICallError } from 'ai';
import { errors, GalleyError } from '../../errors.ts';
import { causesOf, networkFault } from './network-fault.ts';
import { retryAfterOf } from './retry-after.ts';

export interface Asked {
  readonly provider: string;
  readonly model: string;
  /** What the call was for. */
  readonly purpose: string;
}

/** The error of the catalogue for whatever a call has thrown. */
export function faultOf(error: unknown, asked: Asked): GalleyError {
  const causes = causesOf(error);
  // A fetch of ours may have refused the address, in its own words.
  const own = causes.find((cause) => cause instanceof GalleyError);
  if (own) return own;
  const answered = causes.find((cause) => APICallError.isInstance(cause) && cause.statusCode !== undefined);
  if (APICallError.isInstance(answered) && answered.statusCode !== undefined && answered.statusCode >= 400) {
    const { statusCode: status, responseBody: body = '', responseHeaders: headers = {} } = answered;
    return answerFault({ status, body, headers }, asked);
  }
  const network = networkFault(causes, asked.provider);
  if (network) return network;
  const reported = causes.map(reportOf).find((report) => report !== undefined);
  if (reported) return answerFault(reported, asked);
  return errors.aiUnavailable({
    provider: asked.provider,
    reason: 'its answer does not follow its own protocol',
  });
}

interface Answer {
  /** As HTTP has it. */
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An error that a provider reports within a stream, when it had said 200 already. */
function reportOf(error: unknown): Answer | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const body = JSON.stringify(error, (key, value) => (key === 'stack' ? undefined : value)) ?? '';
  const message = error instanceof Error ? error.message : '';
  const text = `${message} ${body}`;
  const [, , status] = words.find(([pattern]) => pattern.test(text)) ?? [];
  const told = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : status;
  return told === undefined ? undefined : { status: told, body: text, headers: {} };
}

type Kind = 'quota' | 'key' | 'model' | 'refusal' | 'length' | 'rate' | 'overload';

/** By which words providers tell what their status alone does not; the first that fits counts. */
const words: readonly (readonly [RegExp, Kind, number])[] = [
  [
    /insufficient_quota|exceeded your current quota|credit balance is too low|insufficient ?credits|billing_hard_limit/i,
    'quota',
    402,
  ],
  [
    /api[ _]key[ _]not[ _]valid|API_KEY_INVALID|invalid_api_key|invalidApiKey|authentication_error|incorrect api key/i,
    'key',
    401,
  ],
  [
    /model_not_found|not_found_error|model .{0,80}(does not exist|not found)|invalidModel|is not found for API version/i,
    'model',
    404,
  ],
  [
    /content_policy|content_filter|moderation_blocked|safety system|PROHIBITED_CONTENT|invalidProviderContent|nsfw/i,
    'refusal',
    400,
  ],
  [
    /context_length_exceeded|prompt is too long|maximum context length|input token count .{0,40}exceeds|string_above_max_length/i,
    'length',
    413,
  ],
  [/rate_limit|rate limit|too many requests|RESOURCE_EXHAUSTED/i, 'rate', 429],
  [/overloaded|server_error|internal_error|api_error|unavailable/i, 'overload', 503],
];

function answerFault(answer: Answer, { provider, model, purpose }: Asked): GalleyError {
  const { status, body, headers } = answer;
  const [, kind] = words.find(([pattern]) => pattern.test(body)) ?? [];
  if (status === 402 || kind === 'quota') return errors.aiNoQuota({ provider });
  if (status === 429 || (status < 500 && kind === 'rate')) {
    const retryAfterMs = retryAfterOf(headers, body, Date.now());
    const reason = 'it limits how much may be asked in a minute';
    return errors.aiUnavailable({
      provider,
      reason,
      isRateLimit: true,
      ...(retryAfterMs && { retryAfterMs }),
    });
  }
  if (status >= 500 || status === 408 || status === 409 || status === 425) {
    const retryAfterMs = retryAfterOf(headers, body, Date.now());
    const reason = `it answered with the error ${status}`;
    return errors.aiUnavailable({ provider, reason, ...(retryAfterMs && { retryAfterMs }) });
  }
  if (status === 401 || kind === 'key') return errors.aiRejectedKey({ provider });
  if (kind === 'refusal')
    return errors.aiRefused({ purpose, reason: 'its provider does not allow such content' });
  if (status === 413 || kind === 'length') return errors.aiTooLong({ provider, model });
  if (status === 404 || kind === 'model') return errors.aiNoSuchModel({ provider, model });
  if (status === 403) return errors.aiRejectedKey({ provider });
  return errors.aiBadRequest({ provider, reason: saidIn(body) || `it answered with the error ${status}` });
}

const longestReason = 200;
/** Of a message, in characters: a host may say anything, and the more of it is looked through, the longer it takes. */
const longestMessage = 1_000;

/** The provider's own message, in one line, with whatever could be a key taken out. */
function saidIn(body: string): string {
  const [, quoted] = /"message"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(body) ?? [];
  const text = (quoted ?? '')
    .slice(0, longestMessage)
    .replace(/\\["nrt\\]/g, ' ')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\b(?:bearer\s+)?[\w-]*(?:sk|key|AIza)[\w*.-]{8,}/gi, '…')
    .trim();
  return text.length > longestReason ? `${text.slice(0, longestReason)}…` : text;
}
