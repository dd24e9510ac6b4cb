import type { Client } from 'graphql-ws';
import type { TypedDocumentString } from '../gql/graphql.ts';
import { type Closing, Connection } from './connection.ts';

/** Milliseconds: doubled with each try, with a random half of it, so that a restarted server is not met by all at once. */
const backoff = { firstMs: 250, mostMs: 10_000 };
/** Closed with this code, a socket stays closed: nobody is signed in. */
const unauthorized = 4401;

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
      const query = document.toString();
      let leave = () => {};
      let isLeft = false;
      const subscribe = async () => {
        client ??= openClient(url, connection);
        const opened = await client.catch(() => undefined);
        if (isLeft) return;
        if (!opened) {
          client = undefined;
          leave = later(subscribe, waitMs(backoff.mostMs));
          return;
        }
        const stop = opened.subscribe<never>(
          { query, variables: variables as Record<string, unknown> },
          {
            next: ({ data }) => data && onEvent(data),
            error(problem) {
              // What else is wrong shows where the snapshot is asked for, by the same rights.
              if (isGivenUp(problem)) leave = later(subscribe, waitMs(backoff.mostMs));
            },
            complete: () => {},
          },
        );
        leave = stop;
      };
      void subscribe();
      return () => {
        isLeft = true;
        leave();
      };
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
    shouldRetry: (closed) => codeOf(closed) !== unauthorized,
    retryWait: (tries) => {
      const mostMs = Math.min(backoff.mostMs, backoff.firstMs * 2 ** tries);
      return new Promise((resolve) => setTimeout(resolve, waitMs(mostMs)));
    },
    on: {
      connected: () => connection.opened(),
      closed: (closed) => connection.closed(closingOf(closed)),
    },
  });
}

function waitMs(mostMs: number): number {
  return mostMs / 2 + (Math.random() * mostMs) / 2;
}

function later(act: () => void, afterMs: number): () => void {
  const timer = setTimeout(act, afterMs);
  return () => clearTimeout(timer);
}

/** True where graphql-ws takes a closed socket for the end of it, as of a server whose database does not answer yet. */
function isGivenUp(problem: unknown): boolean {
  const code = codeOf(problem);
  return code !== undefined && code !== unauthorized;
}

function closingOf(closed: unknown): Closing {
  const code = codeOf(closed);
  if (code === 1000) return 'unwanted';
  return code === unauthorized ? 'refused' : 'broken';
}

function codeOf(closed: unknown): number | undefined {
  return typeof closed === 'object' && closed !== null && 'code' in closed ? Number(closed.code) : undefined;
}

function socketUrl(): string {
  return new URL('/graphql', window.location.href.replace(/^http/, 'ws')).href;
}
