import { describe, expect, it } from 'vitest';
import { Role, User } from '../../schema/user.ts';
import { hashPassword } from '../../server/auth/passwords.ts';
import { openSession } from '../../server/auth/sessions.ts';
import { openTestApi } from '../support/api.ts';
import { makeAccount } from '../support/factory.ts';

const app = await openTestApi();
const { database, now } = app.engine;
const update =
  'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { user { name email role } } }';
const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { user { name } } }';
const currentPassword = 'three words and a horse';
const hash = await hashPassword(currentPassword);
let people = 0;

/** Ada, a viewer: the least that a person can be. */
async function makeAda({
  passwordHash = hash,
  byLink = false,
}: {
  passwordHash?: string | null;
  byLink?: boolean;
} = {}) {
  people += 1;
  const account = (await makeAccount(database))._id;
  const email = `ada-${people}@galley.test`;
  const fields = { account, name: 'Ada', email, role: Role.Viewer, passwordHash };
  const user = Object.assign(new User(), fields);
  await database.of(User).insertOne(user);
  const { token } = await openSession(database, user, now(), { byLink });
  const ask = app.as({ cookie: `galley=${token}` });
  const change = async (input: object) => {
    const { data, errors } = await ask(update, { input });
    return errors?.[0]?.extensions.code ?? data.updateProfile.user;
  };
  const stored = () => database.of(User).findOne({ _id: user._id });
  return { email, user, ask, change, stored };
}

const comesBy = async (email: string) =>
  (await app.as()(signIn, { input: { email, password: currentPassword } })).errors?.[0]?.extensions.code ??
  'done';

describe('a person', () => {
  it('changes how they are called, and nothing else by that', async () => {
    const { email, change, stored } = await makeAda();
    expect(await change({ name: 'Ada L.' })).toEqual({ name: 'Ada L.', email, role: 'VIEWER' });
    expect(await stored()).toMatchObject({ name: 'Ada L.', passwordHash: hash });
    expect(await comesBy(email)).toBe('done');
  });

  it('changes their address with the current password, and signs in by the new one alone', async () => {
    const { email, ask, change } = await makeAda();
    const next = `New-${email}`;
    expect(await change({ email: next, currentPassword })).toMatchObject({ email: next.toLowerCase() });
    expect((await ask('{ me { user { email } } }')).data.me.user.email).toBe(next.toLowerCase());
    expect([await comesBy(next), await comesBy(email)]).toEqual(['done', 'SIGN_IN_REFUSED']);
  });

  it('changes nothing without it, or with a wrong one, which is a guess that counts', async () => {
    const { email, change, stored } = await makeAda();
    const input = { name: 'Eve', email: 'eve@galley.test' };
    expect(await change(input)).toBe('WRONG_PASSWORD');
    const guesses = await Promise.all(
      Array.from({ length: 10 }, () => change({ ...input, currentPassword: 'a guess' })),
    );
    expect(new Set(guesses)).toEqual(new Set(['WRONG_PASSWORD', 'SIGN_IN_THROTTLED']));
    expect(await stored()).toMatchObject({ name: 'Ada', email });
  });

  it('needs none to say again what their address is, in whatever case', async () => {
    const { email, change } = await makeAda();
    expect(await change({ name: 'Ada L.', email: email.toUpperCase() })).toMatchObject({
      name: 'Ada L.',
      email,
    });
  });

  it('needs none where there is none, nor within an hour of coming by a link', async () => {
    const without = await makeAda({ passwordHash: null });
    expect(await without.change({ email: `a-${without.email}` })).toMatchObject({
      email: `a-${without.email}`,
    });
    const fresh = await makeAda({ byLink: true });
    expect(await fresh.change({ email: `b-${fresh.email}` })).toMatchObject({ email: `b-${fresh.email}` });
    app.clock.advance(60 * 60_000 + 1);
    expect(await fresh.change({ email: fresh.email })).toBe('WRONG_PASSWORD');
  });

  it('cannot have the address of another, of whatever account', async () => {
    const { email, change, stored } = await makeAda();
    const other = await makeAda();
    expect(await change({ name: 'Eve', email: other.email.toUpperCase(), currentPassword })).toBe(
      'EMAIL_TAKEN',
    );
    expect(await stored()).toMatchObject({ name: 'Ada', email });
  });

  it('gives a name, and an address that is one', async () => {
    const { ask } = await makeAda();
    const { errors } = await ask(update, { input: { name: '', email: 'nowhere', currentPassword } });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      details: { problems: [{ path: 'name' }, { path: 'email' }] },
    });
  });
});
