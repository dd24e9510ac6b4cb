import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { AutomationSchedule } from '../../schema/automation-schedule.ts';
import { Occurrence, Outcome } from '../../schema/occurrence.ts';
import type { Site } from '../../schema/site.ts';
import { dayMs, hourMs } from '../../server/durations.ts';
import { cleanUp } from '../../server/engine/clean-up.ts';
import { errors } from '../../server/errors.ts';
import { AccountDocuments } from '../../server/graphql/documents.ts';
import { pageOf } from '../../server/graphql/page.ts';
import { changeSchedule } from '../../server/schedule/change-schedule.ts';
import { type ObservedQuery, observeQueries } from '../db/observed-queries.ts';
import { openTestApp } from '../support/app.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { look } from '../support/scheduled-site.ts';
import { makeToys } from '../support/toy-stages.ts';

const toys = makeToys();
const app = await openTestApp({ stages: toys.stages, monitorCommands: true });
const { engine } = app;
const { database } = engine;
const later = (ms: number) => new Date(engine.now().getTime() + ms);
const crowd = 1_000;

/** Of other sites, and of this one's past: nothing of it is to be found. */
async function fill({ account, _id: site }: Site): Promise<void> {
  const many = <T>(make: (nth: number) => T) => Array.from({ length: crowd }, (_, nth) => make(nth));
  const schedule = Object.assign(new AutomationSchedule(), { enabled: true, nextRunAt: later(30 * dayMs) });
  const configs = many(() =>
    Object.assign(new AutomationConfig(), { account, site: new ObjectId(), schedule }),
  );
  await database.of(AutomationConfig).insertMany(configs);
  const past = many((nth) =>
    Object.assign(new Occurrence(), { account, site, dueAt: later(-nth * hourMs), outcome: Outcome.Refused }),
  );
  await database.of(Occurrence).insertMany(past);
  const old = many((nth) =>
    Object.assign(new AutomationRun(), {
      account,
      site: new ObjectId(),
      runId: `run_${nth}`,
      status: RunStatus.Completed,
      active: false,
      startedAt: later(-200 * dayMs),
      trimmedAt: later(-100 * dayMs),
    }),
  );
  await database.of(AutomationRun).insertMany(old);
}

describe('with thousands of schedules, times and runs beside, a query of the schedules or the clean-up', () => {
  let observed: ObservedQuery[];

  beforeAll(async () => {
    const site = await makeSite(database);
    await makeKeywords(database, site, ['espresso']);
    await fill(site);
    const time = later(hourMs).toISOString().slice(11, 16);
    await changeSchedule(engine, site, { enabled: true, time });
    const observation = await observeQueries(database);
    // Missed, started, waiting, failed, seen to have failed, changed, cleaned up, listed.
    toys.shout.inWork = () => {
      throw errors.aiRejectedKey({ provider: 'scripted' });
    };
    app.clock.advance(3 * dayMs + 2 * hourMs);
    await look(engine);
    app.clock.advance(22 * hourMs);
    await look(engine);
    await changeSchedule(engine, site, { time: '02:00' });
    const worker = app.startWorker();
    const run = await database.of(AutomationRun).findOne({ site: site._id });
    if (run) await app.settled(run._id, ({ active, lease }) => !active && lease.owner === null);
    await worker.stop();
    await look(engine);
    app.clock.advance(91 * dayMs);
    expect(await cleanUp(engine)).toMatchObject({ runs: 1 });
    const documents = new AccountDocuments(database, site.account).of(Occurrence);
    const sort = { field: 'dueAt', direction: -1 } as const;
    const page = await pageOf(documents, { site: site._id }, sort, { first: 5, offset: 0 });
    const after = page.pageInfo.endCursor ?? undefined;
    await pageOf(documents, { site: site._id }, sort, { first: 5, offset: 0, after });
    const ours = ['occurrences', 'automation_configs', 'runs', 'activities'];
    observed = (await observation()).filter(({ collection }) => ours.includes(collection));
  });

  it('was seen in each of its forms', () => {
    const forms = new Set(observed.map(({ collection, shape }) => `${collection} ${shape}`));
    expect([...forms].filter((form) => form.startsWith('occurrences')).length).toBeGreaterThan(7);
    expect([...forms].filter((form) => form.includes('schedule.nextRunAt')).length).toBeGreaterThan(1);
    expect([...forms].filter((form) => form.includes('trimmedAt')).length).toBeGreaterThan(1);
  });

  it('is served by an index, in its order', () => {
    expect(observed.filter(({ plan }) => plan.includes('COLLSCAN'))).toEqual([]);
    expect(observed.filter(({ isSortedInMemory }) => isSortedInMemory)).toEqual([]);
  });

  it('examines few keys besides those of what it finds', () => {
    const isWasteful = ({ keysExamined, returned, asked }: ObservedQuery) =>
      keysExamined > 2 * Math.max(1, returned) + asked + 2;
    expect(observed.filter(isWasteful)).toEqual([]);
  });
});
