import type { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Session } from '../../schema/session.ts';
import { Role, User } from '../../schema/user.ts';
import { hashPassword } from '../../server/auth/passwords.ts';
import { openSession } from '../../server/auth/sessions.ts';
import { signIn as signInBy } from '../../server/auth/sign-in.ts';
import { createSignInThrottle } from '../../server/auth/sign-in-throttle.ts';
import type { Database } from '../../server/db/database.ts';
import { dayMs } from '../../server/durations.ts';
import { changePassword as changeTo } from '../../server/own-user.ts';
import { openTestApi } from '../support/api.ts';
import { makeAccount } from '../support/factory.ts';
import { cutOff, overtake } from '../support/watched-writes.ts';

const app = await openTestApi();
const { database, now } = app.engine;
const password = 'three words and a horse';
const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { user { name } } }';
const changePassword =
  'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { user { name } } }';
const me = '{ me { user { name } } }';
let people = 0;

async function makePerson(passwordHash: string | null): Promise<User> {
  people += 1;
  const account: ObjectId = (await makeAccount(database))._id;
  const fields = {
    account,
    name: 'Ada',
    email: `ada-${people}@galley.test`,
    role: Role.Editor,
    passwordHash,
  };
  const user = Object.assign(new User(), fields);
  await database.of(User).insertOne(user);
  return user;
}

const hash = await hashPassword(password);

/** What comes of an operation: its code, or `done`, and the cookie that it sets. */
async function send(query: string, input: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${app.api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { errors } = (await response.json()) as {
    errors?: { message: string; extensions: { code: string } }[];
  };
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { came: errors?.[0]?.extensions.code ?? 'done', message: errors?.[0]?.message, cookie };
}

async function codeOf(cookie: string): Promise<string> {
  return (await app.as({ cookie })(me)).errors?.[0]?.extensions.code ?? 'done';
}

describe('signing in', () => {
  it('takes address and password, the address in any case, and gives a session', async () => {
    const { email } = await makePerson(hash);
    const { came, cookie } = await send(signIn, { email: ` ${email.toUpperCase()}`, password });
    expect(came).toBe('done');
    expect((await app.as({ cookie })(me)).data.me.user.name).toBe('Ada');
  });

  it('is refused alike for a wrong password, an unknown address and one without a password', async () => {
    const wrong = await send(signIn, { email: (await makePerson(hash)).email, password: 'another one' });
    const unknown = await send(signIn, { email: 'nobody@galley.test', password });
    const without = await send(signIn, { email: (await makePerson(null)).email, password });
    expect(wrong).toMatchObject({ came: 'SIGN_IN_REFUSED', cookie: '' });
    expect(unknown).toEqual(wrong);
    expect(without).toEqual(wrong);
  });

  it('is slowed down alike for a known and an unknown address, right passwords included', async () => {
    const codes = async (email: string) => {
      const tries = Array.from({ length: 10 }, () => send(signIn, { email, password: 'a wrong one' }));
      await Promise.all(tries);
      return (await send(signIn, { email, password })).came;
    };
    expect(await codes((await makePerson(hash)).email)).toBe('SIGN_IN_THROTTLED');
    expect(await codes('unknown@galley.test')).toBe('SIGN_IN_THROTTLED');
  });

  it('ends a request with the first wrong guess, however many it holds, and counts it', async () => {
    const { email } = await makePerson(hash);
    const one = (guess: string, nth: number) =>
      `s${nth}: signIn(input: { email: "${email}", password: "${guess}" }) { user { name } }`;
    const document = `mutation { ${['one', 'two', 'three', password].map(one).join(' ')} }`;
    for (const code of [...Array(10).fill('SIGN_IN_REFUSED'), 'SIGN_IN_THROTTLED']) {
      const { data, errors = [] } = await app.as()(document);
      expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([null, [code]]);
    }
  });

  it('has a password that was hashed by weaker parameters hashed by those of today', async () => {
    // From the tests of https://github.com/P-H-C/phc-winner-argon2.
    const weak = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
    const { _id, email } = await makePerson(weak);
    const stored = async () => (await database.of(User).findOne({ _id }))?.passwordHash ?? '';
    expect((await send(signIn, { email, password: 'not that' })).came).toBe('SIGN_IN_REFUSED');
    expect(await stored()).toBe(weak);
    expect((await send(signIn, { email, password: 'password' })).came).toBe('done');
    const strong = await stored();
    expect(strong).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await send(signIn, { email, password: 'password' })).came).toBe('done');
    expect(await stored()).toBe(strong);
  });

  it('ends the session that its cookie replaces', async () => {
    const { email } = await makePerson(hash);
    const first = await send(signIn, { email, password });
    await send(signIn, { email, password }, { cookie: first.cookie });
    expect(await codeOf(first.cookie)).toBe('UNAUTHENTICATED');
  });
});

describe('a session', () => {
  it('ends when its person signs out, and the cookie goes', async () => {
    const { email } = await makePerson(hash);
    const { cookie } = await send(signIn, { email, password });
    const out = await send('mutation { signOut { signedOut } }', {}, { cookie });
    expect(out).toMatchObject({ came: 'done', cookie: 'galley=' });
    expect(await codeOf(cookie)).toBe('UNAUTHENTICATED');
  });

  it('ends after a week in which nobody uses it, and not before', async () => {
    const user = await makePerson(null);
    const { session, token } = await openSession(database, user, now());
    app.clock.advance(7 * dayMs);
    expect(await codeOf(`galley=${token}`)).toBe('done');
    app.clock.advance(7 * dayMs + 1);
    expect(await codeOf(`galley=${token}`)).toBe('UNAUTHENTICATED');
    expect(await database.of(Session).findOne({ _id: session._id })).toBeNull();
  });

  it('ends after 30 days, however much it is used', async () => {
    const { token } = await openSession(database, await makePerson(null), now());
    for (let week = 1; week <= 5; week += 1) {
      expect(await codeOf(`galley=${token}`)).toBe('done');
      app.clock.advance(6 * dayMs);
    }
    app.clock.advance(1);
    expect(await codeOf(`galley=${token}`)).toBe('UNAUTHENTICATED');
  });

  it('is stored as a hash', async () => {
    const { token } = await openSession(database, await makePerson(null), now());
    expect(JSON.stringify(await database.of(Session).find().toArray())).not.toContain(token);
  });
});

describe('changing a password', () => {
  const next = 'another horse and three words';
  const signedIn = async (user: User, byLink: boolean) =>
    `galley=${(await openSession(database, user, now(), { byLink })).token}`;

  it('takes the current one, ends the other sessions and keeps this one', async () => {
    const user = await makePerson(hash);
    const [cookie, elsewhere] = [await signedIn(user, false), await signedIn(user, false)];
    const { came } = await send(changePassword, { currentPassword: password, newPassword: next }, { cookie });
    expect([came, await codeOf(cookie), await codeOf(elsewhere)]).toEqual([
      'done',
      'done',
      'UNAUTHENTICATED',
    ]);
    expect((await send(signIn, { email: user.email, password })).came).toBe('SIGN_IN_REFUSED');
    expect((await send(signIn, { email: user.email, password: next })).came).toBe('done');
  });

  it('is refused without the current one, or with a wrong one, which is a guess that counts', async () => {
    const cookie = await signedIn(await makePerson(hash), false);
    const change = (input: object) => send(changePassword, { newPassword: next, ...input }, { cookie });
    expect((await change({})).came).toBe('WRONG_PASSWORD');
    const guesses = await Promise.all(
      Array.from({ length: 10 }, () => change({ currentPassword: 'a guess' })),
    );
    expect(guesses.map(({ came }) => came)).toContain('SIGN_IN_THROTTLED');
  });

  it('needs no current one where there is none, nor within an hour of coming by a link', async () => {
    const first = await signedIn(await makePerson(null), false);
    expect((await send(changePassword, { newPassword: next }, { cookie: first })).came).toBe('done');
    const user = await makePerson(hash);
    const cookie = await signedIn(user, true);
    expect((await send(changePassword, { newPassword: next }, { cookie })).came).toBe('done');
    app.clock.advance(60 * 60_000 + 1);
    expect((await send(changePassword, { newPassword: password }, { cookie })).came).toBe('WRONG_PASSWORD');
  });

  it('lets nobody in who has just given the one before', async () => {
    const user = await makePerson(hash);
    const { session } = await openSession(database, user, now());
    const gate = { database, throttle: createSignInThrottle(database), ip: '192.0.2.7', now: now() };
    const change = () => changeTo(gate, { user, session }, { current: password, next });
    const late = { ...gate, database: overtake(database, 'users', change) };
    await expect(signInBy(late, { email: user.email, password })).rejects.toMatchObject({
      code: 'SIGN_IN_REFUSED',
    });
    expect(await database.of(Session).distinct('_id', { user: user._id })).toEqual([session._id]);
  });

  it.each([1, 2, 3])('cut off before write %i has changed nothing: it can be tried again', async (nth) => {
    const user = await makePerson(hash);
    const { session } = await openSession(database, user, now());
    await openSession(database, user, now());
    const gate = { database, throttle: createSignInThrottle(database), ip: '192.0.2.7', now: now() };
    const change = (database: Database) =>
      changeTo({ ...gate, database }, { user, session }, { current: password, next });
    await expect(change(cutOff(database, nth))).rejects.toThrow('cut off');
    await change(database);
    expect(await database.of(Session).distinct('_id', { user: user._id })).toEqual([session._id]);
  });

  it('is refused for one that is too short, by its path', async () => {
    const cookie = await signedIn(await makePerson(null), false);
    const { came, message } = await send(changePassword, { newPassword: 'fourteen chars' }, { cookie });
    expect(came).toBe('INVALID_INPUT');
    expect(message).toContain('newPassword');
  });
});
