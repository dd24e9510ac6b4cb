import { describe, expect, it } from 'vitest';
import { SignInLink } from '../../schema/sign-in-link.ts';
import { Role, User } from '../../schema/user.ts';
import { makeSignInLink } from '../../server/auth/sign-in-links.ts';
import { changeRole, removeUser } from '../../server/users.ts';
import { type Ask, openTestApi } from '../support/api.ts';
import { makeAccount } from '../support/factory.ts';

const app = await openTestApi();
const { database, now } = app.engine;
const invite = 'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { user { id role } link } }';
const change = 'mutation ($input: ChangeRoleInput!) { changeUserRole(input: $input) { user { role } } }';
const remove = 'mutation ($input: UserInput!) { removeUser(input: $input) { user { id } } }';

/** An account with one owner, who asks. */
async function makeOwner() {
  const account = (await makeAccount(database))._id;
  const ask: Ask = app.as(await app.person(account));
  const owner = await database.of(User).findOne({ account });
  if (!owner) throw new TypeError('no owner was made');
  return { account, ask, owner };
}

const codeOf = ({ errors }: Awaited<ReturnType<Ask>>) => errors?.[0]?.extensions.code ?? 'done';

describe('an owner', () => {
  it('invites people, who come by the link and set a password', async () => {
    const { ask } = await makeOwner();
    const { data } = await ask(invite, { input: { email: 'Bea@Galley.Test', name: 'Bea', role: 'EDITOR' } });
    const { link } = data.inviteUser;
    expect(link).toMatch(new RegExp(`^${app.api.url}/signin#[\\w-]{43}$`));
    const response = await fetch(`${app.api.url}/signin`, {
      method: 'POST',
      body: new URLSearchParams({ token: link.split('#')[1] }),
      redirect: 'manual',
    });
    const bea = app.as({ cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' });
    const { data: hers } = await bea('{ me { user { email role } } }');
    expect(hers.me.user).toEqual({ email: 'bea@galley.test', role: 'EDITOR' });
  });

  it('invites nobody whose address is in use, in whatever case', async () => {
    const { ask, owner } = await makeOwner();
    const input = { email: owner.email.toUpperCase(), name: 'Again', role: 'VIEWER' };
    expect(codeOf(await ask(invite, { input }))).toBe('EMAIL_TAKEN');
  });

  it('lists the people of the account, by address', async () => {
    const { account, ask, owner } = await makeOwner();
    await app.person(account, Role.Viewer);
    const { data } = await ask(
      '{ users(sort: { field: EMAIL, order: DESC }) { totalCount nodes { email } } }',
    );
    expect(data.users.totalCount).toBe(2);
    const emails = data.users.nodes.map(({ email }: User) => email);
    expect(emails).toContain(owner.email);
    expect(emails).toEqual([...emails].sort().reverse());
  });

  it('makes a new link for who forgot a password', async () => {
    const { ask, owner } = await makeOwner();
    const { data } = await ask(
      'mutation ($input: UserInput!) { createSignInLink(input: $input) { user { name } link } }',
      { input: { id: owner._id.toHexString() } },
    );
    expect(data.createSignInLink.link).toContain('/signin#');
  });

  it('removes people, with the links that wait for them', async () => {
    const { account, ask } = await makeOwner();
    await app.person(account, Role.Viewer);
    const viewer = await database.of(User).findOne({ account, role: Role.Viewer });
    if (!viewer) throw new TypeError('no viewer was made');
    await makeSignInLink(database, viewer, now());
    expect(codeOf(await ask(remove, { input: { id: viewer._id.toHexString() } }))).toBe('done');
    expect(await database.of(SignInLink).countDocuments({ user: viewer._id })).toBe(0);
    expect(await database.of(User).countDocuments({ account })).toBe(1);
  });
});

describe('the last owner of an account', () => {
  it('can neither be removed nor be less than an owner', async () => {
    const { account, ask, owner } = await makeOwner();
    await app.person(account, Role.Editor);
    const id = owner._id.toHexString();
    expect(codeOf(await ask(remove, { input: { id } }))).toBe('LAST_OWNER');
    expect(codeOf(await ask(change, { input: { id, role: 'VIEWER' } }))).toBe('LAST_OWNER');
    expect(codeOf(await ask(change, { input: { id, role: 'OWNER' } }))).toBe('done');
  });

  it('stays when several go at once', async () => {
    const { account } = await makeOwner();
    for (let nth = 0; nth < 3; nth += 1) await app.person(account, Role.Owner);
    const owners = await database.of(User).find({ account }).toArray();
    const going = owners.map((owner, nth) =>
      nth % 2 ? removeUser(database, owner) : changeRole(database, owner, Role.Viewer),
    );
    const came = await Promise.allSettled(going);
    expect(came.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'LAST_OWNER' } },
    ]);
    expect(await database.of(User).countDocuments({ account, role: Role.Owner })).toBe(1);
  });
});
