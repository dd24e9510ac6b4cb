import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { Scope } from '../../schema/api-key.ts';
import { makeApiKey, revokeApiKey } from '../../server/auth/api-keys.ts';
import { galleyUser } from '../cli/galley.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { openSocket } from '../support/socket.ts';

const user = galleyUser();
const app = await openTestApi();
const all = [Scope.Read, Scope.Run, Scope.Write];
const stopMs = 15_000;
const hearMs = 1_000;

/** A stage that never comes to an end, and does not hear that it should. */
const hanging = `
import { z } from '${resolve('node_modules/zod/index.js')}';
export default ({ Cluster }) => ({
  key: 'hang', title: 'Clusters → Nothing', kind: 'local', after: 'cluster-keywords',
  settings: z.object({ batchSize: z.int().max(1).default(1), parallel: z.int().max(1).default(1) }),
  item: Cluster, nouns: { one: 'cluster', many: 'clusters' },
  waiting: { status: 'new', 'passed.hang': null }, label: ({ name }) => name,
  forecast: () => ({ usage: [], produces: {} }),
  work() { console.error('It hangs.'); return new Promise(() => {}); },
  save: async () => ({ counters: {}, message: '' }),
});`;

describe('galley serve', () => {
  it('is gone within 15 s of SIGTERM, with 0, whoever keeps it: a batch, a request, a socket', async () => {
    await writeFile(join(user.folder, 'hang.mjs'), hanging);
    const server = user.start(['serve'], { PORT: '0', STAGE_PLUGINS: './hang.mjs' });
    const [, url = ''] = await server.seen(/Galley answers at (\S+)\.\n/);
    const site = await makeSite(user.database);
    const { account } = site;
    await makeKeywords(user.database, site, ['cold brew']);
    const { key } = await makeApiKey(user.database, { account, name: 'stops', scopes: all });
    const headers = { authorization: `Bearer ${key}` };
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'mutation ($input: StartRunInput!) { startRun(input: $input) { run { id } } }',
        variables: { input: { siteId: site._id, idempotencyKey: 'stops' } },
      }),
    });
    await server.seen(/It hangs/);
    const half = connect({ host: '127.0.0.1', port: Number(new URL(url).port) });
    half.on('error', () => {});
    half.write('POST /graphql HTTP/1.1\r\nHost: galley\r\nContent-Length: 10\r\n\r\n');
    const deaf = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    deaf.on('error', () => {});
    await once(deaf, 'open');
    deaf.pause();
    const askedAt = performance.now();
    server.process.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, signal: null });
    const tookMs = performance.now() - askedAt;
    console.log(`gone ${Math.round(tookMs)} ms after the signal`);
    expect(tookMs).toBeLessThan(stopMs);
    deaf.terminate();
    half.destroy();
  });
});

describe('a key that is revoked in one process', () => {
  it('is worth nothing within a second in another, where its socket is closed', async () => {
    const { database } = app.engine;
    const other = await app.openAnother();
    const { account } = await makeSite(database);
    const tooks: number[] = [];
    for (let nth = 0; nth < 20; nth += 1) {
      const { apiKey, key } = await makeApiKey(database, { account, name: `${nth}`, scopes: all });
      const headers = { authorization: `Bearer ${key}` };
      const socket = await openSocket(other.url, headers);
      expect((await app.as(headers, other.url)('{ me { rights } }')).errors).toBeUndefined();
      const revokedAt = performance.now();
      await revokeApiKey(database, apiKey._id, app.engine.now());
      expect(await socket.closed).toBe(4401);
      const { errors } = await app.as(headers, other.url)('{ me { rights } }');
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      tooks.push(performance.now() - revokedAt);
    }
    console.log(`heard of within ${Math.round(Math.max(...tooks))} ms, all of 20`);
    expect(Math.max(...tooks)).toBeLessThan(hearMs);
    await other.close();
  });
});
