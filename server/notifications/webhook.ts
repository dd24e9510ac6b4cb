import { createHmac } from 'node:crypto';
import { errors } from '../errors.ts';
import type { NotificationTarget } from './target.ts';

export interface WebhookOptions {
  readonly url: string;
  /** Signs what is sent; without one it is not signed. */
  readonly secret?: string | undefined;
  /** Default: 5,000. */
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 5_000;

/**
 * Posts each notification as JSON. `X-Galley-Signature` is `sha256=` and the hex HMAC-SHA-256 of the body, by which
 * the receiver knows who sent it. Any answer of 200 to 299 means that it has arrived; a redirect is not followed,
 * for it may lead anywhere.
 */
export function createWebhook({
  url,
  secret,
  timeoutMs = defaultTimeoutMs,
}: WebhookOptions): NotificationTarget {
  return {
    async send(message, signal) {
      const body = JSON.stringify(message);
      const signature = secret && createHmac('sha256', secret).update(body).digest('hex');
      const response = await fetch(url, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), signal]),
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'User-Agent': 'Galley',
          ...(signature && { 'X-Galley-Signature': `sha256=${signature}` }),
        },
      }).catch((error: unknown) => {
        throw errors.notificationNotSent({ reason: reasonOf(error) });
      });
      // Nobody reads what it answers, which may be long.
      await response.body?.cancel();
      if (!response.ok) throw errors.notificationNotSent({ reason: `it answered ${response.status}` });
    },
  };
}

/** Not the address, which may hold a secret: `connect ECONNREFUSED 127.0.0.1:9`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
