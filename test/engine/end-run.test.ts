import { describe, expect, it } from 'vitest';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { claimRun, nextClaimable } from '../../server/engine/claim.ts';
import { completeRun, failRun } from '../../server/engine/end-run.ts';
import { LeasedRun } from '../../server/engine/leased-run.ts';
import { newOwner } from '../../server/engine/owner.ts';
import { errors } from '../../server/errors.ts';
import { openToyApp } from '../support/toy-app.ts';

const app = await openToyApp();
const { engine } = app;
const { database } = engine;

const ends: [string, (leased: LeasedRun) => Promise<void>][] = [
  ['complete', completeRun],
  ['fail', (leased) => failRun(leased, 'shout', errors.unexpected({ stage: 'shout' }))],
];

describe('the end of a run', () => {
  it.each(ends)('goes by the table of states: whoever saw it cancelled cannot %s it', async (_, end) => {
    const { start, account } = await app.site(1, { credits: 10 });
    const { _id } = await start();
    const session = database.client.startSession();
    const claimant = { owner: newOwner(), leaseMs: 60_000 };
    const next = await nextClaimable(database, engine.registry.keys);
    const claim = next && (await claimRun(database, next, claimant, session));
    expect(claim?.run._id).toEqual(_id);
    if (!claim) return;
    const run = Object.assign(claim.run, { status: RunStatus.Cancelled });
    await expect(end(new LeasedRun(engine, { ...claim, run }, session))).rejects.toMatchObject({
      code: 'TRANSITION_REFUSED',
    });
    await session.endSession();
    expect(await database.of(AutomationRun).findOne({ _id })).toMatchObject({ status: RunStatus.Running });
    expect(await account()).toMatchObject({ available: 6_400, held: 3_600 });
    await database.of(AutomationRun).updateOne({ _id }, { $set: { status: RunStatus.Paused } });
  });
});
