/** GraphQL over WebSockets: who may open one, and how all are closed. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { errors } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { clientAddress } from '../client-address.ts';
import { addressKeyOf } from '../limits/rate-limit.ts';
import { type Refusal, refusalFor } from '../refuse.ts';
import { attach, type SocketExtra } from './attach.ts';
import { isOriginAllowed } from './origin.ts';
import { type ProtocolOptions, protocolFor } from './protocol.ts';

export interface SocketOptions extends ProtocolOptions {
  readonly allowedOrigins: readonly string[];
  readonly proxies: number;
  readonly log: Log;
}

export interface Sockets {
  /** Opens no more sockets and closes those that are open (1001); resolves when they are gone. */
  close(): Promise<void>;
}

const path = '/graphql';
const keepAliveMs = 12_000;
const goingAwayCode = 1001;

export function openSockets(server: Server, options: SocketOptions): Sockets {
  const { limits, rate, formatError, log, metrics, proxies, allowedOrigins } = options;
  const { serverOptions, subscriptions } = protocolFor(options);
  const graphql = makeServer<Record<string, unknown>, SocketExtra>(serverOptions);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    handleProtocols,
  });
  let isClosing = false;
  metrics.watchSockets(() => ({ sockets: sockets.clients.size, subscriptions: subscriptions() }));

  const admit = async (request: IncomingMessage) => {
    if (isClosing) throw errors.shuttingDown();
    if (request.url?.split('?')[0] !== path) throw errors.notFound({ kind: 'socket', id: request.url ?? '' });
    await rate.take(addressKeyOf(clientAddress(request, proxies)));
    if (!isOriginAllowed(request, allowedOrigins)) {
      throw errors.originNotAllowed({ origin: request.headers.origin ?? '' });
    }
  };
  server.on('upgrade', (request, stream, head) => {
    // It may end before it is a socket.
    const onError = () => stream.destroy();
    stream.on('error', onError);
    admit(request).then(
      () => {
        stream.off('error', onError);
        sockets.handleUpgrade(request, stream, head, (socket) => {
          const onClosed = (reason: string) => metrics.socketClosed(reason);
          attach({ socket, request }, { graphql, log, patience: limits, keepAliveMs, onClosed });
        });
      },
      (error: unknown) => refuseUpgrade(stream, refusalFor(error, formatError)),
    );
  });
  return {
    async close() {
      isClosing = true;
      const gone = [...sockets.clients].map(
        (socket) => new Promise<unknown>((resolve) => socket.once('close', resolve)),
      );
      for (const socket of sockets.clients) socket.close(goingAwayCode, 'Going away');
      const impatience = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, limits.goodbyeMs);
      await Promise.all(gone);
      clearTimeout(impatience);
    },
  };
}

/** The stream speaks HTTP still. */
function refuseUpgrade(stream: Duplex, { status, headers, body }: Refusal): void {
  const text = JSON.stringify(body);
  const lines = Object.entries({
    ...headers,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(text)),
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`);
  stream.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('\r\n')}\r\n\r\n${text}`);
}
