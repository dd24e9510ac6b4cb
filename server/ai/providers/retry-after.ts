type Headers = Readonly<Record<string, string>>;

/** Longer than this nobody waits: better the run fails, and says so. */
const longestMs = 15 * 60_000;

/**
 * How long a provider that limits the rate asks to be left alone (ms, > 0), from the headers in which each of them says
 * so, or from the body, as Google does; undefined where it does not say, or more than a quarter of an hour.
 */
export function retryAfterOf(headers: Headers, body: string, now: number): number | undefined {
  const told = [
    number(headers['retry-after-ms']),
    secondsOrDate(headers['retry-after'], now),
    // The limit that is exhausted is the one to wait for; the others may take much longer, or be over at once.
    resetOf('requests', headers, now) ?? resetOf('tokens', headers, now),
    googleDelay(body),
  ];
  const ms = told.find((value) => value !== undefined && value > 0);
  return ms !== undefined && ms <= longestMs ? Math.ceil(ms) : undefined;
}

/** OpenAI's `x-ratelimit-reset-requests: 6m0s` and Anthropic's `anthropic-ratelimit-requests-reset: 2026-…Z`. */
function resetOf(what: 'requests' | 'tokens', headers: Headers, now: number): number | undefined {
  if (headers[`x-ratelimit-remaining-${what}`] === '0') return duration(headers[`x-ratelimit-reset-${what}`]);
  if (headers[`anthropic-ratelimit-${what}-remaining`] !== '0') return undefined;
  return secondsOrDate(headers[`anthropic-ratelimit-${what}-reset`], now);
}

/** `"retryDelay": "34s"` in the details of Google's error. */
function googleDelay(body: string): number | undefined {
  return duration(/"retryDelay"\s*:\s*"([\d.]+s)"/.exec(body)?.[1]);
}

function number(text: string | undefined): number | undefined {
  return text === undefined || !/^\d+(\.\d+)?$/.test(text) ? undefined : Number(text);
}

function secondsOrDate(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  const seconds = number(text);
  if (seconds !== undefined) return seconds * 1_000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at - now;
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** `1s`, `6m0s`, `120ms`. */
function duration(text: string | undefined): number | undefined {
  const parts = [...(text ?? '').matchAll(/([\d.]+)(ms|s|m|h)/g)];
  if (parts.length === 0) return undefined;
  return parts.reduce((sum, [, value, unit = '']) => sum + Number(value) * (units[unit] ?? 0), 0);
}
