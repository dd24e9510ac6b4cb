import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut like the power of a machine: nothing gets through any more, nobody is told. */
export interface Gate {
  readonly port: number;
  /** From this moment on nothing passes in either direction; connections stay open. */
  shut(): void;
  /** Hangs up on everybody. */
  end(): void;
}

/** Opens a way to a port of this machine. */
export async function openGate(target: number): Promise<Gate> {
  const sockets = new Set<Socket>();
  let isShut = false;
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: target, host: '127.0.0.1', noDelay: true });
    join(near, far);
    join(far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    shut() {
      isShut = true;
    },
    end() {
      isShut = true;
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };

  function join(from: Socket, to: Socket): void {
    sockets.add(from);
    from.on('data', (bytes) => {
      if (!isShut) to.write(bytes);
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  }
}
