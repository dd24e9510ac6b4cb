import { describe, expect, it } from 'vitest';
import { RunTrigger } from '../../../schema/automation-run.ts';
import { topUp } from '../../../server/credits/ledger.ts';
import { startRun } from '../../../server/engine/start-run.ts';
import { cancelRun, pauseRun } from '../../../server/engine/steer-run.ts';
import { openTestApi } from '../../support/api.ts';
import { makeAccount, makeKeywords, makeSite, numbered } from '../../support/factory.ts';
import { openFollower } from '../../support/follow.ts';
import { makeToys } from '../../support/toy-stages.ts';

const toys = makeToys();
const app = await openTestApi({ stages: toys.stages });
const { engine } = app;
const { database } = engine;

interface Credits {
  readonly available: number;
  readonly held: number;
  readonly used: number;
}

/** A site with ten keywords, and its account's credits as another server tells of them, on which nobody works. */
async function scene() {
  const site = await makeSite(database, { credits: 100 });
  await makeKeywords(database, site, numbered(10));
  const server = await app.openAnother();
  const { client, follow } = openFollower(server.url, await app.program(site.account));
  const states = follow<Credits>(
    'subscription { creditsChanged { available held used } }',
    {},
    'creditsChanged',
  );
  /** The first state of which it holds. */
  const state = async (holds: (credits: Credits) => boolean) => {
    for (;;) {
      const { value, done } = await states.next();
      if (done || !value) throw new TypeError('it has ended');
      if (holds(value)) return value;
    }
  };
  const close = async () => {
    await client.dispose();
    await server.close();
  };
  const start = () => startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
  return { site, state, start, close };
}

describe('creditsChanged', () => {
  it('shows the credits at once, and as another process adds some', async () => {
    const { site, state, close } = await scene();
    expect(await state(() => true)).toEqual({ available: 100, held: 0, used: 0 });
    const strangers = await makeAccount(database);
    await topUp(database, { account: strangers._id, amount: 7_000, key: 'theirs' });
    await topUp(database, { account: site.account, amount: 500, key: 'more' });
    expect(await state(({ available }) => available !== 100)).toEqual({ available: 100.5, held: 0, used: 0 });
    await close();
  });

  it('shows what a run holds, what it uses of that batch by batch, and what it gives back', async () => {
    const { state, start, close } = await scene();
    await state(() => true);
    const run = await start();
    const held = await state((credits) => credits.held > 0);
    expect(held).toEqual({ available: 100 - held.held, held: held.held, used: 0 });
    // The second stage waits here: what the first has used stays to be seen.
    const { promise: isSeen, resolve: go } = Promise.withResolvers<void>();
    toys.echo.inWork = () => isSeen;
    app.startWorker();
    expect(await state(({ used }) => used > 0)).toEqual({ ...held, used: 2 });
    await pauseRun(engine, run._id, 'Ada');
    go();
    const { creditsUsed } = await app.settled(run._id, ({ lease }) => lease.owner === null);
    const used = creditsUsed / 1_000;
    expect(await state((credits) => credits.used === used)).toEqual({ ...held, used });
    const ended = await cancelRun(engine, run._id, 'Ada');
    expect(await state((credits) => credits.held === 0)).toEqual({
      available: 100 - ended.creditsUsed / 1_000,
      held: 0,
      used: 0,
    });
    await close();
  });
});
