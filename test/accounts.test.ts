import { beforeAll, describe, expect, it } from 'vitest';
import { Account } from '../schema/account.ts';
import { Site } from '../schema/site.ts';
import { openAccount } from '../server/accounts.ts';
import { addCredits } from '../server/credits/add-credits.ts';
import { audit } from '../server/credits/audit.ts';
import { openSite } from '../server/sites.ts';
import { openTestApp, type TestApp } from './support/app.ts';

describe('opening an account and its sites', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp();
  });

  it('makes an account once, with its credits once, however many open it at the same time', async () => {
    const { database } = app.engine;
    const open = () => openAccount(database, { name: 'Anna', opening: 1_500_000 });
    const opened = await Promise.all([open(), open(), open(), open()]);
    expect(opened.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await database.of(Account).find({ name: 'Anna' }).toArray()).toMatchObject([
      { available: 1_500_000, held: 0 },
    ]);
    expect((await audit(database)).differences).toEqual([]);
  });

  it('gives the credits that a cut-off start did not come to, and none to an account that had some', async () => {
    const { database } = app.engine;
    await database.of(Account).insertOne(Object.assign(new Account(), { name: 'Ben' }));
    expect(await openAccount(database, { name: 'Ben', opening: 5_000 })).toMatchObject({ isNew: true });
    const again = await openAccount(database, { name: 'Ben', opening: 9_000 });
    expect(again).toMatchObject({ isNew: false, account: { available: 5_000 } });
  });

  it('keeps its own key for that: somebody may add credits under any, "opening" too', async () => {
    const { database } = app.engine;
    const { account } = await openAccount(database, { name: 'Dora', opening: 5_000 });
    const more = { account: account._id, key: 'opening', amount: 5_000 };
    const entry = await addCredits(database, more);
    expect(await addCredits(database, more)).toEqual(entry);
    const again = await openAccount(database, { name: 'Dora', opening: 5_000 });
    expect(again).toMatchObject({ isNew: false, account: { available: 10_000 } });
    expect((await audit(database)).differences).toEqual([]);
  });

  it('gives an account nothing that was opened before that key was its own', async () => {
    const { database } = app.engine;
    const account = Object.assign(new Account(), { name: 'Eve' });
    await database.of(Account).insertOne(account);
    await addCredits(database, { account: account._id, key: 'opening', amount: 5_000 });
    const again = await openAccount(database, { name: 'Eve', opening: 5_000 });
    expect(again).toMatchObject({ isNew: false, account: { available: 5_000 } });
  });

  it('makes a site once for each account and name', async () => {
    const { database } = app.engine;
    const { account } = await openAccount(database, { name: 'Cleo', opening: 1_000 });
    const open = () => openSite(database, account._id, 'Tea', { language: 'de' });
    const [first, ...others] = await Promise.all([open(), open(), open()]);
    expect(others.every(({ _id }) => _id.equals(first?._id))).toBe(true);
    expect(await database.of(Site).countDocuments({ account: account._id })).toBe(1);
    expect(first).toMatchObject({ name: 'Tea', language: 'de', timeZone: 'UTC' });
  });
});
