import { describe, expect, it } from 'vitest';
import { openTestApi } from '../support/api.ts';
import { makeSite } from '../support/factory.ts';
import { openPlainSocket } from '../support/plain-socket.ts';
import { hostileDocuments, hostileValues } from './hostile-documents.ts';

const app = await openTestApi({ api: { limits: { depth: 4 } } });
const site = await makeSite(app.engine.database);
const headers = await app.program(site.account);
const { url } = app.api;

async function send(body: string | Uint8Array, sent: Record<string, string> = {}, method = 'POST') {
  const response = await fetch(`${url}/graphql`, {
    method,
    headers: { 'content-type': 'application/json', ...headers, ...sent },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return { status: response.status, headers: response.headers, answer: JSON.parse(await response.text()) };
}

/** One error and nothing else, that says what it is about and nothing about us. */
function expectOneError(answer: { errors?: unknown[]; data?: unknown }, code: string, says: RegExp): void {
  expect(answer).toMatchObject({
    errors: [{ message: expect.stringMatching(says), extensions: { code } }],
  });
  expect(answer.errors).toHaveLength(1);
  expect(answer.data ?? null).toBeNull();
  expect(JSON.stringify(answer)).not.toMatch(/stacktrace|node_modules|\.ts:|\.js:|INTERNAL/);
}

describe('over HTTP', () => {
  it.each(hostileDocuments)('a document $what is refused with 400 and one clear error', async (hostile) => {
    const { status, answer } = await send(JSON.stringify({ query: hostile.query }));
    expect(status).toBe(400);
    expectOneError(answer, hostile.code, hostile.says);
  });

  it.each(hostileValues)('$what is refused with 400 and one clear error', async (hostile) => {
    const { query, variables, operationName } = hostile;
    const { status, answer } = await send(JSON.stringify({ query, variables, operationName }));
    expectOneError(answer, hostile.code, hostile.says);
    expect(status).toBe(400);
  });

  const fine = JSON.stringify({ query: '{ sites { totalCount } }' });
  const bodies: [string, string | Uint8Array, Record<string, string>, number, string, RegExp][] = [
    ['what is no JSON', '{"query": ', {}, 400, 'BODY_UNREADABLE', /it is not JSON/],
    ['a JSON that is only a word', '"sites"', {}, 400, 'BODY_UNREADABLE', /it is not JSON/],
    [
      'text that is not UTF-8',
      Buffer.concat([
        Buffer.from('{"query": "{ sites(x: \\"'),
        Buffer.from([0xc3, 0x28]),
        Buffer.from('\\") }"}'),
      ]),
      {},
      400,
      'BODY_UNREADABLE',
      /it is not UTF-8/,
    ],
    [
      'a charset nobody knows',
      fine,
      { 'content-type': 'application/json; charset=klingon' },
      400,
      'BODY_UNREADABLE',
      /charset/,
    ],
    ['an encoding nobody knows', fine, { 'content-encoding': 'zip' }, 400, 'BODY_UNREADABLE', /encoding/],
    ['gzip that is none', fine, { 'content-encoding': 'gzip' }, 400, 'BODY_UNREADABLE', /damaged/],
    [
      'more than a megabyte',
      JSON.stringify({ query: 'x'.repeat(1_100_000) }),
      {},
      413,
      'BODY_TOO_LARGE',
      /longer than 1024 KB\. Send less at once/,
    ],
    [
      'four hundred thousand lists within each other',
      `{"query": "{ sites { totalCount } }", "variables": {"x": ${'['.repeat(400_000)}${']'.repeat(400_000)}}}`,
      {},
      400,
      'UNUSABLE_VALUE',
      /within each other/,
    ],
    ['a batch of operations', `[${fine},${fine}]`, {}, 400, 'BAD_REQUEST', /batching disabled/],
    ['no operation at all', '{}', {}, 400, 'BAD_REQUEST', /POST body missing/],
    ['a number for a document', '{"query": 5}', {}, 400, 'BAD_REQUEST', /must be strings/],
    ["what another site's form can send", fine, { 'content-type': 'text/plain' }, 400, 'BAD_REQUEST', /CSRF/],
    ['XML', fine, { 'content-type': 'application/xml' }, 400, 'BAD_REQUEST', /POST body missing/],
  ];
  it.each(bodies)('%s is refused with one clear error', async (_, body, sent, status, code, says) => {
    const refused = await send(body, sent);
    expectOneError(refused.answer, code, says);
    expect(refused.status).toBe(status);
  });

  it("a query in an address, which another site's picture can ask for, is refused", async () => {
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent('{ sites { totalCount } }')}`, {
      headers,
    });
    expect(response.status).toBe(400);
    expectOneError(JSON.parse(await response.text()), 'BAD_REQUEST', /CSRF/);
  });

  it('a mutation in an address is refused', async () => {
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent('mutation { x: __typename }')}`, {
      headers: { ...headers, 'apollo-require-preflight': 'yes' },
    });
    expect(response.status).toBe(405);
  });

  it('an operation within the limits is answered, and told what it has cost', async () => {
    const { data, errors, extensions } = await app.as(headers)('{ sites(first: 10) { nodes { id name } } }');
    expect(errors).toBeUndefined();
    expect(data.sites.nodes).toHaveLength(1);
    // The page, and ten times its nodes, each with two fields.
    expect(extensions).toEqual({ cost: 1 + 10 * (1 + 2) });
  });

  it('input is told all that is wrong with it at once, by path', async () => {
    const { errors } = await app.as(headers)(
      'query ($siteId: ObjectID!) { keywords(siteId: $siteId, first: 101, offset: -1) { totalCount } }',
      { siteId: site._id.toHexString() },
    );
    expect(errors).toMatchObject([{ path: ['keywords'], extensions: { code: 'INVALID_INPUT' } }]);
    expect(errors?.[0]?.extensions.details).toMatchObject({
      problems: [{ path: 'first' }, { path: 'offset' }],
    });
  });
});

describe('over a socket', () => {
  it.each(hostileDocuments)(
    'a document $what is refused with one clear error',
    async ({ query, code, says }) => {
      const socket = await openPlainSocket(url, { headers });
      // What is larger than a message may be ends the socket.
      const message = await socket.ask({ query });
      if (query.length > 65_536) expect(await socket.closed).toMatchObject({ code: 1009 });
      else {
        expect(message?.type).toBe('error');
        expectOneError({ errors: message?.payload }, code, says);
      }
      socket.socket.close();
    },
  );

  it('a document that costs too much is refused', async () => {
    const strict = await app.openAnother({ limits: { cost: 0 } });
    const socket = await openPlainSocket(strict.url, { headers });
    const query = 'subscription ($id: ObjectID!) { activity(runId: $id) { seq } }';
    const message = await socket.ask({ query, variables: { id: site._id } });
    expectOneError({ errors: message?.payload }, 'COST_TOO_HIGH', /cost/);
    socket.socket.close();
    await strict.close();
  });

  it('queries and mutations are refused', async () => {
    const socket = await openPlainSocket(url, { headers });
    const message = await socket.ask({ query: '{ sites { totalCount } }' });
    expectOneError({ errors: message?.payload }, 'WRONG_TRANSPORT', /Send it over HTTP/);
    socket.socket.close();
  });

  it('values are refused as over HTTP', async () => {
    const socket = await openPlainSocket(url, { headers });
    const query = 'subscription ($id: ObjectID!) { activity(runId: $id) { seq } }';
    const refused: [object, string, RegExp][] = [
      [{ id: 'a\0b' }, 'UNUSABLE_VALUE', /NUL/],
      [JSON.parse('{ "__proto__": {} }'), 'UNUSABLE_VALUE', /__proto__/],
      [{ id: 5 }, 'BAD_REQUEST', /Variable "\$id" got invalid value/],
      [{ id: site._id }, 'NOT_FOUND', /There is no run/],
    ];
    for (const [nth, [variables, code, says]] of refused.entries()) {
      const message = await socket.ask({ query, variables }, String(nth));
      const list = message?.type === 'error' ? message.payload : message?.payload.errors;
      expectOneError({ errors: list }, code, says);
      if (message?.type === 'next') expect(await socket.next()).toMatchObject({ type: 'complete' });
    }
    socket.socket.close();
  });

  it.each([
    ['no JSON', 'hello', 4400],
    ['a word that the protocol does not have', '{"type":"drop table"}', 4400],
    ['more than 64 KB', JSON.stringify({ type: 'ping', payload: { pad: 'x'.repeat(70_000) } }), 1009],
  ])('%s ends it', async (_, text, code) => {
    const socket = await openPlainSocket(url, { headers });
    socket.socket.send(text);
    expect(await socket.closed).toMatchObject({ code });
  });

  it('text that is not UTF-8 ends it', async () => {
    const socket = await openPlainSocket(url, { headers });
    socket.socket.send(Buffer.from([0xc3, 0x28]), { binary: false });
    expect(await socket.closed).toMatchObject({ code: 1007 });
  });
});
