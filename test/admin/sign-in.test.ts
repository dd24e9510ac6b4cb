import { describe, expect, it } from 'vitest';
import { createAsk } from '../../admin/data/ask.ts';
import { createAuthProvider } from '../../admin/data/auth-provider.ts';
import { TypedDocumentString } from '../../admin/data/gql/graphql.ts';
import { createSession } from '../../admin/data/session.ts';
import { Session } from '../../schema/session.ts';
import { Role, User } from '../../schema/user.ts';
import { hashPassword } from '../../server/auth/passwords.ts';
import { makeSignInLink } from '../../server/auth/sign-in-links.ts';
import { makeSite } from '../support/factory.ts';
import { accessFaultsInBothThemes, noFaults } from './support/axe.ts';
import { openConsole, type Visit } from './support/console.ts';
import { openCountedWay } from './support/counted-way.ts';

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

/** The console's own account of a session, whose requests are these headers' person's. */
async function consoleOf(headers: Record<string, string>) {
  const way = await openCountedWay(app.api.url, headers);
  const session = createSession(createAsk(way.url));
  const auth = createAuthProvider(session);
  const anything = new TypedDocumentString<object, object>('query Anything { me { rights } }');
  /** What comes of anything that is asked for; what is refused goes to react-admin's way out. */
  const met = async () => {
    await session.ask(anything, {}).catch((error) => auth.checkError(error));
  };
  return { session, auth, met };
}

const signedIn = async () => consoleOf(await app.person(site.account));

describe('a one-time link', () => {
  it('lands in the console; used again, it says in words what to do, and leads to the sign-in page', async () => {
    const { page, context, goto } = await app.visit({}, { expected: /401/ });
    const link = `/signin#${await makeSignInLink(database, ada, now())}`;
    await goto(link);
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
    expect(await page.getByRole('button', { name: 'Ada' }).isVisible()).toBe(true);

    await context.clearCookies();
    await goto(link);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Ask an owner for a new one').waitFor();
    expect(await accessFaultsInBothThemes(page)).toEqual(noFaults);
    await page.getByRole('link', { name: 'Go to the sign-in page' }).click();
    await page.getByRole('textbox', { name: 'Email' }).waitFor();
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
    await page.getByText('You have been signed out.').waitFor();
    await signIn(visit, password);
    await page.getByRole('heading', { name: 'Clusters' }).waitFor();

    await page.getByRole('button', { name: 'Ada' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('Email').waitFor();
    expect(await page.getByText('You have been signed out.').isVisible()).toBe(false);
    await goto('/planner/keywords');
    await page.getByLabel('Email').waitFor();
  });

  it('is told to have ended where that was not by signing out, however often it is met', async () => {
    const { session, auth, met } = await signedIn();
    const told: unknown[] = [];
    session.onSignedOut((error) => told.push(error));
    await session.me();
    await session.check();
    expect(told).toEqual([]);
    await database.of(Session).deleteMany({ account: site.account });
    await session.check();
    expect(told).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
    await expect(met()).rejects.toMatchObject({ logoutUser: true, redirectTo: '/login?ended' });
    await auth.logout({});
    await expect(met()).rejects.toMatchObject({ logoutUser: true, redirectTo: '/login?ended' });
  });

  it('is not told to have ended to whom has signed out, or was never signed in', async () => {
    const { session, auth, met } = await signedIn();
    await expect(met()).resolves.toBeUndefined();
    await session.me();
    await auth.logout({});
    await expect(met()).rejects.toMatchObject({ redirectTo: '/login' });
    const { met: metByNobody } = await consoleOf({});
    await expect(metByNobody()).rejects.toMatchObject({ redirectTo: '/login' });
  });
});
