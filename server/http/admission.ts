/** Who asks: found out once for each request, and for each operation of a socket. */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { callerOf } from '../auth/caller.ts';
import type { KnownPrograms } from '../auth/known-programs.ts';
import type { Browser } from '../graphql/browser.ts';
import { type Context, contextFor, type Shared } from '../graphql/context.ts';
import { browserOf } from './browser.ts';
import { clientAddress } from './client-address.ts';
import { credentialsOf } from './credentials.ts';
import { keyOf, type RateLimit } from './limits/rate-limit.ts';

export interface AdmissionOptions {
  readonly programs: KnownPrograms;
  readonly rate: RateLimit;
  /** Reverse proxies before us, whose word on the client's address is taken. */
  readonly proxies: number;
  readonly publicUrl: string | undefined;
}

export interface Admission {
  /**
   * The caller's context, and the name under which they are counted. Sessions are read each time, keys remembered for
   * 250 ms at most and forgotten as soon as a change is heard of.
   */
  callerIn(request: IncomingMessage): Promise<{ context: Context; key: string }>;
  /** Counts the request and keeps its context for `contextOf`. Passes RATE_LIMITED on. */
  readonly letIn: RequestHandler;
  contextOf(request: IncomingMessage): Promise<Context>;
}

export function createAdmission(
  shared: Shared,
  { programs, rate, proxies, publicUrl }: AdmissionOptions,
): Admission {
  const { database, now } = shared.engine;
  const callerIn = async (request: IncomingMessage, browser?: Browser) => {
    const caller = await callerOf(database, credentialsOf(request), now(), (key, at) =>
      programs.apiKeyOf(key, at),
    );
    const key = keyOf(caller, clientAddress(request, proxies));
    return { context: contextFor(shared, caller, browser), key };
  };
  const contexts = new WeakMap<IncomingMessage, Context>();
  return {
    callerIn: (request) => callerIn(request),
    async letIn(request, response, next) {
      const { context, key } = await callerIn(request, browserOf(request, response, publicUrl));
      await rate.take(key);
      contexts.set(request, context);
      next();
    },
    contextOf: async (request) => contexts.get(request) ?? (await callerIn(request)).context,
  };
}
