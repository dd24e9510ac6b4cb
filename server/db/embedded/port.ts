import { connect, createServer } from 'node:net';

/** The preferred port, where no program listens on it, or else any free one. */
export async function choosePort(preferred: number | undefined): Promise<number> {
  const kept = preferred === undefined ? undefined : await bind(preferred);
  const port = kept ?? (await bind(0));
  if (port === undefined) throw new Error('No port of 127.0.0.1 is free.');
  return port;
}

/** True when no program listens on the port. */
export async function isFree(port: number): Promise<boolean> {
  return (await bind(port)) !== undefined;
}

/** Resolves to the port if it could be listened on just now, 0 meaning any. */
function bind(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

/** True when somebody accepts connections on the port. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const finish = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}
