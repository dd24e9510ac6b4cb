import type { Client } from 'graphql-ws';
import type { TypedDocumentString } from '../gql/graphql.ts';
import { Connection } from './connection.ts';

/** Milliseconds: doubled with each try, with a random half of it, so that a restarted server is not met by all at once. */
const backoff = { firstMs: 250, mostMs: 10_000 };

/** The one socket of the console, open while anything is watched. */
export interface LiveClient {
  readonly connection: Connection;
  /**
   * Calls `onEvent` with each event until the returned function is called; over a new socket it is subscribed to
   * again, with `variables` as they are read then.
   */
  watch<Result, Variables extends object>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    onEvent: (event: Result) => void,
  ): () => void;
}

export function createLiveClient(url = socketUrl()): LiveClient {
  const connection = new Connection();
  let client: Promise<Client> | undefined;
  return {
    connection,
    watch(document, variables, onEvent) {
      client ??= openClient(url, connection);
      const query = document.toString();
      const watching = client.then((opened) =>
        opened.subscribe<never>(
          { query, variables: variables as Record<string, unknown> },
          {
            next: ({ data }) => data && onEvent(data),
            // What is wrong shows where the snapshot is asked for, by the same rights.
            error: () => {},
            complete: () => {},
          },
        ),
      );
      return () => void watching.then((stop) => stop());
    },
  };
}

/** Its code comes when something is first watched: a page is shown before. */
async function openClient(url: string, connection: Connection): Promise<Client> {
  const { createClient } = await import('graphql-ws');
  return createClient({
    url,
    lazyCloseTimeout: 1_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    // A refused session ends it; everything else passes.
    shouldRetry: (closed) => codeOf(closed) !== 4401,
    retryWait: (tries) => {
      const most = Math.min(backoff.mostMs, backoff.firstMs * 2 ** tries);
      return new Promise((resolve) => setTimeout(resolve, most / 2 + (Math.random() * most) / 2));
    },
    on: {
      connected: () => connection.opened(),
      closed: (closed) => connection.closed(codeOf(closed) !== 1000),
    },
  });
}

function codeOf(closed: unknown): number | undefined {
  return typeof closed === 'object' && closed !== null && 'code' in closed ? Number(closed.code) : undefined;
}

function socketUrl(): string {
  return new URL('/graphql', window.location.href.replace(/^http/, 'ws')).href;
}
