import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { resolve } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { galleyUser } from '../cli/galley.ts';

const user = galleyUser();

/** A way to the database that can be cut. */
async function openWay(): Promise<{ readonly uri: string; cut(): void }> {
  const to = new URL(inject('mongoUri'));
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.push(one);
      one.on('error', () => {});
      one.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const uri = new URL(to);
  uri.port = String(typeof address === 'object' && address?.port);
  uri.pathname = `/${user.database.db.databaseName}`;
  uri.searchParams.delete('replicaSet');
  uri.searchParams.set('directConnection', 'true');
  return {
    uri: uri.href,
    cut() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

describe('a run that is stopped while the database is gone', () => {
  it('ends by the signal, and says that it is left as it is', async () => {
    const way = await openWay();
    const file = await user.file('list.csv', ['keyword', 'coffee beans']);
    const stuck = { STAGE_PLUGINS: resolve('test/cli/stages/stuck.js'), MONGODB_URI: way.uri };
    const run = user.start(['run', file], stuck);
    await run.seen(/Stage 2: Processing batch 1/);
    way.cut();
    run.process.kill('SIGTERM');
    const { code, signal, stderr } = await run.ended;
    expect({ code, signal }).toEqual({ code: 143, signal: null });
    expect(stderr).toContain('could not be paused');
    expect(stderr).toContain('Continue with: npx galley resume');
  });
});
