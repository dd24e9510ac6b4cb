import { describe, expect, it } from 'vitest';
import { Role, User } from '../../schema/user.ts';
import { hashPassword } from '../../server/auth/passwords.ts';
import { makeSignInLink } from '../../server/auth/sign-in-links.ts';
import { makeSite } from '../support/factory.ts';
import { openConsole, type Visit } from './support/console.ts';

const app = await openConsole();
const { database, now } = app.engine;
const site = await makeSite(database, { name: 'Coffee' });
const password = 'three words and a horse';
const ada = Object.assign(new User(), {
  account: site.account,
  email: 'ada@galley.test',
  name: 'Ada',
  role: Role.Editor,
  passwordHash: await hashPassword(password),
});
await database.of(User).insertOne(ada);

async function signIn({ page }: Visit, secret: string): Promise<void> {
  await page.getByLabel('Email').fill('ada@galley.test');
  await page.getByRole('textbox', { name: 'Password' }).fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describe('a one-time link', () => {
  it('lands in the console', async () => {
    const { page, goto } = await app.visit();
    await goto(`/signin#${await makeSignInLink(database, ada, now())}`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
    expect(await page.getByRole('button', { name: 'Ada' }).isVisible()).toBe(true);
  });
});

describe('a session', () => {
  it('begins at the page that was asked for, once the password is not wrong, of which one is told in words; it leads back there when it has ended, and ends by signing out', async () => {
    const visit = await app.visit({}, { expected: /401|UNAUTHENTICATED/ });
    const { page, goto } = visit;
    await goto('/planner/keywords');
    await signIn(visit, 'not the one that it is');
    expect(await page.getByRole('alert').textContent()).toContain('password');
    expect(new URL(page.url()).pathname).toBe('/login');
    await signIn(visit, password);
    await page.getByText('No keywords yet').waitFor();
    expect(new URL(page.url()).pathname).toBe('/planner/keywords');

    // Whatever is still asked for would meet the end before the click.
    await page.waitForLoadState('networkidle');
    await visit.context.clearCookies();
    await page.getByRole('link', { name: 'Clusters' }).click();
    await signIn(visit, password);
    await page.getByRole('heading', { name: 'Clusters' }).waitFor();

    await page.getByRole('button', { name: 'Ada' }).click();
    await page.getByRole('menuitem', { name: 'Logout' }).click();
    await page.getByLabel('Email').waitFor();
    await goto('/planner/keywords');
    await page.getByLabel('Email').waitFor();
  });
});
