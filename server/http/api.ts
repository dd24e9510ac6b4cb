/** The API's outer shell: one HTTP server for GraphQL, its sockets, and the few things that are plain HTTP. */
import { createServer, type Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import compression from 'compression';
import express from 'express';
import { useServer } from 'graphql-ws/use/ws';
import helmet from 'helmet';
import { WebSocketServer } from 'ws';
import { callerOf } from '../auth/caller.ts';
import type { Engine } from '../engine/engine.ts';
import { type Context, contextFor } from '../graphql/context.ts';
import { errorFormatter } from '../graphql/format-error.ts';
import { openLive } from '../graphql/live/live.ts';
import { createSchema } from '../graphql/schema.ts';
import { credentialsOf } from './credentials.ts';
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
}

/** Listens, and answers until it is closed. */
export async function openApi(engine: Engine, { host, port }: ApiOptions): Promise<Api> {
  const { database, log } = engine;
  const schema = createSchema();
  const live = openLive(database, log);
  const callerIn = (request: Parameters<typeof credentialsOf>[0]) =>
    callerOf(database, credentialsOf(request), engine.now());
  const app = express().disable('x-powered-by').use(helmet(), compression());
  const server = createServer(app);
  const apollo = new ApolloServer<Context>({
    schema,
    formatError: errorFormatter(log),
    includeStacktraceInErrorResponses: false,
    plugins: [ApolloServerPluginDrainHttpServer({ httpServer: server })],
  });
  await apollo.start();
  const contextOf = async (request: Parameters<typeof credentialsOf>[0]) =>
    contextFor({ engine, live }, await callerIn(request));
  app.use(signInRoutes(engine), runLogRoutes(contextOf, log));
  app.use(
    '/graphql',
    express.json({ limit: '1mb' }),
    expressMiddleware(apollo, {
      context: ({ req }) => contextOf(req),
    }),
  );
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: 64 * 1024 });
  const subscriptions = useServer(
    {
      schema,
      context: ({ extra }) => contextOf(extra.request),
    },
    sockets,
  );
  await listen(server, host, port);
  return {
    url: urlOf(server),
    async close() {
      await subscriptions.dispose();
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
