import { connect } from 'node:net';

/** A keeper that has not answered by then is none: some other program has got its port. */
const answerMs = 3_000;

/** The right to use the database: it lasts while this connection to the keeper does. */
export interface Lease {
  /** Resolves when the connection is gone: we gave the lease back, or the keeper died. */
  readonly ended: Promise<void>;
  /** Gives it back. Resolves at once while others use the database, else when mongod has ended. */
  release(): Promise<void>;
}

/** Joins the users of the keeper with this token, or resolves to undefined where there is none on the port. */
export function takeLease({ port, token }: { port: number; token: string }): Promise<Lease | undefined> {
  const socket = connect({ port, host: '127.0.0.1' });
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const release = () => {
    socket.ref();
    socket.write('leave\n');
    return ended;
  };
  return new Promise((resolve) => {
    let heard = '';
    const timer = setTimeout(() => socket.destroy(), answerMs);
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      if (heard.trim() !== token) return;
      clearTimeout(timer);
      // Being a user of the database is no reason to stay alive.
      socket.unref();
      resolve({ ended, release });
    });
    socket.on('error', () => {});
    void ended.then(() => {
      clearTimeout(timer);
      resolve(undefined);
    });
  });
}
