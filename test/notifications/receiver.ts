import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server as somebody has one who wants to be told. */
export interface Receiver {
  readonly url: string;
  /** What has come, in order. */
  readonly received: Received[];
  /** How it answers; 204 unless told. */
  answer: (response: ServerResponse) => void;
  /** Resolves as soon as so many have come in all. */
  reached(count: number): Promise<void>;
}

/** Call it at the top of the file: it is closed when the file is done. */
export async function openReceiver(): Promise<Receiver> {
  const waiters = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    receiver.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    for (const look of waiters) look();
    receiver.answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?token=of-the-hook`,
    received: [],
    answer: (response) => response.writeHead(204).end(),
    reached: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (receiver.received.length < count) return;
          waiters.delete(look);
          resolve();
        };
        waiters.add(look);
        look();
      }),
  };
  return receiver;
}
