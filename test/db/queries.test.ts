import { beforeAll, describe, expect, it } from 'vitest';
import { stages } from '../../plugins/index.ts';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { Site } from '../../schema/site.ts';
import { defaultTiming } from '../../server/engine/engine.ts';
import { loadStages } from '../../server/load-stages.ts';
import { openTestApp } from '../support/app.ts';
import { makeKeywords, makeSite, numbered } from '../support/factory.ts';
import { crowd, crowdOfRuns, crowdTerms, heldBackDrafts } from './crowd.ts';
import { goEveryWay, type Mood, moody } from './every-way.ts';
import { type ObservedQuery, observeQueries } from './observed-queries.ts';
import { paidFor } from './paid-way.ts';

/** Of each kind, half of them older and half younger than the items that wait. */
const finished = 20_000;
const disabled = 20_000;
/** More than the gate lists. */
const heldBack = 120;
/** More than the server merges the orders of. */
const sites = 250;
/** Characters: one index, of the many times that it may be named. */
const shownOfPlan = 60;

const mood: Mood = { now: 'willing' };
const outside = await loadStages(['./examples/stage-key-takeaways/index.js'], process.cwd());
const app = await openTestApp({
  stages: [...stages, ...outside],
  monitorCommands: true,
  // Every page is old at once, so that what is done about that is seen.
  parts: { providers: moody(mood), timing: { ...defaultTiming, pollMs: 50, freshMs: 0 } },
});

/**
 * Everything that the engine does is done once, on a site whose collections are full of items that concern no run,
 * and the database itself tells how it found what it was asked for. `galley audit` is left out: it reads all.
 */
describe('with 20,000 finished and 20,000 disabled items of every kind beside, a query of the engine', () => {
  let observed: ObservedQuery[];

  beforeAll(async () => {
    const { database } = app.engine;
    const site = await makeSite(database, { credits: 100_000 });
    const fill = async () => {
      await crowd(database, site, 'finished', finished / 2);
      await crowd(database, site, 'disabled', disabled / 2);
    };
    await fill();
    await crowd(database, await makeSite(database), 'waiting', 500);
    await makeKeywords(database, site, ['espresso machine', 'best espresso machine', 'cold brew coffee']);
    await makeKeywords(database, site, numbered(6));
    await heldBackDrafts(database, site, heldBack);
    await fill();
    await crowdOfRuns(database, 100);
    const { account } = site;
    const others = numbered(sites, 'Site of many').map((name) =>
      Object.assign(new Site(), { account, name }),
    );
    await database.of(Site).insertMany(others);
    const settings = { 'generate-ideas': { ideasPerCluster: 2 } };
    const config = { account, site: site._id, stages: settings };
    await database.of(AutomationConfig).insertOne(Object.assign(new AutomationConfig(), config));
    const observation = await observeQueries(database);
    await goEveryWay(app, site, mood);
    await paidFor(app, site);
    observed = await observation();
  }, 120_000);

  it('is one of those that were seen before, and none is missing', async () => {
    const shapes = new Set(observed.map(({ collection, shape }) => `${collection} ${shape}`));
    await expect(`${[...shapes].sort().join('\n')}\n`).toMatchFileSnapshot('./queries.txt');
  });

  it('is served by an index', () => {
    expect(told(observed.filter(({ plan }) => plan.includes('COLLSCAN')))).toEqual([]);
  });

  it('is not sorted in memory', () => {
    expect(told(observed.filter(({ isSortedInMemory }) => isSortedInMemory))).toEqual([]);
  });

  it('examines at most twice as many keys as it returns documents, besides one for each name it asks for', () => {
    const isWasteful = (query: ObservedQuery) => query.keysExamined > allowedKeys(query);
    expect(told(observed.filter(isWasteful))).toEqual([]);
  });
});

/**
 * Twice what was returned, and a look for each document asked for by name, there or not. One query is different by
 * nature: a cluster has a key for each of its terms, so one that shares several of those asked for is met as often.
 */
function allowedKeys({ collection, shape, returned, asked }: ObservedQuery): number {
  const isByTerms =
    collection === 'clusters' && shape.includes('{"terms":{"$in":"?"},"disabled":"?","site":"?"}');
  return Math.max(1, returned) * (isByTerms ? crowdTerms.length : 2) + asked;
}

/** `keywords ["query",{"site":"?"}] by IXSCAN { … }: 20,000 keys for 3` for each form once, the worst of it. */
function told(list: readonly ObservedQuery[]): string[] {
  const byForm = Map.groupBy(list, ({ collection, shape }) => `${collection} ${shape}`);
  return [...byForm].map(([form, all]) => {
    const [worst] = all.toSorted((a, b) => b.keysExamined - a.keysExamined);
    const { plan = '', keysExamined, returned, asked } = worst ?? {};
    return `${form} by ${plan.slice(0, shownOfPlan)}: ${keysExamined} keys for ${returned}, ${asked} asked for`;
  });
}
