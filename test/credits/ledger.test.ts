import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Account } from '../../schema/account.ts';
import { AutomationRun } from '../../schema/automation-run.ts';
import { CreditEntry } from '../../schema/credit-entry.ts';
import {
  chargeEntry,
  growHold,
  heldFor,
  isChargedAlready,
  settle,
  takeHold,
  topUp,
} from '../../server/credits/ledger.ts';
import { transaction } from '../../server/db/database.ts';
import { openTestApp } from '../support/app.ts';
import { makeAccount } from '../support/factory.ts';

const { engine } = await openTestApp({ stages: [] });
const { database } = engine;
const entries = database.of(CreditEntry);

async function stored({ _id }: Account) {
  const { available = 0, held = 0, holds = [] } = (await database.of(Account).findOne({ _id })) ?? {};
  return { available, held, holds };
}
const runOf = ({ _id }: Account, fields: Partial<AutomationRun> = {}): AutomationRun =>
  Object.assign(new AutomationRun(), { account: _id, site: new ObjectId() }, fields);
const inOwn = <T>(work: Parameters<typeof transaction<T>>[1]) => transaction(database.client, work);

describe('a top-up', () => {
  it('adds its credits and an entry', async () => {
    const account = await makeAccount(database, 0);
    expect(await topUp(database, { account: account._id, amount: 2_500, key: 'invoice 7' })).toBe(true);
    expect(await stored(account)).toMatchObject({ available: 2_500, held: 0 });
    expect(await entries.find({ account: account._id }).toArray()).toMatchObject([
      { kind: 'top_up', amount: 2_500, key: `top-up:${account._id.toHexString()}:invoice 7`, run: null },
    ]);
  });

  it('with the same key again changes nothing, and at the same time neither', async () => {
    const account = await makeAccount(database, 0);
    const again = () => topUp(database, { account: account._id, amount: 1_000, key: 'once' });
    const added = await Promise.all(Array.from({ length: 20 }, again));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await again()).toBe(false);
    expect(await stored(account)).toMatchObject({ available: 1_000 });
    expect(await entries.countDocuments({ account: account._id })).toBe(1);
  });

  it('may use a key that another account has used', async () => {
    const [one, other] = [await makeAccount(database, 0), await makeAccount(database, 0)];
    for (const { _id } of [one, other]) await topUp(database, { account: _id, amount: 1_000, key: 'same' });
    expect([await stored(one), await stored(other)]).toMatchObject([
      { available: 1_000 },
      { available: 1_000 },
    ]);
  });

  it.each([0, -1_000, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('of %d is refused', async (amount) => {
    const account = await makeAccount(database, 0);
    const refused = topUp(database, { account: account._id, amount, key: 'odd' });
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_AMOUNT' });
    expect(await entries.countDocuments({ account: account._id })).toBe(0);
  });

  it('of an account that does not exist is refused, and leaves no entry', async () => {
    const account = new ObjectId();
    const refused = topUp(database, { account, amount: 1_000, key: 'lost' });
    await expect(refused).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
    expect(await entries.countDocuments({ account })).toBe(0);
  });
});

describe('a hold', () => {
  it('moves credits from available to held, once for a run however often it is taken', async () => {
    const account = await makeAccount(database, 10);
    const run = runOf(account);
    const taken = await Promise.all(Array.from({ length: 10 }, () => takeHold(database, run, 6_000)));
    expect(taken).toEqual(Array(10).fill(true));
    expect(await stored(account)).toEqual({
      available: 4_000,
      held: 6_000,
      holds: [{ run: run._id, amount: 6_000 }],
    });
    expect(await heldFor(database, run)).toBe(6_000);
  });

  it('is not taken where less is available, by however many at once', async () => {
    const account = await makeAccount(database, 10);
    const taken = await Promise.all(
      Array.from({ length: 50 }, () => takeHold(database, runOf(account), 3_000)),
    );
    expect(taken.filter(Boolean)).toHaveLength(3);
    expect(await stored(account)).toMatchObject({ available: 1_000, held: 9_000 });
  });

  it('of nothing needs no account', async () => {
    const account = await makeAccount(database, 0);
    expect(await takeHold(database, runOf(account), 0)).toBe(true);
    expect(await stored(account)).toEqual({ available: 0, held: 0, holds: [] });
  });

  it('grows as far as the account goes, and only where there is one', async () => {
    const account = await makeAccount(database, 10);
    const run = runOf(account);
    expect(await inOwn((session) => growHold(database, run, 1_000, session))).toBe(false);
    await takeHold(database, run, 6_000);
    expect(await inOwn((session) => growHold(database, run, 4_001, session))).toBe(false);
    expect(await inOwn((session) => growHold(database, run, 4_000, session))).toBe(true);
    expect(await stored(account)).toEqual({
      available: 0,
      held: 10_000,
      holds: [{ run: run._id, amount: 10_000 }],
    });
  });

  it('is settled by what was used since the last time, and the rest is available again', async () => {
    const account = await makeAccount(database, 10);
    const run = runOf(account);
    await takeHold(database, run, 6_000);
    const used = { ...run, creditsUsed: 5_000, creditsSettled: 1_000, round: 2 };
    await inOwn((session) => settle(database, used, session));
    expect(await stored(account)).toEqual({ available: 6_000, held: 0, holds: [] });
    expect(await entries.findOne({ run: run._id })).toMatchObject({
      kind: 'settlement',
      amount: -4_000,
      key: `settlement:${run._id.toHexString()}:2`,
    });
    await inOwn((session) => settle(database, used, session));
    expect(await stored(account)).toMatchObject({ available: 6_000 });
    expect(await entries.countDocuments({ run: run._id })).toBe(1);
  });
});

describe('the entry of a batch', () => {
  it('is unique by run, stage, batch and attempt, at no credits too', async () => {
    const run = runOf(await makeAccount(database, 0));
    const batch = { stage: 'shout', key: 'abc', attempt: 1 };
    await entries.insertOne(chargeEntry(run, batch, 0));
    const again = await entries.insertOne(chargeEntry(run, batch, 1_000)).catch((error: unknown) => error);
    expect(isChargedAlready(again)).toBe(true);
    await entries.insertOne(chargeEntry(run, { ...batch, attempt: 2 }, 0));
    await entries.insertOne(chargeEntry(runOf(await makeAccount(database, 0)), batch, 0));
    const amounts = await entries.find({ run: run._id }).toArray();
    // No minus zero, which would not read as what it is.
    expect(amounts.map(({ amount }) => Object.is(amount, 0))).toEqual([true, true]);
    await entries.deleteMany({ kind: chargeEntry(run, batch, 0).kind });
  });

  it('is told from other duplicates', () => {
    expect(isChargedAlready(new TypeError('no'))).toBe(false);
  });
});
