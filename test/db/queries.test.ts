import type { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Idea } from '../../schema/idea.ts';
import type { Site } from '../../schema/site.ts';
import { offlineProviders } from '../../server/ai/offline-provider.ts';
import type { Providers } from '../../server/ai/provider.ts';
import { maintain, resumeForCredits } from '../../server/engine/maintenance.ts';
import type { Choice } from '../../server/engine/plan.ts';
import { retryFailed } from '../../server/engine/retry-failed.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { cancelRun, pauseRun, resumeRun } from '../../server/engine/steer-run.ts';
import { errors } from '../../server/errors.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { makeKeywords, makeSite, numbered } from '../support/factory.ts';
import { crowd, crowdOfRuns, crowdTerms } from './crowd.ts';
import { type ObservedQuery, observeQueries } from './observed-queries.ts';

/** Of each kind, half of them older and half younger than the items that wait. */
const finished = 20_000;
const disabled = 20_000;
/** Characters: one index, of the many times that it may be named. */
const shownOfPlan = 60;
const dayMs = 86_400_000;

/**
 * Everything that the engine does is done once, on a site whose collections are full of items that concern no run,
 * and the database itself tells how it found what it was asked for. `galley audit` is left out: it reads all.
 */
describe('with 20,000 finished and 20,000 disabled items of every kind beside, a query of the engine', () => {
  let app: TestApp;
  let site: Site;
  let observed: ObservedQuery[];
  /** What the AI does next: answer, refuse a picture, or reject the key. */
  let mood: 'willing' | 'refusing' | 'rejecting' = 'willing';

  beforeAll(async () => {
    app = await openTestApp({ monitorCommands: true, parts: { providers: moody(() => mood) } });
    const { database } = app.engine;
    site = await makeSite(database, { credits: 100_000 });
    const fill = async () => {
      await crowd(database, site, 'finished', finished / 2);
      await crowd(database, site, 'disabled', disabled / 2);
    };
    await fill();
    await crowd(database, await makeSite(database), 'waiting', 500);
    await makeKeywords(database, site, ['espresso machine', 'best espresso machine', 'cold brew coffee']);
    await makeKeywords(database, site, numbered(6));
    await fill();
    await crowdOfRuns(database, 100);
    const stages = { 'generate-ideas': { ideasPerCluster: 2 } };
    const config = { account: site.account, site: site._id, stages };
    await database.of(AutomationConfig).insertOne(Object.assign(new AutomationConfig(), config));
    const observation = await observeQueries(database);
    await everyWayToRun();
    observed = await observation();
  }, 120_000);

  it('was seen in each collection, in every form', () => {
    const shapes = new Set(observed.map(({ collection, shape }) => `${collection} ${shape}`));
    expect(shapes.size).toBeGreaterThan(80);
    const collections = ['accounts', 'ai_calls', 'automation_configs', 'runs', 'sites'];
    expect(new Set(observed.map(({ collection }) => collection))).toEqual(
      new Set([...collections, ...app.engine.database.itemCollections, 'activities']),
    );
  });

  it('is served by an index', () => {
    expect(told(observed.filter(({ plan }) => plan.includes('COLLSCAN')))).toEqual([]);
  });

  it('is not sorted in memory', () => {
    expect(told(observed.filter(({ isSortedInMemory }) => isSortedInMemory))).toEqual([]);
  });

  it('examines at most twice as many keys as it returns documents, or was asked for by name', () => {
    const isWasteful = (query: ObservedQuery) => query.keysExamined > allowedKeys(query);
    expect(told(observed.filter(isWasteful))).toEqual([]);
  });

  /** Runs through to review, with a refused picture, a rejected key, a retry, and all that a person or the clock does. */
  async function everyWayToRun(): Promise<void> {
    const { engine } = app;
    const worker = app.startWorker();
    mood = 'refusing';
    await ended((await start())._id);
    mood = 'rejecting';
    const retried = await retryFailed(engine, { site: site._id, stage: 'generate-images' });
    await ended(retried.run._id);
    mood = 'willing';
    await resumeRun(engine, retried.run._id, 'Ada');
    await ended(retried.run._id);
    await worker.stop();

    await addIdeas();
    const run = await start({ from: 'queue-tasks' });
    await pauseRun(engine, run._id, 'Ada');
    await resumeRun(engine, run._id, 'Ada');
    await retryFailed(engine, { site: site._id, stage: 'generate-images' });
    await retryFailed(engine, { site: site._id, stage: 'cluster-keywords' });
    await cancelRun(engine, run._id, 'Ada');
    // Starts the run that follows for the sake of the second retry.
    await maintain(engine);
    const runs = engine.database.of(AutomationRun);
    const change = { $set: { creditsLeft: 0 } };
    const following = await runs.findOneAndUpdate({ site: site._id, active: true }, change);
    const another = app.startWorker();
    if (following) await ended(following._id);
    const items = await addIdeas();
    const chosen = await start({ from: 'queue-tasks', to: 'queue-tasks', items });
    await ended(chosen._id);
    await another.stop();

    await addIdeas();
    const poor = await start({ from: 'queue-tasks' });
    await pauseForCredits(poor._id);
    await resumeForCredits(engine, site.account);
    await pauseForCredits(poor._id);
    await maintain(engine);
    await pauseRun(engine, poor._id, 'Ada');
    app.clock.advance(8 * dayMs);
    await maintain(engine);
  }

  function start(choice: Choice = {}): Promise<AutomationRun> {
    return startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual, ...choice });
  }

  async function ended(run: ObjectId): Promise<void> {
    await app.settled(run, ({ active, lease }) => !active && lease.owner === null);
  }

  async function addIdeas(): Promise<ObjectId[]> {
    const { account, _id } = site;
    const ideas = numbered(3, `Idea of ${app.clock.now().toISOString()}`).map((title) =>
      Object.assign(new Idea(), { account, site: _id, cluster: _id, title, brief: 'Brief.' }),
    );
    await app.engine.database.of(Idea).insertMany(ideas);
    return ideas.map((idea) => idea._id);
  }

  async function pauseForCredits(run: ObjectId): Promise<void> {
    const pause = { reason: 'credits', by: null, message: 'Short', at: app.clock.now(), needed: 1 } as const;
    await app.engine.database
      .of(AutomationRun)
      .updateOne({ _id: run }, { $set: { status: RunStatus.Paused, pause } });
  }
});

/**
 * Twice what was returned or asked for. One query is different by nature: a cluster has a key for each of its
 * terms, so looking clusters up by many terms meets one that shares several of them as often.
 */
function allowedKeys({ collection, shape, returned, asked }: ObservedQuery): number {
  const isByTerms = collection === 'clusters' && shape.includes('"terms":{"$in"');
  if (isByTerms) return Math.max(1, returned) * Math.max(crowdTerms.length, asked);
  return 2 * Math.max(1, returned, asked);
}

/** `keywords ["query",{"site":"?"}] by IXSCAN { … }: 20,000 keys for 3` for each form once, the worst of it. */
function told(list: readonly ObservedQuery[]): string[] {
  const byForm = Map.groupBy(list, ({ collection, shape }) => `${collection} ${shape}`);
  return [...byForm].map(([form, all]) => {
    const [worst] = all.toSorted((a, b) => b.keysExamined - a.keysExamined);
    return `${form} by ${worst?.plan.slice(0, shownOfPlan)}: ${worst?.keysExamined} keys for ${worst?.returned}`;
  });
}

/** The offline AI in a mood: pictures are one byte, the second one of a run may be refused, the key rejected. */
function moody(mood: () => 'willing' | 'refusing' | 'rejecting'): Providers {
  let painted = 0;
  return {
    ...offlineProviders,
    image: {
      ...offlineProviders.image,
      async paint({ purpose }) {
        painted += 1;
        if (mood() === 'refusing' && painted === 2) throw errors.aiRefused({ purpose, reason: 'too dull' });
        if (mood() === 'rejecting') throw errors.aiRejectedKey({ provider: 'offline' });
        const picture = { bytes: new Uint8Array(1), mediaType: 'image/png', width: 1, height: 1 };
        return { picture, costUsd: 0 };
      },
    },
  };
}
