import { describe, expect, it } from 'vitest';
import { SignInLink } from '../../schema/sign-in-link.ts';
import { Role, User } from '../../schema/user.ts';
import { accountNamed } from '../../server/accounts.ts';
import { redeemSignInLink } from '../../server/auth/sign-in-links.ts';
import { galleyUser } from './galley.ts';

const user = galleyUser();
const linkForm = /https?:\/\/\S+\/signin#([\w-]{43})/;

/** The address of whoever the printed link signs in. */
async function whoComesBy(output: string): Promise<string | undefined> {
  const [, token = ''] = linkForm.exec(output) ?? [];
  return (await redeemSignInLink(user.database, token, new Date()))?.user.email;
}

describe('galley serve', () => {
  it('prints a link for the owner that it makes at its first start, and none later', async () => {
    const first = user.start(['serve'], { PORT: '0' });
    await first.seen(linkForm);
    const serving = first.process;
    // While it runs, in the same database.
    const more = await user.galley(['signin'], { PORT: '4017' });
    expect(more).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^http:\/\/127\.0\.0\.1:4017\/signin#/),
    });
    serving.kill('SIGTERM');
    const { stderr } = await first.ended;
    expect(await whoComesBy(stderr)).toBe('owner@localhost');
    expect(await whoComesBy(more.stdout)).toBe('owner@localhost');

    const second = user.start(['serve'], { PORT: '0' });
    await second.seen(/galley signin/);
    second.process.kill('SIGTERM');
    const later = await second.ended;
    expect(later.stdout + later.stderr).not.toMatch(linkForm);
    expect(await user.database.of(SignInLink).countDocuments()).toBe(0);
  });
});

describe('galley signin', () => {
  it('prints a link for whom it is asked to, at the address where people come', async () => {
    await user.command(['signin']);
    const { _id: account } = await accountNamed(user.database, 'Demo');
    const fields = { account, email: 'ada@galley.test', name: 'Ada', role: Role.Editor };
    await user.database.of(User).insertOne(Object.assign(new User(), fields));
    const { code, stdout } = await user.galley(['signin', '--email', 'Ada@galley.test'], {
      PUBLIC_URL: 'https://galley.example.com/',
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^https:\/\/galley\.example\.com\/signin#[\w-]{43}\n$/);
    expect(await whoComesBy(stdout)).toBe('ada@galley.test');
  });

  it('says so where nobody has the address', async () => {
    const { code, stdout, stderr } = await user.command(['signin', '--email', 'nobody@galley.test']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('There is no user with the address "nobody@galley.test".');
  });
});
