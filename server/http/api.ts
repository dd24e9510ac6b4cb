/** The API's outer shell: one HTTP server for GraphQL, its sockets, and the few things that are plain HTTP. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import compression from 'compression';
import express from 'express';
import type { GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import helmet from 'helmet';
import { WebSocketServer } from 'ws';
import { callerOf } from '../auth/caller.ts';
import { createSignInThrottle } from '../auth/sign-in-throttle.ts';
import type { Engine } from '../engine/engine.ts';
import { type Context, contextFor } from '../graphql/context.ts';
import { errorFormatter } from '../graphql/format-error.ts';
import { openLive } from '../graphql/live/live.ts';
import { subscribe } from '../graphql/live/subscribe.ts';
import { createSchema } from '../graphql/schema.ts';
import type { PublishingTarget } from '../publishing/target.ts';
import { browserOf } from './browser.ts';
import { credentialsOf } from './credentials.ts';
import { guardSockets } from './guard-sockets.ts';
import { runLogRoutes } from './run-logs.ts';
import { signInRoutes } from './sign-in.ts';

export interface Api {
  /** Such as `http://127.0.0.1:4000`. */
  readonly url: string;
  close(): Promise<void>;
}

export interface ApiOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Where people reach it, where that is another address; over TLS their cookies are kept to it. */
  readonly publicUrl?: string | undefined;
  /** So many reverse proxies stand before it, whose word is taken for who their client is. Default 0. */
  readonly proxies?: number;
  readonly publishing: PublishingTarget;
}

/** Listens, and answers until it is closed. */
export async function openApi(
  engine: Engine,
  { host, port, publicUrl, proxies = 0, publishing }: ApiOptions,
): Promise<Api> {
  const { database, log } = engine;
  const schema = createSchema();
  const live = await openLive(database, log);
  const shared = { engine, live, throttle: createSignInThrottle(database), publishing };
  // Read anew for each request and each operation of a socket: what was revoked is worth nothing at once.
  const callerIn = (request: IncomingMessage) => callerOf(database, credentialsOf(request), engine.now());
  const app = express().disable('x-powered-by').set('trust proxy', proxies).use(helmet(), compression());
  const server = createServer(app);
  const formatError = errorFormatter(log);
  const shown = (error: GraphQLError) => formatError(error.toJSON(), error);
  const apollo = new ApolloServer<Context>({
    schema,
    formatError,
    includeStacktraceInErrorResponses: false,
    plugins: [ApolloServerPluginDrainHttpServer({ httpServer: server })],
  });
  await apollo.start();
  app.use(signInRoutes(engine, publicUrl));
  app.use(runLogRoutes(async (request) => contextFor(shared, await callerIn(request)), log));
  app.use(
    '/graphql',
    express.json({ limit: '1mb' }),
    expressMiddleware(apollo, {
      context: async ({ req, res }) =>
        contextFor(shared, await callerIn(req), browserOf(req, res, publicUrl)),
    }),
  );
  const guard = await guardSockets(engine);
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: 64 * 1024 });
  const subscriptions = useServer(
    {
      schema,
      subscribe,
      onConnect: ({ extra }) => guard.admit(extra.socket, extra.request),
      context: async ({ extra }) => contextFor(shared, await callerIn(extra.request)),
      onError: (_context, _id, _payload, list) => list.map(shown),
      onNext: (_context, _id, _payload, _args, { data = null, errors: list }) =>
        list ? { data, errors: list.map(shown) } : undefined,
    },
    sockets,
  );
  await listen(server, host, port);
  return {
    url: urlOf(server),
    async close() {
      await subscriptions.dispose();
      await guard.close();
      await live.close();
      await apollo.stop();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('the server has no port');
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
}
