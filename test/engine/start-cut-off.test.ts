import { describe, expect, it } from 'vitest';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { audit } from '../../server/credits/audit.ts';
import { countClaimable } from '../../server/engine/claim.ts';
import { maintain } from '../../server/engine/maintenance.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { cancelRun } from '../../server/engine/steer-run.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { openToyApp } from '../support/toy-app.ts';
import { cutOff, watchWrites } from '../support/watched-writes.ts';

const trigger = RunTrigger.Manual;
const app = await openToyApp();
const differences = async () => (await audit(app.engine.database)).differences;

describe('a start that is cut off', () => {
  const steps = [1, 2, 3, 4, 5, 6];

  it.each(steps)(
    'before its write %i leaves nothing behind, or a run that a worker finishes',
    async (nth) => {
      const { database } = app.engine;
      const { site, account } = await app.site(3, { credits: 100 });
      const cut = { ...app.engine, database: cutOff(database, nth) };
      await expect(startRun(cut, { site: site._id, trigger })).rejects.toThrow('cut off');

      const left = await database.of(AutomationRun).findOne({ site: site._id });
      if (left) {
        const overdue = { 'lease.until': new Date(0) };
        await database
          .of(AutomationRun)
          .updateOne({ _id: left._id, 'lease.owner': 'start' }, { $set: overdue });
        const done = await app.worked(left);
        expect(done).toMatchObject({ status: RunStatus.Completed, creditsUsed: 7_000 });
      }
      expect(await account()).toEqual({ available: left ? 93_000 : 100_000, held: 0, holds: [] });
      expect(await differences()).toEqual([]);
    },
  );

  it('is at its end after that many writes', async () => {
    const { database } = app.engine;
    const { site } = await app.site(3);
    const cut = { ...app.engine, database: cutOff(database, steps.length + 1) };
    const run = await startRun(cut, { site: site._id, trigger });
    expect(await app.worked(run)).toMatchObject({ status: RunStatus.Completed });
  });

  it('is not taken for abandoned while it still may go on', async () => {
    const { database } = app.engine;
    const { site } = await app.site(3);
    const cut = { ...app.engine, database: cutOff(database, 5) };
    await expect(startRun(cut, { site: site._id, trigger })).rejects.toThrow('cut off');
    expect(await countClaimable(database, app.engine.registry.keys, 1)).toBe(0);
    const left = await database.of(AutomationRun).findOne({ site: site._id });
    expect(left).toMatchObject({ hold: 0, lease: { owner: 'start' } });
  });

  it('fails as a run where its credits went elsewhere before a worker found it', async () => {
    const { database } = app.engine;
    const { site, account } = await app.site(3, { credits: 8.4 });
    const cut = { ...app.engine, database: cutOff(database, 5) };
    await expect(startRun(cut, { site: site._id, trigger })).rejects.toThrow('cut off');
    const other = await makeSite(database, { account: site.account });
    await makeKeywords(database, other, ['tea']);
    const elsewhere = await startRun(app.engine, { site: other._id, trigger });
    const left = await database
      .of(AutomationRun)
      .findOneAndUpdate({ site: site._id }, { $set: { 'lease.until': new Date(0) } });
    expect(left && (await app.worked(left))).toMatchObject({
      status: RunStatus.Failed,
      error: {
        code: 'INSUFFICIENT_CREDITS',
        message: 'Need ~7 credits (8 with the 20% reserve), you have 4.8.',
      },
      creditsUsed: 0,
    });
    await app.worked(elsewhere);
    expect(await account()).toMatchObject({ available: 5_400, held: 0 });
    expect(await differences()).toEqual([]);
  });
});

describe('a start during which the run is cancelled', () => {
  it.each([5, 6])('before its write %i holds nothing afterwards', async (nth) => {
    const { database } = app.engine;
    const { site, account } = await app.site(3, { credits: 100 });
    const meddled = watchWrites(database, async (now) => {
      const run = now === nth && (await database.of(AutomationRun).findOne({ site: site._id }));
      if (run) await cancelRun(app.engine, run._id, 'a person');
    });
    const run = await startRun({ ...app.engine, database: meddled }, { site: site._id, trigger });
    expect(run.status).toBe(RunStatus.Cancelled);
    expect(await account()).toEqual({ available: 100_000, held: 0, holds: [] });
    expect(await differences()).toEqual([]);
  });

  it('and which is cut off with its hold taken holds nothing after the next look of the clock', async () => {
    const { database } = app.engine;
    const { site, account } = await app.site(3, { credits: 100 });
    const meddled = watchWrites(database, async (now) => {
      const run = now === 5 && (await database.of(AutomationRun).findOne({ site: site._id }));
      if (run) await cancelRun(app.engine, run._id, 'a person');
      if (now > 5) throw new TypeError('cut off');
    });
    const start = startRun({ ...app.engine, database: meddled }, { site: site._id, trigger });
    await expect(start).rejects.toThrow('cut off');
    expect(await account()).toMatchObject({ held: 8_400 });
    await maintain(app.engine);
    await maintain(app.engine);
    expect(await account()).toEqual({ available: 100_000, held: 0, holds: [] });
    expect(await differences()).toEqual([]);
  });
});
