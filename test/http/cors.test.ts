import { type IncomingMessage, request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { openTestApi } from '../support/api.ts';
import { makeSite } from '../support/factory.ts';
import { openPlainSocket } from '../support/plain-socket.ts';

const consoleOrigin = 'https://console.example.com';
const publicUrl = 'https://galley.example.com';
const app = await openTestApi({ api: { allowedOrigins: [consoleOrigin], publicUrl } });
const { url } = app.api;

/** The answer's headers that tell a browser what a page may do with it, and its status. */
async function corsOf(method: string, path: string, headers: Record<string, string>) {
  // Not by fetch, which lets nobody ask as a browser does.
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(`${url}${path}`, { method, headers }, resolve).on('error', reject).end();
  });
  response.resume();
  const cors = Object.entries(response.headers).filter(([name]) => name.startsWith('access-control-'));
  return { status: response.statusCode, vary: response.headers.vary, cors: Object.fromEntries(cors) };
}

const preflight = {
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'content-type,authorization',
};

describe('A page of an origin that is allowed', () => {
  it('may ask with its cookies, and reads how to go on where it is refused', async () => {
    expect(await corsOf('OPTIONS', '/graphql', { origin: consoleOrigin, ...preflight })).toMatchObject({
      status: 204,
      cors: {
        'access-control-allow-origin': consoleOrigin,
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': 'GET,HEAD,POST',
        'access-control-allow-headers': 'content-type,authorization',
      },
    });
    const { data } = await app.as({ origin: consoleOrigin })('{ __typename }');
    expect(data).toEqual({ __typename: 'Query' });
    expect((await corsOf('GET', '/graphql?query=%7B__typename%7D', { origin: consoleOrigin })).cors).toEqual({
      'access-control-allow-origin': consoleOrigin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'Retry-After,X-Request-Id,Content-Disposition',
    });
  });

  it.each(['/media/6930446c9c0971394be92a81/a.png', '/runs/6930446c9c0971394be92a81/logs'])(
    'may read the answer of %s, be it a refusal',
    async (path) => {
      const { status, cors } = await corsOf('GET', path, { origin: consoleOrigin });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(cors).toMatchObject({ 'access-control-allow-origin': consoleOrigin });
    },
  );

  it('may not ask for what is not for pages', async () => {
    for (const path of ['/signin', '/healthz', '/metrics']) {
      expect((await corsOf('GET', path, { origin: consoleOrigin })).cors).toEqual({});
    }
  });
});

describe('A page of another origin', () => {
  it.each([
    'https://evil.example.com',
    'https://console.example.com.evil.example',
    'http://console.example.com',
    'https://console.example.com:8443',
    'null',
  ])('%s gets no word that lets it read or send anything', async (origin) => {
    const asked = await corsOf('OPTIONS', '/graphql', { origin, ...preflight });
    expect(asked.cors).toEqual({});
    expect(asked.status).toBeGreaterThanOrEqual(400);
    const answered = await corsOf('GET', '/graphql?query=%7B__typename%7D', { origin });
    expect(answered.cors).toEqual({});
    // What is kept of the one answer is not given to the other's page.
    expect(answered.vary).toMatch(/\borigin\b/i);
  });
});

describe('A server without allowed origins', () => {
  it('lets no page of elsewhere read anything', async () => {
    const api = await app.openAnother();
    const response = await fetch(`${api.url}/graphql?query={__typename}`, {
      headers: { origin: consoleOrigin, 'content-type': 'application/json' },
    });
    expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    await api.close();
  });
});

describe('A socket', () => {
  it('is opened for a page of the public address, whatever host the proxy asks for', async () => {
    const headers = await app.program((await makeSite(app.engine.database)).account);
    const ours = await openPlainSocket(url, { headers: { ...headers, origin: publicUrl } });
    expect(ours.socket.readyState).toBe(ours.socket.OPEN);
    ours.socket.close();
    const other = await openPlainSocket(url, { headers: { ...headers, origin: `${publicUrl}:444` } });
    expect(await other.closed).toMatchObject({ code: 1006 });
  });
});
