import { describe, expect, it } from 'vitest';
import { Activity } from '../../schema/activity.ts';
import { RunTrigger } from '../../schema/automation-run.ts';
import { Site } from '../../schema/site.ts';
import { offlineProviders } from '../../server/ai/offline-provider.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { Worker } from '../../server/engine/worker.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { openPlainSocket } from '../support/plain-socket.ts';
import { providersForAll } from '../support/providers-for-all.ts';
import { recordLog } from '../support/recorded-log.ts';

const recorded = recordLog();
const app = await openTestApi({ parts: { log: recorded.log } });
const { engine } = app;
const { database } = engine;
const masked = {
  message: expect.stringContaining('Something went wrong on our side. It has been logged.'),
  extensions: { code: 'INTERNAL_ERROR', details: {}, retryable: true },
};
/** What no version of ours can have written, so that whatever shows it fails. */
const spoilt = { $set: { createdAt: 'yesterday', at: 'yesterday' } as never };

describe('A fault of ours', () => {
  it('is told as such and no more over HTTP, and logged whole with the id of the request', async () => {
    const site = await makeSite(database);
    const headers = await app.program(site.account);
    await database.of(Site).updateOne({ _id: site._id }, spoilt);
    const response = await fetch(`${app.api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'broken-1', ...headers },
      body: JSON.stringify({ query: '{ sites { nodes { createdAt } } }' }),
    });
    expect(response.headers.get('x-request-id')).toBe('broken-1');
    const answer = await response.text();
    expect(JSON.parse(answer)).toMatchObject({ errors: [masked], data: null });
    expect(answer).not.toMatch(/yesterday|Date|\.ts|\.js/);
    const line = recorded.lines.find(({ requestId, err }) => requestId === 'broken-1' && err);
    expect(line?.err).toMatchObject({
      message: expect.stringMatching(/Date/),
      stack: expect.stringContaining(' at '),
    });
  });

  it('is told as such and no more over a socket, and logged whole', async () => {
    const site = await makeSite(database);
    await makeKeywords(database, site, ['espresso machine']);
    const run = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
    await database.of(Activity).updateMany({ run: run._id }, spoilt);
    const socket = await openPlainSocket(app.api.url, { headers: await app.program(site.account) });
    const query = 'subscription ($id: ObjectID!) { activity(runId: $id) { seq at } }';
    const before = recorded.lines.filter(({ err }) => err).length;
    const message = await socket.ask({ query, variables: { id: run._id } });
    expect(message?.payload.errors).toEqual([
      { ...masked, path: ['activity', 'at'], locations: expect.anything() },
    ]);
    expect(JSON.stringify(message)).not.toMatch(/yesterday|Date|\.ts|\.js/);
    expect(recorded.lines.filter(({ err }) => err).length).toBeGreaterThan(before);
    socket.socket.close();
  });
});

describe('Where the schema is not told', () => {
  it('it cannot be asked for, and no error suggests its names', async () => {
    const api = await app.openAnother({ limits: { introspection: false } });
    const headers = await app.program((await makeSite(database)).account);
    const socket = await openPlainSocket(api.url, { headers });
    const ask = async (query: string) => {
      const response = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      });
      const { errors } = (await response.json()) as { errors: { message: string }[] };
      return [errors, (await socket.ask({ query }, query))?.payload].map((list) => list[0].message);
    };
    const refused =
      'GraphQL introspection has been disabled, but the requested query contained the field "__schema".';
    expect(await ask('{ __schema { types { name } } }')).toEqual([refused, refused]);
    const unknown = 'Cannot query field "sitse" on type "Query".';
    expect(await ask('{ sitse { totalCount } }')).toEqual([unknown, unknown]);
    socket.socket.close();
    await api.close();
  });

  it('and where it is, both are so', async () => {
    const ask = app.as(await app.program((await makeSite(database)).account));
    expect((await ask('{ __schema { queryType { name } } }')).data).toEqual({
      __schema: { queryType: { name: 'Query' } },
    });
    expect((await ask('{ sitse { totalCount } }')).errors?.[0]?.message).toContain(
      'Did you mean "site" or "sites"?',
    );
  });
});

describe('What is logged', () => {
  it('holds no secrets, whatever they are called and wherever they stand', () => {
    const { log, lines } = recordLog();
    log.info(
      {
        headers: {
          authorization: 'Bearer galley_secret1',
          cookie: 'galley=secret2',
          'set-cookie': 'secret3',
        },
        input: { password: 'secret4' },
        token: 'secret5',
        url: 'http://localhost:4000/signin?token=secret6',
        link: 'http://localhost:4000/signin#secret7',
        err: new Error('mongodb://galley:secret8@db.example.com refused Bearer secret9'),
      },
      'with galley_abcdefghijklmnopqrstuvwxyz_secret10',
    );
    expect(JSON.stringify(lines)).not.toContain('secret');
    expect(lines[0]).toMatchObject({ url: 'http://localhost:4000/signin?token=[hidden]' });
  });

  it('at a run names the run, whatever goes wrong in it', async () => {
    const site = await makeSite(database);
    await makeKeywords(database, site, ['cold brew']);
    app.clock.advance(60_000);
    const run = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
    const answer = () => Promise.reject(new Error('a fault of ours'));
    const providers = providersForAll({ ...offlineProviders, text: { ...offlineProviders.text, answer } });
    const worker = new Worker({ ...engine, providers }, { slots: 1 });
    worker.start();
    await app.settled(run._id);
    await worker.stop();
    expect(recorded.lines.filter((line) => line.run === run.runId)).toMatchObject([
      { msg: 'unexpected error in a stage', err: { message: 'a fault of ours' } },
    ]);
  });

  it('tells each request with its id, and never the query part of its path', async () => {
    await fetch(`${app.api.url}/signin?token=abcdef`, { headers: { 'x-request-id': 'sign-in-1' } });
    await fetch(`${app.api.url}/healthz`, { headers: { 'x-request-id': 'no id at all' } });
    await expect
      .poll(() => recorded.lines.find(({ requestId }) => requestId === 'sign-in-1'))
      .toMatchObject({
        msg: 'request',
        method: 'GET',
        path: '/signin',
        status: expect.any(Number),
      });
    expect(JSON.stringify(recorded.lines)).not.toMatch(/abcdef|no id at all/);
  });
});
