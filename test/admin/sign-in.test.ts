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

describe('the sign-in page', () => {
  it('leads whoever opened a page before back to it', async () => {
    const visit = await app.visit();
    await visit.goto('/planner/keywords');
    await signIn(visit, password);
    await visit.page.getByRole('heading', { name: 'Keywords' }).waitFor();
    expect(new URL(visit.page.url()).pathname).toBe('/planner/keywords');
  });

  it('says in words that a password is wrong', async () => {
    const visit = await app.visit();
    await visit.goto('/');
    await signIn(visit, 'not the one that it is');
    const told = await visit.page.getByRole('alert').textContent();
    expect(told).toContain('password');
    expect(new URL(visit.page.url()).pathname).toBe('/login');
  });
});

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
  it('that has ended leads to the sign-in page, and from there back', async () => {
    const visit = await app.visit(await app.person(site.account));
    await visit.goto('/planner/keywords');
    await visit.page.getByText('No keywords yet').waitFor();
    // Whatever is still asked for would meet the end before the click.
    await visit.page.waitForLoadState('networkidle');
    await visit.context.clearCookies();
    await visit.page.getByRole('link', { name: 'Clusters' }).click();
    await signIn(visit, password);
    await visit.page.getByRole('heading', { name: 'Clusters' }).waitFor();
  });

  it('ends by signing out', async () => {
    const { page, goto } = await app.visit(await app.person(site.account));
    await goto('/');
    await page.getByRole('button', { name: /Person/ }).click();
    await page.getByRole('menuitem', { name: 'Logout' }).click();
    await page.getByLabel('Email').waitFor();
    await goto('/planner/keywords');
    await page.getByLabel('Email').waitFor();
  });
});
