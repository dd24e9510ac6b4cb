import type { IncomingMessage } from 'node:http';
import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Log } from '../../log.ts';
import { type Patience, patientSender } from './patient-sender.ts';

/** What a socket is known by while it is open. */
export interface SocketExtra {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
}

export interface AttachOptions {
  readonly graphql: Server<SocketExtra>;
  readonly log: Log;
  readonly patience: Patience;
  /** How often it is seen whether the other end is still there. */
  readonly keepAliveMs: number;
  /** Told once, with one of a few words. */
  onClosed(reason: string): void;
}

/**
 * Speaks GraphQL over a socket that was opened. As graphql-ws's own `useServer`, but that it drops slow readers, and
 * that nothing a client sends is an error of ours or reaches anything but the log.
 */
export function attach({ socket, request }: SocketExtra, options: AttachOptions): void {
  const { graphql, log, patience, keepAliveMs, onClosed } = options;
  let isSlow = false;
  const sender = patientSender(socket, patience, () => {
    isSlow = true;
    log.info({ unreadBytes: socket.bufferedAmount }, 'a slow reader is dropped');
  });
  const fail = (error: unknown) => {
    log.error({ err: error }, 'unexpected error in a socket');
    socket.close(CloseCode.InternalServerError, 'Internal server error');
  };
  // What the client sent breaks the protocol: ws has answered it already.
  socket.on('error', (error) => log.debug({ err: error }, 'socket error'));
  let isHeard = true;
  socket.on('pong', () => {
    isHeard = true;
  });
  const keepAlive = setInterval(() => {
    if (!isHeard) return socket.terminate();
    isHeard = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, keepAliveMs);
  const closed = graphql.opened(
    {
      protocol: socket.protocol,
      send: (data) => sender.send(data),
      close: (code, reason) => socket.close(code, reason),
      onMessage(take) {
        socket.on('message', (data) => void take(String(data)).catch(fail));
      },
    },
    { socket, request },
  );
  socket.once('close', (code, reason) => {
    clearInterval(keepAlive);
    sender.stop();
    onClosed(isSlow ? 'slow' : wordFor(code));
    closed(code, String(reason)).catch((error: unknown) => log.error({ err: error }, 'socket not ended'));
  });
}

function wordFor(code: number): string {
  if (code === 1000 || code === 1001 || code === 1005) return 'ended';
  if (code === 1006) return 'lost';
  return code === 1009 ? 'too large' : 'refused';
}
