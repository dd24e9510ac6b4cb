import WebSocket, { type ClientOptions } from 'ws';

/** A message of the graphql-transport-ws protocol, as it comes. */
interface Message {
  readonly type: string;
  readonly id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for, it knows the form of
  readonly payload?: any;
}

export interface PlainSocket {
  readonly socket: WebSocket;
  /** With which code and reason it was closed. */
  readonly closed: Promise<{ code: number; reason: string }>;
  /** The next message, or null when it is closed without another. */
  next(): Promise<Message | null>;
  /** Sends an operation; returns the first message that comes of it. */
  ask(payload: object, id?: string): Promise<Message | null>;
}

/** A socket spoken to word by word: what a client that keeps to the protocol would never send can be sent. */
export async function openPlainSocket(
  apiUrl: string,
  options: ClientOptions = {},
  { greets = true } = {},
): Promise<PlainSocket> {
  const socket = new WebSocket(`${apiUrl.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', options);
  const inbox: Message[] = [];
  let isClosed = false;
  let wake = () => {};
  socket.on('message', (data) => {
    inbox.push(JSON.parse(String(data)));
    wake();
  });
  socket.on('error', () => {});
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => {
      isClosed = true;
      wake();
      resolve({ code, reason: String(reason) });
    });
  });
  const next = async () => {
    while (inbox.length === 0 && !isClosed) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return inbox.shift() ?? null;
  };
  await new Promise((resolve) => socket.once('open', resolve).once('close', resolve));
  if (greets && socket.readyState === socket.OPEN) {
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await next();
  }
  return {
    socket,
    closed,
    next,
    ask(payload, id = '1') {
      socket.send(JSON.stringify({ id, type: 'subscribe', payload }));
      return next();
    },
  };
}
