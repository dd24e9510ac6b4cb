import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

export interface Subscriptions {
  readonly client: Client;
  /** Follows a subscription; `field` of each event. Breaking out of the loop, or `return`, ends it. */
  follow<T>(document: string, variables: object, field: string): AsyncGenerator<T, void>;
}

/** A WebSocket client of the API that sends these headers when it connects. */
export function openFollower(url: string, headers: Record<string, string>): Subscriptions {
  class Socket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers });
    }
  }
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: Socket,
    retryAttempts: 0,
  });
  return {
    client,
    async *follow<T>(query: string, variables: object, field: string) {
      for await (const { data, errors } of client.iterate<Record<string, T>>({
        query,
        variables: { ...variables },
      })) {
        if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
        if (data) yield data[field] as T;
      }
    },
  };
}
