import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { resolve } from 'node:path';
import { ObjectId } from 'mongodb';
import { afterEach, describe, expect, it } from 'vitest';
import { Account } from '../../schema/account.ts';
import { AutomationRun } from '../../schema/automation-run.ts';
import { Keyword } from '../../schema/keyword.ts';
import { normalisePhrase } from '../../schema/phrase.ts';
import type { Site } from '../../schema/site.ts';
import { openFollower } from '../support/follow.ts';
import { openPlainSocket } from '../support/plain-socket.ts';
import { keepSmall } from '../support/small-site.ts';
import { galleyUser } from './galley.ts';

const user = galleyUser();
const processes: ChildProcess[] = [];
afterEach(() => {
  for (const one of processes.splice(0)) one.kill('SIGKILL');
});

/** A server on a free port, once it has said so; `said` is what the pattern has found. */
async function serve(env: NodeJS.ProcessEnv, pattern: RegExp) {
  const started = user.start(['serve'], { PORT: '0', ...env });
  processes.push(started.process);
  let text = '';
  started.process.stderr?.on('data', (chunk: string) => {
    text += chunk;
  });
  await started.seen(pattern);
  const [, ...said] = pattern.exec(text) ?? [];
  return { ...started, said };
}

const answers = /Galley answers at (\S+)\.\n/;
const firstAnswers = /Galley answers at (\S+)\.\nSign in, once, within 15 minutes: (\S+)\n/;

/** What comes of the link's token, which its page sends on. */
function redeemed(origin: string, link: string): Promise<Response> {
  const body = new URLSearchParams({ token: new URL(link).hash.slice(1) });
  return fetch(`${origin}/signin`, { method: 'POST', body, redirect: 'manual' });
}

/** The cookie of whoever has followed the link. */
async function signedIn(origin: string, link: string): Promise<Record<string, string>> {
  const response = await redeemed(origin, link);
  expect(response.status).toBe(303);
  return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

function asks(url: string, headers: Record<string, string>) {
  return async (query: string, variables: object = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: what was asked for, its form is known
    return ((await response.json()) as { data: any }).data;
  };
}

/** Returns the site, as far as is needed. */
async function addKeywords(
  siteId: string,
  phrases: readonly string[],
): Promise<Pick<Site, '_id' | 'account'>> {
  const account = await user.database.of(Account).findOne({});
  if (!account) throw new Error('no account');
  const fields = { account: account._id, site: new ObjectId(siteId) };
  await user.database.of(Keyword).insertMany(
    phrases.map((phrase) =>
      Object.assign(new Keyword(), fields, {
        _id: new ObjectId(),
        phrase,
        normalised: normalisePhrase(phrase),
      }),
    ),
  );
  return { _id: fields.site, account: fields.account };
}

const createSite = 'mutation ($input: CreateSiteInput!) { createSite(input: $input) { site { id } } }';
const startRun = 'mutation ($input: StartRunInput!) { startRun(input: $input) { run { id } } }';
const activity = 'subscription ($id: ObjectID!) { activity(runId: $id) { seq message } }';

describe('galley serve', () => {
  it('tells on its first start how to sign in, once, and ends when it is told to, with all sockets', async () => {
    const server = await serve({}, firstAnswers);
    const [origin = '', link = ''] = server.said;
    const headers = await signedIn(origin, link);
    expect((await redeemed(origin, link)).status).toBe(401);
    expect(await asks(origin, headers)('{ sites { totalCount } }')).toMatchObject({
      sites: { totalCount: 0 },
    });
    const ready = await fetch(`${origin}/readyz`);
    expect(await ready.json()).toEqual({
      status: 'ready',
      checks: { database: 'ok', changes: 'ok', worker: 'ok' },
    });
    const socket = await openPlainSocket(origin, { headers });
    server.process.kill('SIGTERM');
    expect(await socket.closed).toEqual({ code: 1001, reason: 'Going away' });
    expect(await server.ended).toMatchObject({ code: 0, signal: null });
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow();
  });

  it('gives back the run that it is at, for whoever comes next, when it is told to end', async () => {
    const patient = { STAGE_PLUGINS: resolve('test/cli/stages/patient.js') };
    const server = await serve(patient, answers);
    const [url = ''] = server.said;
    const ask = asks(url, await signedIn(url, (await user.command(['signin'])).stdout.trim()));
    const { createSite: made } = await ask(createSite, { input: { name: 'Left in the middle' } });
    await addKeywords(made.site.id, ['espresso machine']);
    const { startRun: started } = await ask(startRun, {
      input: { siteId: made.site.id, idempotencyKey: 'to be left' },
    });
    const _id = new ObjectId(`${started.run.id}`);
    const runs = user.database.of(AutomationRun);
    await expect.poll(() => runs.findOne({ _id, current: 'patient' })).toBeTruthy();
    server.process.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, signal: null });
    expect(await runs.findOne({ _id })).toMatchObject({ status: 'running', lease: { owner: null } });
    expect(await user.galley(['cancel'], patient)).toMatchObject({ code: 0 });
  });

  it('is for this machine alone and tells its schema, unless it is told otherwise', async () => {
    const schemaOf = async (port: string, headers: Record<string, string>) =>
      (await asks(`http://127.0.0.1:${port}`, headers)('{ __schema { queryType { name } } }'))?.__schema;
    const settings = { ROLE: 'api', HOST: '0.0.0.0', NODE_ENV: 'production' };
    const [own, open, told] = await Promise.all([
      serve({ ROLE: 'api' }, answers),
      serve(settings, answers),
      serve({ ...settings, INTROSPECTION: 'on' }, answers),
    ]);
    expect(own.said[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(open.said[0]).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/);
    const link = (await user.command(['signin'])).stdout.trim();
    const headers = await signedIn(own.said[0] ?? '', link);
    const schemas = [own, open, told].map(({ said }) => schemaOf(new URL(said[0] ?? '').port, headers));
    expect(await Promise.all(schemas)).toEqual([
      { queryType: { name: 'Query' } },
      undefined,
      { queryType: { name: 'Query' } },
    ]);
  });

  it('says so where another program has its port', async () => {
    const other = createServer();
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await user.galley(['serve'], { PORT: `${port}` });
    other.close();
    expect(code).toBe(2);
    expect(stderr).toContain(
      `Galley cannot listen on port ${port} of 127.0.0.1: another program has it. Set another one in PORT or HOST.`,
    );
  });

  it('answers in one process and works in another: a run started there is seen from there to its end', async () => {
    const [api, worker] = await Promise.all([
      serve({ ROLE: 'api' }, answers),
      serve({ ROLE: 'worker', NODE_ENV: 'production', LOG_LEVEL: 'info' }, /its health is at (\S+)\/readyz/),
    ]);
    const [apiUrl = ''] = api.said;
    const [workerUrl = ''] = worker.said;
    expect(await (await fetch(`${workerUrl}/readyz`)).json()).toEqual({
      status: 'ready',
      checks: { database: 'ok', worker: 'ok' },
    });
    expect((await fetch(`${workerUrl}/graphql`)).status).toBe(404);
    expect(await (await fetch(`${apiUrl}/readyz`)).json()).toEqual({
      status: 'ready',
      checks: { database: 'ok', changes: 'ok' },
    });
    const headers = await signedIn(apiUrl, (await user.command(['signin'])).stdout.trim());
    const ask = asks(apiUrl, headers);
    const { createSite: made } = await ask(createSite, { input: { name: 'Two processes' } });
    const site = await addKeywords(made.site.id, ['espresso machine', 'espresso machines', 'tea pot']);
    await keepSmall(user.database, site);
    const { startRun: started } = await ask(startRun, {
      input: { siteId: made.site.id, idempotencyKey: 'first' },
    });
    const socket = openFollower(apiUrl, headers);
    const rows = socket.follow<{ seq: number; message: string }>(
      activity,
      { id: started.run.id },
      'activity',
    );
    const seqs: number[] = [];
    for await (const { seq, message } of rows) {
      seqs.push(seq);
      if (message.startsWith('Automation complete')) break;
    }
    expect(seqs).toEqual(seqs.map((_, nth) => nth + 1));
    // Counted where it was worked, and there alone.
    const metric = async (url: string, name: string) =>
      (await (await fetch(`${url}/metrics`)).text()).split('\n').filter((line) => line.startsWith(name));
    // Its end is seen as soon as it is stored, and counted a moment later.
    await expect
      .poll(() => metric(workerUrl, 'galley_runs_ended_total'))
      .toEqual(['galley_runs_ended_total{status="completed"} 1']);
    expect(await metric(apiUrl, 'galley_runs_ended_total')).toEqual([]);
    expect(await metric(apiUrl, 'galley_runs_started_total')).toEqual([
      'galley_runs_started_total{trigger="manual"} 1',
    ]);
    await socket.client.dispose();
    for (const { process: one } of [api, worker]) one.kill('SIGTERM');
    const [, ended] = await Promise.all([api.ended, worker.ended]);
    expect(ended).toMatchObject({ code: 0, signal: null });
    // In production the log is JSON on stderr.
    const lines = ended.stderr.split('\n').filter((line) => line.startsWith('{'));
    expect(lines.map((line) => JSON.parse(line).msg)).toContain('request');
  });

  it('stops at once when it is told so again', async () => {
    const server = await serve({}, answers);
    // A request that never comes to its end keeps it from ending.
    const { hostname, port } = new URL(server.said[0] ?? '');
    const half = connect({ host: hostname, port: Number(port) });
    half.on('error', () => {});
    half.write('POST /graphql HTTP/1.1\r\nHost: galley\r\nContent-Length: 10\r\n\r\n');
    // Told by a process of its own, which is on time whatever this one is at; a little slower than an echo would be.
    const again = `while kill -TERM ${server.process.pid}; do sleep 0.45; done`;
    processes.push(user.program('sh', ['-c', again]).process);
    expect(await server.ended).toMatchObject({
      code: 143,
      signal: null,
      stderr: expect.stringContaining('Stopping'),
    });
  });

  it('does not start with a variable that it cannot use, and names it', async () => {
    const { code, stderr } = await user.galley(['serve'], { ROLE: 'boss' });
    expect(code).toBe(2);
    expect(stderr).toContain('The environment variable ROLE is not valid: must be api, worker or all.');
  });
});
