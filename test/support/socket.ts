import { once } from 'node:events';
import WebSocket from 'ws';

/** A message of the graphql-transport-ws protocol, as it comes. */
interface Message {
  readonly type: string;
  readonly id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for, it knows the form of
  readonly payload?: any;
}

export interface TestSocket {
  /** True once the server has let it in, false where it closed it instead. */
  readonly isOpen: boolean;
  /** Begins an operation; returns its messages as they come, up to the last, or to the end of the socket. */
  subscribe(query: string, variables?: object): AsyncGenerator<Message>;
  /** With which code the server closed it. */
  readonly closed: Promise<number>;
  close(): void;
}

/** A socket of whoever sends these headers, as far as it gets. */
export async function openSocket(apiUrl: string, headers: Record<string, string> = {}): Promise<TestSocket> {
  const url = `${apiUrl.replace('http', 'ws')}/graphql`;
  const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
  const closed = once(socket, 'close').then(([code]) => Number(code));
  const inbox: Message[] = [];
  let wake = () => {};
  socket.on('message', (data) => {
    inbox.push(JSON.parse(String(data)));
    wake();
  });
  let isClosed = false;
  void closed.then(() => {
    isClosed = true;
    wake();
  });
  async function next(): Promise<Message | null> {
    for (;;) {
      const message = inbox.shift();
      if (message || isClosed) return message ?? null;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  return {
    isOpen: (await next())?.type === 'connection_ack',
    closed,
    async *subscribe(query, variables = {}) {
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } }));
      for (;;) {
        const message = await next();
        if (message) yield message;
        if (message?.type !== 'next') return;
      }
    },
    close: () => socket.close(),
  };
}
