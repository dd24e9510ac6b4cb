import { describe, expect, it } from 'vitest';
import { Account } from '../../schema/account.ts';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { CreditEntry, EntryKind } from '../../schema/credit-entry.ts';
import { audit } from '../../server/credits/audit.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { makeBarrier } from '../support/barrier.ts';
import { makeAccount, makeKeywords, makeSite } from '../support/factory.ts';
import { openToyApp } from '../support/toy-app.ts';

const app = await openToyApp();
const { engine, toys } = app;
const { database } = engine;
const many = 60;

/** Waits until so many runs have completed since now. */
async function watchCompletions() {
  const isCompletion = { 'updateDescription.updatedFields.status': RunStatus.Completed };
  const changes = database.of(AutomationRun).watch([{ $match: isCompletion }], { maxAwaitTimeMS: 20 });
  await changes.tryNext();
  return async (count: number) => {
    for (let seen = 0; seen < count; seen += 1) await changes.next();
    await changes.close();
  };
}

describe('many runs of one account that end at once', () => {
  it('settle each exactly: what was used is gone, nothing is held any more', async () => {
    const account = await makeAccount(database, 1_000);
    const sites = await Promise.all(
      Array.from({ length: many }, () => makeSite(database, { account: account._id })),
    );
    for (const site of sites) await makeKeywords(database, site, ['tea']);
    const only = { trigger: RunTrigger.Manual, to: 'shout' } as const;
    await Promise.all(sites.map((site) => startRun(engine, { site: site._id, ...only })));
    const barrier = makeBarrier();
    toys.shout.inWork = () => barrier.pass();
    const worker = app.startWorker(many);
    await barrier.reached(many);
    const completed = await watchCompletions();
    barrier.open();
    await completed(many);
    await worker.stop();
    expect(await database.of(Account).findOne({ _id: account._id })).toMatchObject({
      available: 940_000,
      held: 0,
      holds: [],
    });
    const settlements = { account: account._id, kind: EntryKind.Settlement, amount: -1_000 };
    expect(await database.of(CreditEntry).countDocuments(settlements)).toBe(many);
    expect(await database.of(AutomationRun).countDocuments({ account: account._id, active: true })).toBe(0);
    expect((await audit(database)).differences).toEqual([]);
  });
});
