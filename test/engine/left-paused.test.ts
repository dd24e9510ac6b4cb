import type { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { topUp } from '../../server/credits/ledger.ts';
import { seeToPaused } from '../../server/engine/left-paused.ts';
import { maintain } from '../../server/engine/maintenance.ts';
import { pauseRun, resumeRun } from '../../server/engine/steer-run.ts';
import { openToyApp, rowsOf } from '../support/toy-app.ts';
import { overtake } from '../support/watched-writes.ts';

const app = await openToyApp();
const { engine } = app;
const { database } = engine;

const messagesOf = async (run: AutomationRun) => (await rowsOf(engine, run)).map(({ message }) => message);

describe('a run that is left paused', () => {
  const days = (count: number) => count * 86_400_000;

  it.each([
    [null, 7],
    [2, 2],
  ])('is cancelled after its site’s days (%s set: %i), not before', async (pausedDays, expected) => {
    const { start, site, account } = await app.site(1, { credits: 10 });
    const change = pausedDays === null ? {} : { pausedDays };
    await database
      .of(AutomationConfig)
      .updateOne({ site: site._id }, { $set: { site: site._id, ...change } });
    const run = await start();
    await pauseRun(engine, run._id, 'Ada');
    app.clock.advance(days(expected) - 1);
    await maintain(engine);
    expect(await database.of(AutomationRun).findOne({ _id: run._id })).toMatchObject({ status: 'paused' });
    app.clock.advance(1);
    await maintain(engine);
    await maintain(engine);
    expect(await database.of(AutomationRun).findOne({ _id: run._id })).toMatchObject({ status: 'cancelled' });
    expect((await messagesOf(run)).slice(-1)).toEqual([
      `Automation cancelled by the clock, after ${expected} days of pause`,
    ]);
    expect(await account()).toEqual({ available: 10_000, held: 0, holds: [] });
  });

  it.each([
    ['resumed', 'running', async (_id: ObjectId) => resumeRun(engine, _id, 'Ada')],
    [
      'resumed, and paused anew,',
      'paused',
      async (_id: ObjectId) => {
        await resumeRun(engine, _id, 'Ada');
        await pauseRun(engine, _id, 'Ada');
      },
    ],
  ])('and %s at the very moment when its days are over is left %s', async (_, status, person) => {
    const { start } = await app.site(1);
    const run = await start();
    await pauseRun(engine, run._id, 'Ada');
    app.clock.advance(days(7));
    await seeToPaused({ ...engine, database: overtake(database, 'runs', () => person(run._id)) });
    expect(await database.of(AutomationRun).findOne({ _id: run._id })).toMatchObject({
      status,
      active: true,
    });
  });

  it('by a person is not resumed by a top-up', async () => {
    const { start, site } = await app.site(1);
    const run = await start();
    await pauseRun(engine, run._id, 'Ada');
    await topUp(database, { account: site.account, amount: 1_000_000, key: 'more' });
    await maintain(engine);
    expect(await database.of(AutomationRun).findOne({ _id: run._id })).toMatchObject({
      status: RunStatus.Paused,
      pause: { reason: 'person' },
    });
  });
});
