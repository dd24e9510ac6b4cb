import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type RequestHandler, Router } from 'express';
import type { Metrics } from '../metrics.ts';

/** What must be so for a process to do its work; each is asked for within two seconds. */
export type Checks = Readonly<Record<string, () => boolean | Promise<boolean>>>;

export interface HealthOptions {
  readonly checks: Checks;
  /** True from the moment that the process is to end. */
  isStopping(): boolean;
  readonly metrics: Metrics;
  /** Lets others than this very machine read the metrics. */
  readonly metricsToken?: string | undefined;
}

const patienceMs = 2_000;

/**
 * `/healthz`: the process is alive. `/readyz`: it can do its work; else 503, with what is missing. `/metrics`, for
 * this machine and for those who have the token.
 */
export function healthRoutes({ checks, isStopping, metrics, metricsToken }: HealthOptions): Router {
  const alive: RequestHandler = (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'alive' });
  };
  const ready: RequestHandler = async (_request, response) => {
    const states = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await holds(check)] as const),
    );
    const isReady = !isStopping() && states.every(([, isOk]) => isOk);
    const status = isStopping() ? 'stopping' : isReady ? 'ready' : 'not ready';
    response
      .status(isReady ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({
        status,
        checks: Object.fromEntries(states.map(([name, isOk]) => [name, isOk ? 'ok' : 'failed'])),
      });
  };
  const measure: RequestHandler = async (request, response) => {
    if (!mayMeasure(request, metricsToken)) {
      response
        .status(403)
        .type('text/plain')
        .send('Metrics are for this machine, or for those who send METRICS_TOKEN as a bearer token.');
      return;
    }
    const { text, contentType } = await metrics.text();
    response.set({ 'Content-Type': contentType, 'Cache-Control': 'no-store' }).send(text);
  };
  return Router().get('/healthz', alive).get('/readyz', ready).get('/metrics', measure);
}

async function holds(check: () => boolean | Promise<boolean>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), patienceMs);
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** A proxy on this machine asks for whoever asked it: what it passes on does not come from here. */
function mayMeasure({ headers, socket }: IncomingMessage, token: string | undefined): boolean {
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  const isLocal = /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
  if (isLocal && !isForwarded) return true;
  const given = Buffer.from(headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return token !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
}
