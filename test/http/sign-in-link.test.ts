import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Session } from '../../schema/session.ts';
import { SignInLink } from '../../schema/sign-in-link.ts';
import { Role, User } from '../../schema/user.ts';
import { openSession } from '../../server/auth/sessions.ts';
import { makeSignInLink, redeemSignInLink } from '../../server/auth/sign-in-links.ts';
import { createSignInThrottle } from '../../server/auth/sign-in-throttle.ts';
import { changePassword } from '../../server/own-user.ts';
import { openTestApi } from '../support/api.ts';
import { makeAccount } from '../support/factory.ts';
import { overtake } from '../support/watched-writes.ts';

const app = await openTestApi();
const { database, now } = app.engine;
let people = 0;

async function newLink(): Promise<string> {
  people += 1;
  const account = (await makeAccount(database))._id;
  const fields = { account, email: `ada-${people}@galley.test`, name: 'Ada', role: Role.Owner };
  const user = Object.assign(new User(), fields);
  await database.of(User).insertOne(user);
  return makeSignInLink(database, user, now());
}

function follow(token: string, { url = app.api.url, headers = {} }: { url?: string; headers?: object } = {}) {
  return fetch(`${url}/signin`, {
    method: 'POST',
    body: new URLSearchParams({ token }),
    redirect: 'manual',
    headers: { ...headers },
  });
}

/** `name=value` of the cookie that an answer sets, and what is said of it. */
function cookieOf(response: Response): { pair: string; attributes: string[] } {
  const [pair = '', ...attributes] = response.headers.get('set-cookie')?.split('; ') ?? [];
  return { pair, attributes };
}

describe('a one-time link', () => {
  it('signs its person in, once, and goes on to the console', async () => {
    const token = await newLink();
    const first = await follow(token);
    expect([first.status, first.headers.get('location')]).toEqual([303, '/']);
    const { pair } = cookieOf(first);
    const { data } = await app.as({ cookie: pair })('{ me { user { name role } } }');
    expect(data.me.user).toEqual({ name: 'Ada', role: 'OWNER' });
    const second = await follow(token);
    expect([second.status, cookieOf(second).pair]).toEqual([401, '']);
  });

  it('signs in once, though it is sent twice at once', async () => {
    const token = await newLink();
    const answers = await Promise.all([follow(token), follow(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 401]);
  });

  it('signs nobody in beside a change of the password, which makes it worth nothing', async () => {
    const token = await newLink();
    const user = await database.of(User).findOne({ email: `ada-${people}@galley.test` });
    if (!user) throw new TypeError('nobody was made');
    const { session } = await openSession(database, user, now());
    const gate = { database, throttle: createSignInThrottle(database), ip: '192.0.2.7', now: now() };
    const passwords = { current: null, next: 'another horse and three words' };
    const overtaken = overtake(database, 'users', () => changePassword(gate, { user, session }, passwords));
    expect(await redeemSignInLink(overtaken, token, now())).toBeNull();
    expect(await database.of(Session).distinct('_id', { user: user._id })).toEqual([session._id]);
  });

  it('ends the session that its cookie replaces, and leaves it where it does not sign in', async () => {
    const { pair: cookie } = cookieOf(await follow(await newLink()));
    const isSignedIn = async () => (await app.as({ cookie })('{ me { rights } }')).errors === undefined;
    await follow('of nobody', { headers: { cookie } });
    expect(await isSignedIn()).toBe(true);
    expect((await follow(await newLink(), { headers: { cookie } })).status).toBe(303);
    expect(await isSignedIn()).toBe(false);
  });

  it('is not used up by who looks behind it, as programs do that preview links', async () => {
    const token = await newLink();
    for (const method of ['GET', 'HEAD']) {
      const look = await fetch(`${app.api.url}/signin`, { method });
      expect([look.status, look.headers.get('set-cookie')]).toEqual([200, null]);
    }
    expect((await follow(token)).status).toBe(303);
  });

  it('is worth nothing after 15 minutes', async () => {
    const token = await newLink();
    app.clock.advance(15 * 60_000);
    expect((await follow(token)).status).toBe(401);
  });

  it('is stored as a hash', async () => {
    const token = await newLink();
    expect(JSON.stringify(await database.of(SignInLink).find().toArray())).not.toContain(token);
  });

  it('signs nobody in from a page of another site', async () => {
    const token = await newLink();
    expect((await follow(token, { headers: { origin: 'https://evil.test' } })).status).toBe(401);
    expect((await follow(token, { headers: { origin: 'null' } })).status).toBe(401);
    expect((await follow(token, { headers: { origin: app.api.url } })).status).toBe(303);
  });
});

describe('its page', () => {
  it('is kept by nobody, runs its own script alone and tells other sites nothing', async () => {
    const response = await fetch(`${app.api.url}/signin`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    const page = await response.text();
    const script = /<script>(.*)<\/script>/s.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(policy).toContain(`script-src 'sha256-${hash}'`);
  });
});

describe('the cookie of a session', () => {
  it('is for this site alone and out of reach of scripts', async () => {
    const { pair, attributes } = cookieOf(await follow(await newLink()));
    expect(pair).toMatch(/^galley=[\w-]{43}$/);
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/']));
    expect(attributes).not.toContain('Secure');
  });

  it.each([
    ['behind a proxy that is told of', { proxies: 1 }, { 'x-forwarded-proto': 'https' }],
    ['where people come over https', { publicUrl: 'https://galley.test' }, {}],
  ])('is kept to TLS and this very host %s', async (_, options, headers) => {
    const api = await app.openAnother(options);
    const { pair, attributes } = cookieOf(await follow(await newLink(), { url: api.url, headers }));
    expect(pair).toMatch(/^__Host-galley=/);
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/', 'Secure']));
    expect(
      (await app.as({ cookie: `galley=planted; ${pair}` })('{ me { user { name } } }')).data.me.user.name,
    ).toBe('Ada');
    await api.close();
  });

  it('takes no word for TLS but that of a proxy', async () => {
    const { pair } = cookieOf(await follow(await newLink(), { headers: { 'x-forwarded-proto': 'https' } }));
    expect(pair).toMatch(/^galley=/);
  });
});
