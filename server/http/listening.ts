import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errors } from '../errors.ts';

/** Resolves with the address, such as `http://127.0.0.1:4000`. Throws ADDRESS_UNUSABLE. */
export function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = reasons[error.code ?? ''] ?? error.message;
      reject(errors.addressUnusable({ host, port, reason }));
    });
    server.listen(port, host, () => resolve(urlOf(server.address() as AddressInfo)));
  });
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program has it',
  EACCES: 'this user may not',
  EADDRNOTAVAIL: 'this machine has no such address',
};

function urlOf({ family, address, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** Takes no more connections, and lets those that wait for an answer have it, for at most so many ms. */
export async function drain(server: Server, withinMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // One that stays open for another request becomes idle only with its answer.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const impatience = setTimeout(() => server.closeAllConnections(), withinMs);
  await closed;
  clearInterval(idle);
  clearTimeout(impatience);
}
