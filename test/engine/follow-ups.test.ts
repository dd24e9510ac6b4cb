import { describe, expect, it } from 'vitest';
import { AutomationRun, RunTrigger } from '../../schema/automation-run.ts';
import { Cluster } from '../../schema/cluster.ts';
import { audit } from '../../server/credits/audit.ts';
import { startFollowUps } from '../../server/engine/follow-ups.ts';
import { maintain } from '../../server/engine/maintenance.ts';
import { createRegistry } from '../../server/engine/registry.ts';
import { retryFailed } from '../../server/engine/retry-failed.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { cancelRun } from '../../server/engine/steer-run.ts';
import { errors } from '../../server/errors.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { eventsOf, openToyApp, type SiteOptions } from '../support/toy-app.ts';
import { cutOff, overtake, watchWrites } from '../support/watched-writes.ts';

const app = await openToyApp();
const { engine, toys } = app;
const { database } = engine;
const trigger = RunTrigger.Manual;
const differences = async () => (await audit(database)).differences;
const stored = (run: AutomationRun) => database.of(AutomationRun).findOne({ _id: run._id });

/** A site whose one cluster fails at each try, and a run of it that has ended and that another is to follow. */
async function siteToFollow(options: SiteOptions = {}) {
  const scene = await app.site(['bad'], options);
  const { site, start } = scene;
  app.ai.answer = ({ purpose }) => {
    if (purpose === 'echo') throw errors.aiRefused({ purpose, reason: 'rude' });
  };
  await app.worked(await start());
  await makeKeywords(database, site, ['coffee']);
  const before = await start({ to: 'shout' });
  expect(await retryFailed(engine, { site: site._id, stage: 'echo' })).toMatchObject({ outcome: 'follows' });
  await cancelRun(engine, before._id, 'Ada');
  return {
    ...scene,
    before,
    followUps: async () => (await stored(before))?.followUps,
    following: () => database.of(AutomationRun).findOne({ site: site._id, active: true }),
  };
}

describe('a run that is to follow another', () => {
  const steps = [1, 2, 3, 4, 5, 6, 7, 8];

  it.each(steps)('is started once when whoever starts it is cut off before write %i', async (nth) => {
    const { site, count, followUps, following } = await siteToFollow();
    const cut = { ...engine, database: cutOff(database, nth) };
    await startFollowUps(cut, site._id).catch(() => undefined);
    const overdue = { 'lease.until': new Date(0) };
    const begun = { site: site._id, active: true, 'lease.owner': 'start' };
    await database.of(AutomationRun).updateOne(begun, { $set: overdue });
    for (let times = 0; times < 3; times += 1) {
      const active = await following();
      if (active) await app.worked(active);
      await startFollowUps(engine, site._id);
    }
    expect(await count(AutomationRun)).toBe(3);
    expect(await count(Cluster, { name: 'BAD!', retries: 1 })).toBe(1);
    expect(await followUps()).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  it('is started all the same when the database had trouble at first', async () => {
    const { site, followUps, following } = await siteToFollow();
    const troubled = watchWrites(database, (nth) => {
      if (nth === 1) throw new TypeError('no primary');
    });
    await startFollowUps({ ...engine, database: troubled }, site._id).catch(() => undefined);
    expect(await followUps()).toHaveLength(1);
    await maintain(engine);
    expect(await following()).toMatchObject({ sequence: ['echo', 'listen'] });
  });

  it('is left to a process that knows its stage', async () => {
    const { site, followUps, following } = await siteToFollow();
    const registry = createRegistry(toys.stages.filter(({ key }) => key !== 'echo'));
    await startFollowUps({ ...engine, registry }, site._id);
    expect(await followUps()).toEqual([{ stage: 'echo', items: null }]);
    await startFollowUps(engine, site._id);
    expect(await following()).toMatchObject({ sequence: ['echo', 'listen'] });
  });

  it('is let go where its stage is gone: the run that it was to follow says so, once others had a day, also of a site with a run a night', async () => {
    const { site, start, before, followUps, following } = await siteToFollow();
    const registry = createRegistry(toys.stages.filter(({ key }) => key !== 'echo'));
    const lacking = { ...engine, registry };
    await maintain(lacking);
    expect(await followUps()).toEqual([{ stage: 'echo', items: null }]);
    app.clock.advance(24 * 3_600_000);
    await makeKeywords(database, site, ['cocoa']);
    await app.worked(await start({ to: 'shout' }));
    app.clock.advance(3_600_000);
    await maintain(lacking);
    await maintain(lacking);
    expect(await followUps()).toEqual([]);
    expect(await following()).toBeNull();
    expect(await eventsOf(engine, before, 'run.warning')).toEqual([
      {
        type: 'run.warning',
        code: 'UNKNOWN_STAGE',
        message: expect.stringMatching(
          /^The follow-up run that retries failed items did not start: There is no stage "echo"\./,
        ),
      },
    ]);
  });

  it('is let go where nothing is failed any more, whatever else waits', async () => {
    const { before, followUps, following, count } = await siteToFollow();
    await database.of(Cluster).deleteMany({ site: before.site });
    await maintain(engine);
    expect(await following()).toBeNull();
    expect(await followUps()).toEqual([]);
    expect(await eventsOf(engine, before, 'run.warning')).toMatchObject([{ code: 'NOTHING_FAILED' }]);
    expect(await count(AutomationRun)).toBe(2);
  });

  it('and is refused is not tried again: the run that it was to follow says why, and its items wait', async () => {
    const { site, before, followUps, following, count } = await siteToFollow({ credits: 5 });
    const other = await makeSite(database, { account: site.account });
    await makeKeywords(database, other, ['tea']);
    await startRun(engine, { site: other._id, trigger });
    await maintain(engine);
    await maintain(engine);
    expect(await following()).toBeNull();
    expect(await followUps()).toEqual([]);
    expect(await count(Cluster, { failure: null, retries: 1 })).toBe(1);
    expect(await eventsOf(engine, before, 'run.warning')).toEqual([
      {
        type: 'run.warning',
        code: 'INSUFFICIENT_CREDITS',
        message:
          'The follow-up run that retries failed items did not start: Need ~2 credits (2 with the 20% reserve), you have 0.4.',
      },
    ]);
  });

  it('and loses its credits to another as it starts says so, too', async () => {
    const { site, before, followUps, following } = await siteToFollow({ credits: 5 });
    const other = await makeSite(database, { account: site.account });
    await makeKeywords(database, other, ['tea']);
    const robbed = overtake(database, 'accounts', () => startRun(engine, { site: other._id, trigger }));
    await startFollowUps({ ...engine, database: robbed }, site._id);
    expect(await following()).toBeNull();
    expect(await followUps()).toEqual([]);
    expect(await eventsOf(engine, before, 'run.warning')).toMatchObject([{ code: 'INSUFFICIENT_CREDITS' }]);
  });

  it('does not keep the clock from its other work where it cannot be started', async () => {
    const { before, followUps } = await siteToFollow();
    await database
      .of(AutomationRun)
      .updateOne({ _id: before._id }, { $set: { 'followUps.0.items': 'not a list' } });
    await maintain(engine);
    expect(await followUps()).toHaveLength(1);
    await database.of(AutomationRun).updateOne({ _id: before._id }, { $set: { followUps: [] } });
  });
});
