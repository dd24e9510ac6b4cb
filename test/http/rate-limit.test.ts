import { describe, expect, it } from 'vitest';
import { addressGroup, clientAddress } from '../../server/http/client-address.ts';
import { createRateLimit } from '../../server/http/limits/rate-limit.ts';
import { openTestApi } from '../support/api.ts';
import { makeSite } from '../support/factory.ts';
import { openPlainSocket } from '../support/plain-socket.ts';

const app = await openTestApi({ api: { proxies: 1, limits: { requestsPerMinute: 3 } } });
const { url } = app.api;
const site = await makeSite(app.engine.database);

const ask = (headers: Record<string, string>) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{"query":"{ sites { totalCount } }"}',
  });

describe('A caller that asks too often', () => {
  it('is answered 429, and when to come again, while others are served', async () => {
    const key = await app.program(site.account);
    for (const _ of [1, 2, 3]) expect((await ask(key)).status).toBe(200);
    const refused = await ask(key);
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      errors: [
        { extensions: { code: 'RATE_LIMITED', retryable: true, details: { retryAfterSeconds: seconds } } },
      ],
    });
    expect((await ask(await app.program(site.account))).status).toBe(200);
    expect((await ask(await app.person(site.account))).status).toBe(200);
  });

  it('is counted over its sockets, too', async () => {
    const headers = await app.program(site.account);
    const socket = await openPlainSocket(url, { headers: { ...headers, 'x-forwarded-for': '10.0.0.1' } });
    for (const id of ['1', '2', '3']) await socket.ask({ query: '{' }, id);
    expect(await socket.ask({ query: '{' }, '4')).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
    expect((await ask(headers)).status).toBe(429);
    socket.socket.close();
  });

  it('and says nothing of who it is counts by its address, as the proxy before us tells it', async () => {
    const from = (address: string) => ask({ 'x-forwarded-for': `6.6.6.${Math.random()}, ${address}` });
    for (const _ of [1, 2, 3]) expect((await from('10.1.1.1')).status).toBe(200);
    expect((await from('10.1.1.1')).status).toBe(429);
    expect((await from('10.1.1.2')).status).toBe(200);
  });

  it('may go on when the minute is over', async () => {
    const limit = createRateLimit(1);
    await limit.take('somebody');
    await expect(limit.take('somebody')).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { retryAfterSeconds: 60 },
    });
  });
});

describe('An address', () => {
  const request = (forwarded: string | undefined, remoteAddress = '9.9.9.9') =>
    ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } }) as never;

  it.each([
    [undefined, 0, '9.9.9.9'],
    // Anybody may write that.
    ['1.1.1.1', 0, '9.9.9.9'],
    ['1.1.1.1', 1, '1.1.1.1'],
    ['6.6.6.6, 1.1.1.1', 1, '1.1.1.1'],
    ['6.6.6.6, 1.1.1.1, 2.2.2.2', 2, '1.1.1.1'],
    // Fewer proxies than we were told of: the farthest that is known.
    ['1.1.1.1', 3, '1.1.1.1'],
    [undefined, 2, '9.9.9.9'],
  ])('behind %s with %i proxies is %s', (forwarded, proxies, address) => {
    expect(clientAddress(request(forwarded), proxies)).toBe(address);
  });

  it.each([
    ['10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (address, group) => {
    expect(addressGroup(address)).toBe(group);
  });
});
