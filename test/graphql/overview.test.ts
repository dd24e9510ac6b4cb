import { describe, expect, it } from 'vitest';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { CreditEntry, EntryKind } from '../../schema/credit-entry.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { changeSchedule } from '../../server/schedule/change-schedule.ts';
import { openTestApi } from '../support/api.ts';
import { makeAccount, makeKeywords, makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';

const app = await openTestApi();
const { engine } = app;
const { database } = engine;

const overview = `{ overview {
  active { id site { name } }
  failed { id error { message } site { name } }
  reviews { drafts site { name } }
  schedules { site { name } schedule { nextRunAt } }
} }`;

describe('the overview of an account', () => {
  it('tells what runs, what waits, what failed and what comes next on each of its sites, and on no other', async () => {
    const account = (await makeAccount(database))._id;
    const coffee = await makeSite(database, { account, name: 'Coffee' });
    const tea = await makeSite(database, { account, name: 'Tea' });
    const milk = await makeSite(database, { account, name: 'Milk' });
    const foreign = await makeSite(database);
    for (const site of [coffee, tea, foreign]) await makeKeywords(database, site, ['a keyword']);
    const start = (site: typeof coffee) => startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
    const [running, failed] = [await start(coffee), await start(tea), await start(foreign)];
    const error = { code: 'AI_REJECTED_KEY', message: 'The key is wrong.', stage: 'cluster-keywords' };
    await database
      .of(AutomationRun)
      .updateOne({ _id: failed._id }, { $set: { status: RunStatus.Failed, active: false, error } });
    for (const site of [tea, tea, foreign]) await pipelineOf(database, site).reviewable();
    await changeSchedule(engine, milk, { enabled: true, time: '09:00' });
    await changeSchedule(engine, coffee, { enabled: true, time: '02:00' });
    await changeSchedule(engine, foreign, { enabled: true, time: '03:00' });

    const { data } = await app.as(await app.person(account))(overview);
    expect(data.overview).toEqual({
      active: [{ id: `${running._id}`, site: { name: 'Coffee' } }],
      failed: [{ id: `${failed._id}`, error: { message: 'The key is wrong.' }, site: { name: 'Tea' } }],
      reviews: [{ drafts: 2, site: { name: 'Tea' } }],
      schedules: [
        { site: { name: 'Coffee' }, schedule: { nextRunAt: '2025-12-04T02:00:00.000Z' } },
        { site: { name: 'Milk' }, schedule: { nextRunAt: '2025-12-04T09:00:00.000Z' } },
      ],
    });
  });
});

describe('the failed runs of an overview', () => {
  it('are all of the week, and of each site the last of them where it has had no other run since', async () => {
    const account = (await makeAccount(database))._id;
    const [tea, milk] = [
      await makeSite(database, { account, name: 'Tea' }),
      await makeSite(database, { account, name: 'Milk' }),
    ];
    const ended = async (site: typeof tea, status: RunStatus) => {
      app.clock.advance(60_000);
      await makeKeywords(database, site, [`at ${engine.now().getTime()}`]);
      const { _id } = await startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
      await database.of(AutomationRun).updateOne({ _id }, { $set: { status, active: false } });
      return { id: `${_id}` };
    };
    const first = await ended(milk, RunStatus.Failed);
    const second = await ended(tea, RunStatus.Failed);
    const third = await ended(tea, RunStatus.Failed);
    await ended(milk, RunStatus.Completed);

    const { data } = await app.as(await app.person(account))(
      '{ overview { failed { id } lastFailed { id } } }',
    );
    expect(data.overview).toEqual({ failed: [third, second, first], lastFailed: [third] });
  });
});

describe('credits by day', () => {
  it('are what batches cost on each of so many days, as days begin in the zone', async () => {
    const site = await makeSite(database);
    const spend = (at: string, amount: number, kind = EntryKind.Charge) =>
      database.of(CreditEntry).insertOne(
        Object.assign(new CreditEntry(), {
          ...{ key: `${site._id} ${at}`, account: site.account, site: site._id, kind, amount },
          createdAt: new Date(at),
        }),
      );
    await spend('2025-11-30T12:00:00Z', -9_000);
    await spend('2025-12-01T23:30:00Z', -1_500);
    await spend('2025-12-02T01:00:00Z', -2_000);
    await spend('2025-12-03T09:00:00Z', -4_000);
    await spend('2025-12-03T10:00:00Z', -99_000, EntryKind.Settlement);
    const ask = app.as(await app.person(site.account));
    const days = async (zone: string) =>
      (await ask(`{ creditDays(days: 3, timeZone: "${zone}") { day used } }`)).data.creditDays;
    expect(await days('UTC')).toEqual([
      { day: '2025-12-01', used: 1.5 },
      { day: '2025-12-02', used: 2 },
      { day: '2025-12-03', used: 4 },
    ]);
    expect((await days('Europe/Berlin')).map(({ used }: { used: number }) => used)).toEqual([0, 3.5, 4]);
  });

  it.each([
    ['Europe/Berlin', '2025-10-26', 4],
    // Younger than the database of the tests.
    ['America/Coyhaique', '2025-10-25', 1],
    ['America/Coyhaique', '2025-10-26', 6],
  ])('are told in any zone, over a change of its clocks, too: %s on %s', async (zone, day, used) => {
    const site = await makeSite(database);
    for (const [at, amount] of [
      ['2025-10-26T00:30:00Z', -1_000],
      ['2025-10-26T22:30:00Z', -3_000],
      ['2025-10-26T23:30:00Z', -3_000],
    ] as const) {
      const entry = { key: `${site._id} ${at}`, account: site.account, site: site._id, amount };
      const made = { ...entry, kind: EntryKind.Charge, createdAt: new Date(at) };
      await database.of(CreditEntry).insertOne(Object.assign(new CreditEntry(), made));
    }
    const ask = app.as(await app.person(site.account));
    const { data } = await ask(`{ creditDays(days: 60, timeZone: "${zone}") { day used } }`);
    expect(data.creditDays).toContainEqual({ day, used });
  });
});
