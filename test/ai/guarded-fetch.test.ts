import { createServer } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { allowedHosts } from '../../server/ai/allowed-hosts.ts';
import { checkAiHost, createGuardedFetch } from '../../server/ai/guarded-fetch.ts';

/** A server on this machine: whatever reaches it has come where a user's address must not lead. */
const reached: string[] = [];
let redirectTo: string | undefined;
const server = createServer((request, response) => {
  reached.push(`${request.headers.host}${request.url}`);
  if (redirectTo) response.writeHead(302, { location: redirectTo });
  response.end('hello');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(() => {
  reached.length = 0;
  redirectTo = undefined;
});

/** Names become these addresses, one after the other. */
const answers: string[][] = [];
let lookups = 0;
const lookup: LookupFunction = (_, __, callback) => {
  lookups += 1;
  const found = answers.length > 1 ? answers.shift() : answers[0];
  callback(
    null,
    (found ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  );
};
const named = (...list: string[][]) => {
  answers.splice(0, answers.length, ...list);
  lookups = 0;
};
const allowing = (...hosts: string[]) => ({ allowed: allowedHosts.parse(hosts), lookup });
const guarded = createGuardedFetch(allowing());

const refused = { code: 'AI_HOST_REFUSED' };

describe('An AI host that a user names', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[fe80::1]',
    '[fec0::1]',
    '[fd12:3456::1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[2001:db8::1]',
    '[fd00:ec2::254]',
  ])('is refused as %s, before anything is sent', async (host) => {
    const url = `http://${host}:${port}/v1`;
    await expect(guarded(url)).rejects.toMatchObject(refused);
    await expect(checkAiHost(url, allowing())).rejects.toMatchObject(refused);
    expect(reached).toEqual([]);
  });

  it.each([[['127.0.0.1']], [['93.184.215.14', '10.0.0.1']], [['::ffff:10.0.0.1']], [['fd00::1']]])(
    'is refused where its name leads to %j',
    async (addresses) => {
      named(addresses);
      const url = `http://models.example.com:${port}/v1`;
      await expect(guarded(url)).rejects.toMatchObject(refused);
      await expect(checkAiHost(url, allowing())).rejects.toMatchObject(refused);
      expect(reached).toEqual([]);
    },
  );

  it('is refused when its name leads to us only the second time that it is looked up', async () => {
    named(['93.184.215.14'], ['127.0.0.1']);
    const url = `http://rebinding.example.com:${port}/v1`;
    await checkAiHost(url, allowing());
    await expect(guarded(url)).rejects.toMatchObject(refused);
    expect(lookups).toBe(2);
    expect(reached).toEqual([]);
  });

  it.each(['localhost', 'LOCALHOST'])('is refused as %s, by the system’s own names', async (host) => {
    const system = createGuardedFetch({ allowed: [] });
    await expect(system(`http://${host}:${port}/v1`)).rejects.toMatchObject(refused);
    expect(reached).toEqual([]);
  });

  it.each(['ftp://models.example.com/', 'file:///etc/passwd', 'http://ada:pass@models.example.com/'])(
    'is refused as %s',
    async (url) => {
      named(['93.184.215.14']);
      await expect(checkAiHost(url, allowing())).rejects.toMatchObject(refused);
      await expect(guarded(url)).rejects.toMatchObject(refused);
      expect(lookups).toBe(0);
    },
  );

  it('is taken where it is public', async () => {
    named(['93.184.215.14', '2606:4700::1111']);
    await checkAiHost('https://models.example.com/v1', allowing());
    await checkAiHost('https://8.8.8.8/v1', allowing());
    await checkAiHost('https://[2606:4700::1111]/v1', allowing());
  });

  it('is told that nobody knows its name', async () => {
    const unknown: LookupFunction = (_, __, callback) =>
      callback(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), []);
    await expect(checkAiHost('http://nowhere.example.com', { allowed: [], lookup: unknown })).rejects.toThrow(
      'its name is not known (ENOTFOUND)',
    );
  });
});

describe('ALLOW_PRIVATE_AI_HOSTS', () => {
  it('lets through the host and port that it names, and no other port', async () => {
    const allowed = createGuardedFetch(allowing(`127.0.0.1:${port}`, 'ollama.internal'));
    expect(await (await allowed(`http://127.0.0.1:${port}/v1`)).text()).toBe('hello');
    named(['127.0.0.1']);
    expect(await (await allowed(`http://ollama.internal:${port}/v1`)).text()).toBe('hello');
    await expect(allowed(`http://other.internal:${port}/v1`)).rejects.toMatchObject(refused);
    const otherPort = createGuardedFetch(allowing(`127.0.0.1:${port + 1}`));
    await expect(otherPort(`http://127.0.0.1:${port}/v1`)).rejects.toMatchObject(refused);
    expect(reached).toEqual([`127.0.0.1:${port}/v1`, `ollama.internal:${port}/v1`]);
  });

  it('means an address however it is spelled', async () => {
    const allowed = createGuardedFetch(allowing(`127.0.0.1:${port}`));
    expect((await allowed(`http://2130706433:${port}/v1`)).status).toBe(200);
    await checkAiHost('http://[::1]:8080', allowing('[0:0::1]:8080'));
    await checkAiHost('https://ollama.internal/', allowing('Ollama.Internal:443'));
  });

  it('does not make a redirect be followed: not to another host, nor to itself', async () => {
    const allowed = createGuardedFetch(allowing(`127.0.0.1:${port}`));
    for (redirectTo of ['http://169.254.169.254/latest/meta-data', `http://127.0.0.1:${port}/again`]) {
      await expect(allowed(`http://127.0.0.1:${port}/v1`)).rejects.toThrow('it answers with a redirect');
    }
    expect(reached).toEqual([`127.0.0.1:${port}/v1`, `127.0.0.1:${port}/v1`]);
  });
});
