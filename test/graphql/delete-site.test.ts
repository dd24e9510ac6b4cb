import type { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { CreditEntry, EntryKind } from '../../schema/credit-entry.ts';
import { ImportReceipt } from '../../schema/keyword-import.ts';
import { Site } from '../../schema/site.ts';
import { cancelRun } from '../../server/engine/steer-run.ts';
import { openTestApi } from '../support/api.ts';
import { makeAccount } from '../support/factory.ts';
import { makeThings } from './tenancy/things.ts';

const app = await openTestApi();
const { database } = app.engine;
const deleteSite = 'mutation ($input: DeleteSiteInput!) { deleteSite(input: $input) { id } }';

/** An account with a thing of every kind, and its owner. */
async function scene() {
  const { _id: account } = await makeAccount(database);
  const things = await makeThings(app, account);
  return { ...things, ask: app.as(await app.person(account)) };
}

/** How many documents belong to the site, by collection. */
async function belongingTo(site: ObjectId): Promise<Record<string, number>> {
  const counts = (await database.db.collections()).map(
    async (one) => [one.collectionName, await one.countDocuments({ site })] as const,
  );
  return Object.fromEntries((await Promise.all(counts)).filter(([, count]) => count > 0));
}

describe('deleting a site', () => {
  it('removes whatever belongs to it, imports with their receipts and what its schedule did among that', async () => {
    const [gone, other] = [await scene(), await scene()];
    const before = await belongingTo(other.ids.site);
    expect(Object.keys(before)).toContain('occurrences');
    const { data } = await gone.ask(deleteSite, { input: { id: gone.ids.site } });
    expect(data.deleteSite).toEqual({ id: String(gone.ids.site) });
    expect(await database.of(Site).countDocuments({ _id: gone.ids.site })).toBe(0);
    expect(await belongingTo(gone.ids.site)).toEqual({});
    const receipts = (things: typeof gone) =>
      database.of(ImportReceipt).countDocuments({ _id: things.ids.import });
    expect(await receipts(gone)).toBe(0);
    expect(await belongingTo(other.ids.site)).toEqual(before);
    expect(await receipts(other)).toBe(1);
    const again = await gone.ask(deleteSite, { input: { id: gone.ids.site } });
    expect(again.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('is refused while a run of it is active; once that is cancelled, the ledger alone keeps what it cost', async () => {
    const { ask, ids } = await scene();
    const input = { id: ids.busySite };
    const { errors } = await ask(deleteSite, { input });
    expect(errors?.[0]?.extensions.code).toBe('DELETION_REFUSED');
    expect(await database.of(Site).countDocuments({ _id: ids.busySite })).toBe(1);
    await cancelRun(app.engine, ids.run, 'Ada');
    expect((await ask(deleteSite, { input })).errors).toBeUndefined();
    const entries = database.of(CreditEntry);
    expect(await belongingTo(ids.busySite)).toEqual({
      [entries.collectionName]: await entries.countDocuments({ site: ids.busySite }),
    });
    expect(await entries.countDocuments({ run: ids.run, kind: EntryKind.Settlement })).toBe(1);
  });
});
