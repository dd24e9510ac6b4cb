import { createClient } from 'graphql-ws';
import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { makeSmallSite } from '../support/small-site.ts';

const app = await openTestApi();
const { database } = app.engine;

describe('a program', () => {
  it('starts a run over HTTP and watches it over a socket to its end', async () => {
    const site = await makeSmallSite(database, ['espresso machine', 'espresso machines', 'tea pot']);
    const headers = await app.program(site.account);
    const ask = app.as(headers);
    app.startWorker();
    const { data, errors } = await ask(
      `mutation ($input: StartRunInput!) { startRun(input: $input) { run { id runId status creditsUsed } } }`,
      { input: { siteId: site._id.toHexString(), idempotencyKey: 'first' } },
    );
    expect(errors).toBeUndefined();
    const { id } = data.startRun.run;
    class Socket extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers });
      }
    }
    const client = createClient({
      url: `${app.api.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: Socket,
    });
    const seqs: number[] = [];
    const rows = client.iterate<{ activity: { seq: number; message: string } }>({
      query: 'subscription ($id: ObjectID!) { activity(runId: $id) { seq message } }',
      variables: { id },
    });
    for await (const { data } of rows) {
      seqs.push(data?.activity.seq ?? 0);
      if (data?.activity.message.startsWith('Automation complete')) break;
    }
    await client.dispose();
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  });

  it('finds its keywords, with the clusters they are in', async () => {
    const site = await makeSite(database);
    await makeKeywords(database, site, ['espresso machine']);
    const ask = app.as(await app.person(site.account));
    const { data, errors } = await ask(
      `query ($siteId: ObjectID!) { keywords(siteId: $siteId) { totalCount nodes { phrase cluster { name } } } }`,
      { siteId: site._id.toHexString() },
    );
    expect(errors).toBeUndefined();
    expect(data.keywords).toEqual({ totalCount: 1, nodes: [{ phrase: 'espresso machine', cluster: null }] });
  });
});
