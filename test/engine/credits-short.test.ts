import { describe, expect, it } from 'vitest';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { Cluster, ClusterStatus } from '../../schema/cluster.ts';
import { audit } from '../../server/credits/audit.ts';
import { topUp } from '../../server/credits/ledger.ts';
import { maintain, resumeForCredits } from '../../server/engine/maintenance.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { cancelRun, pauseRun, resumeRun } from '../../server/engine/steer-run.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { eventsOf, openToyApp, rowsOf, type Scene } from '../support/toy-app.ts';
import { overtake } from '../support/watched-writes.ts';

const app = await openToyApp();
const { engine, toys } = app;
const { database } = engine;

const stored = (run: AutomationRun) => database.of(AutomationRun).findOne({ _id: run._id });
const differences = async () => (await audit(database)).differences;
const addCredits = (scene: Pick<Scene, 'site'>, amount: number, key: string) =>
  topUp(database, { account: scene.site.account, amount, key });

/** Every echo costs so many credits, instead of the 2 that were estimated. */
function echoCosts(credits: number) {
  toys.echo.usage = () => [{ kind: 'clusters', count: credits / 2 }];
}

/** A run of one keyword (1 credit, holding 3.6 of 5) whose echo turns out to cost 10. */
async function shortRun() {
  const scene = await app.site(1, { credits: 5 });
  echoCosts(10);
  const run = await app.worked(await scene.start());
  return { ...scene, run };
}

describe('a batch that costs more than is held', () => {
  it('lets the run hold more, at least a twentieth of its estimate at a time, and is charged in full', async () => {
    const { start, account, charges } = await app.site(40, { credits: 200 });
    echoCosts(4);
    // Estimated: 8 + 80, so chunks of 5; held: 105.6; used: 8 + 160.
    const run = await app.worked(await start());
    expect(run).toMatchObject({ status: RunStatus.Completed, creditsUsed: 168_000 });
    const grown = (await eventsOf(engine, run, 'run.holdExtended')).map(({ amount }) => amount);
    expect(new Set(grown)).toEqual(new Set([5_000]));
    expect(105_600 + 5_000 * grown.length).toBeGreaterThanOrEqual(168_000);
    expect(105_600 + 5_000 * (grown.length - 2)).toBeLessThan(168_000);
    expect(await charges()).toHaveLength(42);
    expect(await account()).toEqual({ available: 32_000, held: 0, holds: [] });
    expect(await differences()).toEqual([]);
  });

  it('takes what is just missing where the account has no more', async () => {
    const { start, account } = await app.site(1, { credits: 11 });
    echoCosts(10);
    const run = await app.worked(await start());
    expect(run).toMatchObject({ status: RunStatus.Completed, creditsUsed: 11_000 });
    expect(await eventsOf(engine, run, 'run.holdExtended')).toMatchObject([{ amount: 7_400 }]);
    expect(await account()).toEqual({ available: 0, held: 0, holds: [] });
  });

  it('pauses the run for credits where the account has too few: nothing saved, nothing overdrawn', async () => {
    const { run, account, charges } = await shortRun();
    expect(run).toMatchObject({
      status: RunStatus.Paused,
      active: true,
      pause: {
        reason: 'credits',
        message:
          'The run needs 10 credits for its next step but holds 2.6. Add credits, and it can continue.',
        needed: 7_400,
      },
      creditsUsed: 1_000,
    });
    expect(await charges()).toEqual([1_000]);
    expect(await account()).toMatchObject({ available: 1_400, held: 3_600 });
    const messages = (await rowsOf(engine, run)).map(({ message }) => message);
    expect(messages.at(-1)).toBe(
      'Automation paused: The run needs 10 credits for its next step but holds 2.6. Add credits, and it can continue.',
    );
    expect(await differences()).toEqual([]);
  });

  it('pauses before it asks the AI where what the batch will cost is known not to be there', async () => {
    const { start } = await app.site(3, { credits: 8.4 });
    toys.echo.usage = () => [{ kind: 'clusters', count: 3 }];
    const run = await app.worked(await start());
    // 8.4 held; 1 for shouting, 6 for the first echo, 1.4 left: less than the 2 expected for the second.
    expect(run).toMatchObject({ status: RunStatus.Paused, creditsUsed: 7_000, pause: { needed: 600 } });
    expect(app.ai.calls.filter(({ purpose }) => purpose === 'echo')).toHaveLength(2);
  });
});

describe('several batches at once, with credits for one of them', () => {
  it('ask the AI for that one alone, and pause the run', async () => {
    const stages = { echo: { parallel: 4 } };
    // Estimated: 1 + 8, so 10.8 are held; shouting takes 9 of them, and the account has 1 more.
    const { start, charges } = await app.site(4, { credits: 11.8, stages });
    toys.shout.usage = () => [{ kind: 'keywords', count: 45 }];
    const run = await app.worked(await start());
    expect(await stored(run)).toMatchObject({
      status: RunStatus.Paused,
      pause: { reason: 'credits', needed: 1_200 },
      stages: { echo: { processed: 1 } },
    });
    // A batch asks twice.
    expect(app.ai.calls.filter(({ purpose }) => purpose === 'echo')).toHaveLength(2);
    expect(await charges()).toEqual([9_000, 2_000]);
    expect(await differences()).toEqual([]);
  });
});

describe('a run that is paused for credits', () => {
  it('is resumed by a top-up that suffices, and uses the answers that it has paid for', async () => {
    const { run, account, ...scene } = await shortRun();
    const asked = app.ai.calls.length;
    await addCredits(scene, 6_000, 'enough');
    await resumeForCredits(engine, scene.site.account);
    const done = await app.worked(run);
    expect(done).toMatchObject({ status: RunStatus.Completed, pause: null, creditsUsed: 11_000 });
    expect(app.ai.calls).toHaveLength(asked);
    expect(await account()).toEqual({ available: 0, held: 0, holds: [] });
    const messages = (await rowsOf(engine, run)).map(({ message }) => message);
    expect(messages).toContain('Automation resumed by the account: credits were added');
    expect(await differences()).toEqual([]);
  });

  it.each([
    [
      'resumed and paused',
      { status: RunStatus.Paused, pause: { reason: 'person' } },
      async ({ _id }: AutomationRun) => {
        await resumeRun(engine, _id, 'Ada');
        await pauseRun(engine, _id, 'Ada');
      },
    ],
    [
      'seen to fail',
      { status: RunStatus.Failed, active: false },
      async (run: AutomationRun) => {
        await resumeRun(engine, run._id, 'Ada');
        toys.echo.inWork = () => {
          throw new TypeError('a bug');
        };
        await app.worked(run);
      },
    ],
  ])('is left alone where it is %s at the very moment of the top-up', async (_, left, act) => {
    const { run, ...scene } = await shortRun();
    await addCredits(scene, 6_000, 'enough');
    const late = { ...engine, database: overtake(database, 'runs', () => act(run)) };
    expect(await resumeForCredits(late, scene.site.account)).toEqual([]);
    expect(await stored(run)).toMatchObject(left);
    expect(await differences()).toEqual([]);
  });

  it('stays paused after a top-up that does not suffice, or of another account', async () => {
    const { run, ...scene } = await shortRun();
    const other = await app.site(0);
    await addCredits(scene, 5_999, 'too little');
    await resumeForCredits(engine, scene.site.account);
    await addCredits(other, 100_000, 'elsewhere');
    await resumeForCredits(engine, other.site.account);
    expect(await stored(run)).toMatchObject({ status: RunStatus.Paused });
    await addCredits(scene, 1, 'the last one');
    await maintain(engine);
    expect(await stored(run)).toMatchObject({ status: RunStatus.Running });
    expect(await app.worked(run)).toMatchObject({ status: RunStatus.Completed });
  });

  it('is paused by a person, too, once: then a top-up leaves it paused', async () => {
    const { run, ...scene } = await shortRun();
    await pauseRun(engine, run._id, 'Ada');
    await addCredits(scene, 6_000, 'enough');
    expect(await resumeForCredits(engine, scene.site.account)).toEqual([]);
    await maintain(engine);
    const pause = { reason: 'person', by: 'Ada', needed: 0 };
    expect(await stored(run)).toMatchObject({ status: RunStatus.Paused, pause });
    await expect(pauseRun(engine, run._id, 'Ada')).rejects.toMatchObject({ code: 'TRANSITION_REFUSED' });
    await resumeRun(engine, run._id, 'Ada');
    expect(await app.worked(run)).toMatchObject({ status: RunStatus.Completed, creditsUsed: 11_000 });
  });

  it('and resumed by a person without credits pauses again, and loses nothing', async () => {
    const { run, charges } = await shortRun();
    await resumeRun(engine, run._id, 'Ada');
    expect(await app.worked(run)).toMatchObject({ status: RunStatus.Paused, pause: { needed: 7_400 } });
    expect(await charges()).toEqual([1_000]);
    expect(await differences()).toEqual([]);
  });

  it('can be cancelled: what it used is settled, the rest released', async () => {
    const { run, account } = await shortRun();
    await cancelRun(engine, run._id, 'Ada');
    expect(await account()).toEqual({ available: 4_000, held: 0, holds: [] });
    expect(await differences()).toEqual([]);
  });

  it('and that of a person at the same moment is the person’s', async () => {
    const scene = await app.site(1, { credits: 5 });
    echoCosts(10);
    const run = await scene.start();
    toys.echo.inWork = () => pauseRun(engine, run._id, 'Ada');
    await app.worked(run);
    await addCredits(scene, 100_000, 'plenty');
    await maintain(engine);
    expect(await stored(run)).toMatchObject({ status: RunStatus.Paused, pause: { reason: 'person' } });
  });

  it('goes first, of several, when it has waited longest', async () => {
    const first = await shortRun();
    app.clock.advance(1_000);
    toys.reset();
    const other = await makeSite(database, { account: first.site.account });
    await makeKeywords(database, other, ['tea']);
    await addCredits(first, 2_200, 'for a second run');
    const second = await startRun(engine, { site: other._id, trigger: first.run.trigger });
    echoCosts(10);
    await app.worked(second);
    await addCredits(first, 7_400, 'for one of them');
    await maintain(engine);
    expect(await stored(first.run)).toMatchObject({ status: RunStatus.Running });
    await app.worked(first.run);
    expect(await stored(first.run)).toMatchObject({ status: RunStatus.Completed });
    expect(await stored(second)).toMatchObject({ status: RunStatus.Paused });
    expect(await differences()).toEqual([]);
  });
});

describe('a stage that tells of what nobody can use', () => {
  it.each([-50, 1 / 3, Number.NaN])('such as %d clusters, is stopped, and costs nothing', async (count) => {
    const { start, account, site } = await app.site(1, { credits: 100 });
    toys.echo.usage = () => [{ kind: 'clusters', count }];
    const run = await app.worked(await start());
    expect(run).toMatchObject({
      status: RunStatus.Failed,
      error: { code: 'INVALID_USAGE' },
      creditsUsed: 1_000,
    });
    expect(await account()).toMatchObject({ available: 99_000, held: 0 });
    expect(await database.of(Cluster).countDocuments({ site: site._id, status: ClusterStatus.Mapped })).toBe(
      0,
    );
    expect(await differences()).toEqual([]);
    toys.reset();
  });
});
