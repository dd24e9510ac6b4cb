import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Scope } from '../../schema/api-key.ts';
import { makeApiKey } from '../../server/auth/api-keys.ts';
import { openDatabase } from '../../server/db/database.ts';
import { openEmbedded } from '../../server/db/embedded/server.ts';
import { openApi } from '../../server/http/api.ts';
import { openTestApi } from '../support/api.ts';
import { recordLog } from '../support/recorded-log.ts';

const recorded = recordLog();
const app = await openTestApi({ parts: { log: recorded.log } });
const { engine } = app;
const masked = {
  message: expect.stringContaining('Something went wrong on our side. It has been logged.'),
  extensions: { code: 'INTERNAL_ERROR', details: {}, retryable: true },
};
const patiently = { timeout: 30_000 };

describe('without its database', () => {
  it('a server says so, is not ready, and goes on when it is back', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'galley-lost-'));
    const silent = { dataDir, say: () => {} };
    const server = await openEmbedded(silent);
    // It need not be waited for as long as in earnest.
    const own = await openDatabase(`${server.uri}&serverSelectionTimeoutMS=2000&heartbeatFrequencyMS=500`);
    const program = { account: new ObjectId(), name: 'a program', scopes: [Scope.Read] };
    const { key } = await makeApiKey(own, program);
    const { key: unheard } = await makeApiKey(own, program);
    const api = await openApi(
      { ...engine, database: own },
      { host: '127.0.0.1', port: 0, publishing: app.publishing, ai: app.ai },
    );
    const ready = async () => {
      const response = await fetch(`${api.url}/readyz`);
      return [response.status, await response.json()];
    };
    const ask = async (by = key) => {
      const response = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${by}` },
        body: '{"query":"{ sites { totalCount } }"}',
      });
      return [response.status, await response.json()];
    };
    expect(await ask()).toEqual([200, { data: { sites: { totalCount: 0 } }, extensions: { cost: 26 } }]);
    await server.stop();
    // The other is known for a moment longer than the server may take to stop.
    expect(await ask(unheard)).toEqual([500, { errors: [masked] }]);
    const logged = recorded.lines.findLast(({ msg }) => msg === 'unexpected error in the API');
    expect(logged?.err).toMatchObject({
      type: expect.stringContaining('Mongo'),
      stack: expect.stringContaining(' at '),
    });
    const checks = { database: 'failed', changes: 'failed' };
    await expect.poll(ready, patiently).toMatchObject([503, { status: 'not ready', checks }]);
    const again = await openEmbedded(silent);
    await expect.poll(ready, patiently).toMatchObject([200, { status: 'ready' }]);
    await expect.poll(async () => (await ask())[0], patiently).toBe(200);
    await api.close();
    await own.close();
    await again.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
});
