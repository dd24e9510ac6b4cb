import { once } from 'node:events';
import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { Activity } from '../../schema/activity.ts';
import { RunTrigger } from '../../schema/automation-run.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { openPlainSocket } from '../support/plain-socket.ts';
import { recordLog } from '../support/recorded-log.ts';

const log = recordLog();
const app = await openTestApi({
  parts: { log: log.log },
  api: {
    allowedOrigins: ['https://console.example.com'],
    limits: { socketsPerCaller: 3, subscriptionsPerCaller: 4 },
  },
});
const { engine } = app;
const { database } = engine;
const { url } = app.api;
const query = 'subscription ($runId: ObjectID!) { activity(runId: $runId) { seq message } }';

async function scene() {
  const site = await makeSite(database);
  await makeKeywords(database, site, ['espresso machine']);
  const run = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
  return {
    site,
    run,
    headers: await app.program(site.account),
    ask: { query, variables: { runId: run._id } },
  };
}

/** Status of the answer to a request for a socket; 101 opens it. */
async function upgradeStatus(headers: Record<string, string>, path = '/graphql'): Promise<number> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', { headers });
  socket.on('error', () => {});
  return new Promise((resolve) => {
    socket.on('open', () => {
      socket.close();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
  });
}

describe('A socket', () => {
  it.each([
    ['of a page of this very host', url, 101],
    ['of a page that is allowed', 'https://console.example.com', 101],
    ["of another site's page", 'https://evil.example.com', 403],
    ['of a page on another port of this host', 'http://127.0.0.1:1', 403],
    ['of a page that hides where it is from', 'null', 403],
  ])('%s is opened or refused before it is one', async (_, origin, status) => {
    expect(await upgradeStatus({ origin })).toBe(status);
  });

  it('is opened where GraphQL is, and nowhere else', async () => {
    expect(await upgradeStatus({}, '/elsewhere')).toBe(404);
  });

  it('that says nothing is closed', async () => {
    const { headers } = await scene();
    const hasty = await app.openAnother({ limits: { initMs: 50 } });
    const socket = await openPlainSocket(hasty.url, { headers }, { greets: false });
    expect(await socket.closed).toEqual({ code: 4408, reason: 'Connection initialisation timeout' });
    await hasty.close();
  });

  it('of nobody is closed with its first word', async () => {
    const socket = await openPlainSocket(url);
    expect(await socket.closed).toMatchObject({ code: 4401 });
  });

  it('is one of a few that a caller may have, and leaves room when it is closed', async () => {
    const { headers } = await scene();
    const open = () => openPlainSocket(url, { headers });
    const [first] = await Promise.all([open(), open(), open()]);
    expect(await (await open()).closed).toEqual({ code: 4429, reason: 'Too many sockets: 3 are allowed' });
    first.socket.close();
    await first.closed;
    const next = await open();
    expect(next.socket.readyState).toBe(next.socket.OPEN);
    // Others have their own.
    const other = await openPlainSocket(url, { headers: (await scene()).headers });
    expect(other.socket.readyState).toBe(other.socket.OPEN);
  });

  it.each(['close', 'terminate'] as const)(
    'that goes while it is let in leaves room for the next: by %s',
    async (goes) => {
      const { headers } = await scene();
      for (let nth = 0; nth < 12; nth += 1) {
        const { socket, closed } = await openPlainSocket(url, { headers }, { greets: false });
        socket.send(JSON.stringify({ type: 'connection_init' }));
        socket[goes]();
        await closed;
      }
      // What was asked for before is answered by the time that another caller is let in.
      const other = await openPlainSocket(url, { headers: (await scene()).headers });
      expect(other.socket.readyState).toBe(other.socket.OPEN);
      await expect
        .poll(async () => (await openPlainSocket(url, { headers })).socket.readyState)
        .toBe(other.socket.OPEN);
    },
  );

  it('has a few subscriptions, over all sockets of the caller, and leaves room when they end', async () => {
    const { headers, ask } = await scene();
    const [one, two] = await Promise.all([
      openPlainSocket(url, { headers }),
      openPlainSocket(url, { headers }),
    ]);
    for (const id of ['a', 'b']) {
      expect(await one.ask(ask, id)).toMatchObject({
        type: 'next',
        payload: { data: { activity: { seq: 1 } } },
      });
      await one.next();
      expect(await two.ask(ask, id)).toMatchObject({ type: 'next', id });
      await two.next();
    }
    expect(await one.ask(ask, 'c')).toMatchObject({
      type: 'error',
      id: 'c',
      payload: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', details: { allowed: 4 } } }],
    });
    two.socket.close();
    await two.closed;
    expect(await one.ask(ask, 'd')).toMatchObject({ type: 'next', id: 'd' });
  });

  it('counts no operation that is not there, and says what HTTP says', async () => {
    const { headers, ask } = await scene();
    const one = await openPlainSocket(url, { headers });
    for (let nth = 0; nth < 5; nth += 1) {
      expect(await one.ask({ ...ask, operationName: 'Nope' }, 'a')).toEqual({
        type: 'error',
        id: 'a',
        payload: [
          {
            message: 'Unknown operation named "Nope".',
            extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
          },
        ],
      });
    }
    const two = `${query.replace('subscription', 'subscription A')} ${query.replace('subscription', 'subscription B')}`;
    expect(await one.ask({ ...ask, query: two }, 'a')).toMatchObject({
      payload: [{ message: expect.stringMatching(/operation name/) }],
    });
    expect(await one.ask(ask, 'a')).toMatchObject({ type: 'next', id: 'a' });
    one.socket.close();
  });

  it('that begins anew under a name whose subscription has not ended yet is closed, and nothing of it stays', async () => {
    const { headers, ask } = await scene();
    for (let nth = 0; nth < 3; nth += 1) {
      const { socket, closed } = await openPlainSocket(url, { headers });
      const subscribe = JSON.stringify({ id: 'a', type: 'subscribe', payload: ask });
      const complete = JSON.stringify({ id: 'a', type: 'complete' });
      for (const message of [subscribe, complete, subscribe]) socket.send(message);
      expect(await closed).toEqual({ code: 4409, reason: expect.stringMatching(/not ended yet/) });
    }
    const next = await openPlainSocket(url, { headers });
    for (const id of ['a', 'b', 'c', 'd']) {
      expect(await next.ask(ask, id)).toMatchObject({ type: 'next', id });
      await next.next();
    }
    next.socket.close();
  });

  it('tells with the first event of a subscription what it costs', async () => {
    const { headers, ask } = await scene();
    const socket = await openPlainSocket(url, { headers });
    expect(await socket.ask(ask)).toMatchObject({ payload: { extensions: { cost: 3 } } });
    expect((await socket.next())?.payload).toEqual({ data: { activity: expect.anything() } });
    socket.socket.close();
  });
});

describe('A reader who stands still', () => {
  it('is told so and dropped, and what waits for it stays bounded', async () => {
    const { headers, run, ask } = await scene();
    const hasty = await app.openAnother({ limits: { slowReaderMs: 1_000 } });
    // More than the kernel's buffers take between two sockets of one machine.
    const large = 'x'.repeat(60_000);
    const rows = Array.from({ length: 400 }, (_, nth) =>
      Object.assign(new Activity(), {
        ...{
          _id: new ObjectId(),
          account: run.account,
          site: run.site,
          run: run._id,
          seq: run.seq + 1 + nth,
        },
        ...{ at: engine.now(), level: 'info', stage: null, stageNumber: null, message: large },
        event: { type: 'run.paused', message: '' },
      }),
    );
    await database.of(Activity).insertMany(rows);
    const still = await openPlainSocket(hasty.url, { headers });
    still.socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: ask }));
    await once(still.socket, 'message');
    still.socket.pause();
    // One message waits, and the others for it: the next is made when that one is taken.
    const { unreadBytes } = await log.line('a slow reader is dropped');
    expect(unreadBytes).toBeGreaterThan(0);
    expect(unreadBytes).toBeLessThan(200_000);
    still.socket.resume();
    expect(await still.closed).toEqual({ code: 1013, reason: expect.stringMatching(/too slowly/) });
    await hasty.close();
  });
});
