import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { RunTrigger } from '../../schema/automation-run.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { Worker } from '../../server/engine/worker.ts';
import { openApi } from '../../server/http/api.ts';
import { createMetrics } from '../../server/metrics.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { openPlainSocket } from '../support/plain-socket.ts';
import { keepSmall } from '../support/small-site.ts';

const token = 'a-token-of-the-test';
const app = await openTestApi();
const { engine } = app;
const { database } = engine;

async function get(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { headers });
  return { status: response.status, text: await response.text() };
}

describe('/readyz', () => {
  it('says what is missing, while /healthz says that the process is alive', async () => {
    const api = await app.openAnother({
      checks: {
        worker: () => false,
        broken: () => Promise.reject(new Error('refused by 10.0.0.7')),
      },
    });
    const { status, text } = await get(`${api.url}/readyz`);
    expect(status).toBe(503);
    expect(JSON.parse(text)).toEqual({
      status: 'not ready',
      checks: { database: 'ok', changes: 'ok', worker: 'failed', broken: 'failed' },
    });
    expect(await get(`${api.url}/healthz`)).toEqual({ status: 200, text: '{"status":"alive"}' });
    await api.close();
  });

  it('knows a worker from its start to its stop', async () => {
    const worker = new Worker(engine, { slots: 1 });
    const api = await app.openAnother({ checks: { worker: () => worker.isRunning } });
    const status = async () => (await get(`${api.url}/readyz`)).status;
    expect(await status()).toBe(503);
    worker.start();
    expect(await status()).toBe(200);
    await worker.stop();
    expect(await status()).toBe(503);
    await api.close();
  });
});

describe('A server that ends', () => {
  it('is no longer ready and opens no sockets, closes those that are open, and answers what was asked', async () => {
    // It waits for the reader however long that takes here.
    const api = await app.openAnother({ limits: { goodbyeMs: 60_000 } });
    const headers = await app.program((await makeSite(database)).account);
    const socket = await openPlainSocket(api.url, { headers });
    // Its reader takes a while to hear of it.
    socket.socket.pause();
    const closing = api.close();
    const { status, text } = await get(`${api.url}/readyz`);
    expect([status, JSON.parse(text).status]).toEqual([503, 'stopping']);
    const late = await openPlainSocket(api.url, { headers });
    expect(await late.closed).toMatchObject({ code: 1006 });
    const answered = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{"query":"{ sites { totalCount } }"}',
    });
    expect(await answered.json()).toMatchObject({ data: { sites: { totalCount: 1 } } });
    socket.socket.resume();
    expect(await socket.closed).toEqual({ code: 1001, reason: 'Going away' });
    await closing;
    await expect(fetch(`${api.url}/healthz`)).rejects.toThrow();
  });
});

describe('/metrics', () => {
  it('are for this machine and for those who have the token', async () => {
    const [own] = Object.values(networkInterfaces()).flatMap(
      (list) => list?.filter(({ internal, family }) => !internal && family === 'IPv4') ?? [],
    );
    const api = await app.openAnother({ host: '0.0.0.0', metricsToken: token });
    const { port } = new URL(api.url);
    const local = `http://127.0.0.1:${port}/metrics`;
    expect((await get(local)).status).toBe(200);
    // What a proxy on this machine passes on is not from here.
    expect((await get(local, { 'x-forwarded-for': '10.0.0.1' })).status).toBe(403);
    const elsewhere = own
      ? { url: `http://${own.address}:${port}/metrics` }
      : { url: local, via: '10.0.0.1' };
    const from = (headers: Record<string, string>) =>
      get(elsewhere.url, elsewhere.via ? { 'x-forwarded-for': elsewhere.via, ...headers } : headers);
    expect((await from({})).status).toBe(403);
    expect((await from({ authorization: 'Bearer a-token-of-the-tesT' })).status).toBe(403);
    expect((await from({ authorization: 'Bearer undefined' })).status).toBe(403);
    expect((await from({ authorization: `Bearer ${token}` })).status).toBe(200);
    await api.close();
  });

  it('count what is asked and what is done, and name no tenant', async () => {
    const metrics = createMetrics({ database });
    const observed = { ...engine, observe: metrics.observer };
    const api = await openApi(observed, {
      ...{ host: '127.0.0.1', port: 0, publishing: app.publishing, ai: app.ai },
      metrics,
    });
    const site = await makeSite(database, { name: 'Tenant Coffee' });
    await keepSmall(database, site);
    await makeKeywords(database, site, ['secret phrase']);
    const headers = await app.program(site.account);
    const ask = (query: string) =>
      fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      });
    await ask('query NameOfTheirs { sites { totalCount } }');
    await ask('{ nothing }');
    await ask('mutation { cancelRun(input: { runId: "6930446c9c0971394be92a81" }) { run { id } } }');
    const run = await startRun(observed, { site: site._id, trigger: RunTrigger.Manual });
    const value = async (name: string) => {
      const { text } = await get(`${api.url}/metrics`);
      return text
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')[1];
    };
    expect(await value('galley_runs_waiting')).toBe('1');
    const worker = new Worker(observed, { slots: 1 });
    worker.start();
    const { creditsUsed } = await app.settled(run._id);
    await worker.stop();
    const { text } = await get(`${api.url}/metrics`);
    const told = text.split('\n').filter((line) => line.startsWith('galley_') && !line.includes('_bucket'));
    expect(told).toEqual(
      expect.arrayContaining([
        'galley_requests_seconds_count{operation="sites",outcome="ok"} 1',
        'galley_requests_seconds_count{operation="invalid",outcome="refused"} 1',
        'galley_requests_seconds_count{operation="cancelRun",outcome="refused"} 1',
        'galley_runs_started_total{trigger="manual"} 1',
        'galley_runs_ended_total{status="completed"} 1',
        'galley_runs_waiting 0',
        'galley_batches_seconds_count{stage="cluster-keywords",end="saved"} 1',
        'galley_phases_total{stage="cluster-keywords",phase="AI_CALL"} 1',
        expect.stringMatching(
          /^galley_model_calls_total\{provider="offline",model="\S+",outcome="accepted"\} \d+$/,
        ),
        'galley_leases_lost_total 0',
        'galley_sockets_open 0',
        'galley_subscriptions_open 0',
      ]),
    );
    const credits = told.filter((line) => line.startsWith('galley_credits_used_total'));
    expect(credits.reduce((sum, line) => sum + Number(line.split(' ')[1]) * 1_000, 0)).toBe(creditsUsed);
    expect(text).not.toMatch(
      new RegExp(`Tenant|secret phrase|NameOfTheirs|${site._id}|${site.account}|${run.runId}`),
    );
    await api.close();
  });
});
