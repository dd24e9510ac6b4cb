/** The API's outer shell: one HTTP server for GraphQL, its sockets, and the few things that are plain HTTP. */
import { createServer } from 'node:http';
import { expressMiddleware } from '@as-integrations/express5';
import type { GraphQLSchema } from 'graphql';
import type { AiDesk } from '../ai-settings/desk.ts';
import { KnownPrograms } from '../auth/known-programs.ts';
import { createSignInThrottle } from '../auth/sign-in-throttle.ts';
import { isAnswering } from '../db/database.ts';
import type { Engine } from '../engine/engine.ts';
import { errorFormatter } from '../graphql/format-error.ts';
import { type DocumentLimits, defaultDocumentLimits } from '../graphql/limits/document-limits.ts';
import { rulesFor } from '../graphql/limits/rules.ts';
import { openLive } from '../graphql/live/live.ts';
import { createSchema } from '../graphql/schema.ts';
import { createMetrics, type Metrics } from '../metrics.ts';
import type { PublishingTarget } from '../publishing/target.ts';
import { createAdmission } from './admission.ts';
import { startApollo } from './apollo.ts';
import { consoleRoutes } from './console.ts';
import { allowOrigins } from './cross-origin.ts';
import { guardSockets } from './guard-sockets.ts';
import { type Checks, healthRoutes } from './health.ts';
import { jsonBody } from './limits/body.ts';
import { createRateLimit } from './limits/rate-limit.ts';
import { defaultTransportLimits, type TransportLimits } from './limits/transport-limits.ts';
import { drain, listen } from './listening.ts';
import { mediaRoutes } from './media.ts';
import { nothingHere, refuse } from './refuse.ts';
import { runLogRoutes } from './run-logs.ts';
import { shell } from './shell.ts';
import { signInRoutes } from './sign-in.ts';
import { openSockets } from './sockets/sockets.ts';

export interface Api {
  /** Such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** No longer ready, no new sockets, the open ones closed, then each request answered: in this order. */
  close(): Promise<void>;
}

export interface ApiOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Where people reach it, where that is another address; over TLS their cookies are kept to it. */
  readonly publicUrl?: string | undefined;
  readonly publishing: PublishingTarget;
  readonly ai: AiDesk;
  /** Made by `createSchema`, where several servers of a process share it. Default: one of its own. */
  readonly schema?: GraphQLSchema;
  /** Folder of the built console; without it, there is none. */
  readonly consoleFolder?: string;
  /** So many reverse proxies stand before it, whose word is taken for who their client is. Default 0. */
  readonly proxies?: number;
  /** Origins whose pages may ask and open sockets, besides our own. */
  readonly allowedOrigins?: readonly string[];
  readonly limits?: Partial<TransportLimits & DocumentLimits>;
  /** Besides database and live changes, what must be so for it to be ready. */
  readonly checks?: Checks;
  readonly metrics?: Metrics | undefined;
  readonly metricsToken?: string | undefined;
}

/** How long requests may take that are under way when it closes. */
const drainMs = 3_000;

/** Listens, and answers until it is closed. */
export async function openApi(engine: Engine, options: ApiOptions): Promise<Api> {
  const { database, log } = engine;
  const {
    publicUrl,
    publishing,
    ai,
    consoleFolder,
    proxies = 0,
    allowedOrigins = [],
    metricsToken,
  } = options;
  const { metrics = createMetrics({ database }) } = options;
  const limits = { ...defaultTransportLimits, ...options.limits };
  const documents = { ...defaultDocumentLimits, ...options.limits };
  const { schema = createSchema() } = options;
  const rules = rulesFor(documents);
  const formatError = errorFormatter(log, { hidesSchema: !documents.introspection });
  const live = await openLive(database, log);
  const shared = { engine, live, throttle: createSignInThrottle(database), publishing, ai };
  const programs = new KnownPrograms(database);
  const guard = await guardSockets(engine, programs, limits);
  const rate = createRateLimit(limits.requestsPerMinute);
  const { callerIn, letIn, contextOf } = createAdmission(shared, { programs, rate, proxies, publicUrl });
  const apollo = await startApollo({
    ...{ schema, rules, documents, formatError, log, metrics },
    // It may have been a key that was revoked.
    onMutation: () => programs.forget(),
  });
  let isStopping = false;
  const checks: Checks = {
    database: () => isAnswering(database),
    changes: () => live.isAlive,
    ...options.checks,
  };
  const app = shell(log, proxies)
    .use(healthRoutes({ checks, isStopping: () => isStopping, metrics, metricsToken }))
    .use(signInRoutes(engine, publicUrl))
    .use(['/runs', '/media', '/graphql'], ...allowOrigins(allowedOrigins))
    .use('/runs', letIn)
    .use(runLogRoutes(contextOf, log))
    .use('/media', letIn, mediaRoutes({ media: engine.media, contextOf }))
    .use(
      '/graphql',
      letIn,
      ...jsonBody(limits.bodyBytes),
      expressMiddleware(apollo, { context: ({ req }) => contextOf(req) }),
    )
    .use(
      ...(consoleFolder === undefined ? [] : [consoleRoutes(consoleFolder)]),
      nothingHere,
      refuse(formatError),
    );
  const server = createServer(app);
  const sockets = openSockets(server, {
    ...{ schema, rules, documents, limits, rate, formatError, log, metrics },
    ...{ proxies, callerIn, guard },
    allowedOrigins: publicUrl === undefined ? allowedOrigins : [...allowedOrigins, publicUrl],
  });
  return {
    url: await listen(server, options.host, options.port),
    async close() {
      isStopping = true;
      await sockets.close();
      await guard.close();
      await drain(server, drainMs);
      await apollo.stop();
      await live.close();
    },
  };
}
