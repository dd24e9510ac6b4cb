import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createCappedFetch } from '../../server/ai/capped-fetch.ts';
import { faultOf } from '../../server/ai/providers/fault.ts';

const limits = { answerBytes: 100_000, faultBytes: 1_000 };
const capped = createCappedFetch(fetch, limits);

let answer: (response: ServerResponse) => void;
let hungUp: PromiseWithResolvers<void>;
const server = createServer((_, response) => {
  response.on('close', () => hungUp.resolve());
  answer(response);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
beforeEach(() => {
  hungUp = Promise.withResolvers();
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Says the status, and then something without end. */
const withoutEnd = (status: number) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json', 'x-told': 'yes' });
  const more = () => {
    while (!response.destroyed && response.write('{"message":"no"}'.repeat(1_000)));
  };
  response.on('drain', more);
  more();
};

describe('an answer of an AI host', () => {
  it('comes as it is where it is no longer than allowed', async () => {
    answer = (response) => void response.writeHead(201, { 'x-told': 'yes' }).end('a'.repeat(100_000));
    const response = await capped(url);
    expect([response.status, response.headers.get('x-told')]).toEqual([201, 'yes']);
    expect((await response.text()).length).toBe(100_000);
  });

  it('may have no body', async () => {
    answer = (response) => void response.writeHead(204).end();
    expect(await (await capped(url)).text()).toBe('');
  });

  it('that has no end is hung up on, as the fault of its provider, to be tried again', async () => {
    answer = withoutEnd(200);
    const failed: unknown = await (await capped(url)).text().catch((error: unknown) => error);
    await hungUp.promise;
    expect(faultOf(failed, { provider: 'one', model: 'gpt-9', purpose: 'outline' })).toMatchObject({
      code: 'AI_UNAVAILABLE',
      retryable: true,
      what: expect.stringContaining('far too long'),
    });
  });

  it('that tells a failure without end is read as far as it is of use', async () => {
    answer = withoutEnd(400);
    const response = await capped(url);
    expect([response.status, response.headers.get('x-told')]).toEqual([400, 'yes']);
    expect(await response.text()).toBe('{"message":"no"}'.repeat(1_000).slice(0, limits.faultBytes));
    await hungUp.promise;
  });
});
