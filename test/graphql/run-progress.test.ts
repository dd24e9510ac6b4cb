import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { AutomationRun } from '../../schema/automation-run.ts';
import { errors as catalogue } from '../../server/errors.ts';
import { type Answer, openTestApi } from '../support/api.ts';
import { makeBarrier } from '../support/barrier.ts';
import { makeKeywords, makeSite, numbered } from '../support/factory.ts';
import { scriptAi } from '../support/scripted-ai.ts';
import { makeToys } from '../support/toy-stages.ts';

const toys = makeToys();
const ai = scriptAi();
const app = await openTestApi({
  stages: toys.stages,
  parts: { providers: ai.providers, retry: { tries: 2, baseMs: 60_000, maxMs: 60_000 } },
});
const { database } = app.engine;

const currentRun = `query ($siteId: ObjectID!) {
  currentRun(siteId: $siteId) {
    id status percent elapsedSeconds creditsUsed estimatedCredits itemIds currentStage
    site { name }
    timeLeft { seconds lowSeconds highSeconds }
    waitingFor { reason message retryInSeconds needed by }
    recentActivity { seq message }
    stages {
      key number title kind status total processed failed remaining batches percent creditsUsed estimatedCredits expectedCredits
      elapsedSeconds timeLeft { seconds } counters { name value } ids { name value }
      batch { index count first last label phase message percent elapsedSeconds }
    }
  }
  queues(siteId: $siteId) { key number total pending }
}`;

async function started(phrases: number, credits?: number) {
  toys.reset();
  ai.reset();
  const site = await makeSite(database, credits === undefined ? {} : { credits });
  await makeKeywords(database, site, numbered(phrases));
  const siteId = site._id.toHexString();
  const ask = app.as(await app.person(site.account));
  const { data } = await ask(`mutation ($input: StartRunInput!) { startRun(input: $input) { run { id } } }`, {
    input: { siteId, idempotencyKey: 'first' },
  });
  const look = async () => {
    const answer = await ask(currentRun, { siteId });
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };
  const steer = (name: string) =>
    ask(`mutation ($input: RunInput!) { ${name}(input: $input) { run { status } } }`, {
      input: { runId: data.startRun.run.id },
    });
  /** Looks again and again until that shows, or the test's time is over. */
  const lookUntil = async (isSo: (answer: Answer['data']) => boolean) => {
    let answer = await look();
    while (!isSo(answer)) answer = await look();
    return answer;
  };
  return { site, ask, look, lookUntil, steer, runId: data.startRun.run.id };
}

describe('the current run', () => {
  it('waits for a worker at first, all of its work ahead', async () => {
    const { site, look, steer } = await started(40);
    const { currentRun: run, queues } = await look();
    expect(run).toMatchObject({
      status: 'RUNNING',
      percent: 0,
      site: { name: site.name },
      waitingFor: { reason: 'WORKER', retryInSeconds: null },
      itemIds: null,
      recentActivity: [{ seq: 1 }, { seq: 2 }],
    });
    expect(run.stages).toMatchObject([
      { key: 'shout', number: 1, title: 'Keywords → Shouts', kind: 'AI', status: 'WAITING', percent: null },
      { key: 'echo', number: 2, status: 'WAITING', total: 0, batch: null, elapsedSeconds: null },
      { key: 'listen', number: 3, kind: 'GATE', timeLeft: null },
    ]);
    expect(queues).toEqual([
      { key: 'shout', number: 1, total: 40, pending: 40 },
      { key: 'echo', number: 2, total: 0, pending: 0 },
      { key: 'listen', number: 3, total: 0, pending: 0 },
    ]);
    await steer('cancelRun');
  });

  it('is the active one, however old, else the latest; and lists what its stages do', async () => {
    const { site, ask, look, lookUntil, steer, runId } = await started(2);
    toys.echo.inWork = () => {
      throw catalogue.aiRejectedKey({ provider: 'scripted' });
    };
    const worker = app.startWorker();
    await lookUntil(({ currentRun: run }) => run.status === 'FAILED');
    toys.reset();
    app.clock.advance(60_000);
    const input = { siteId: site._id.toHexString(), idempotencyKey: 'second' };
    await ask('mutation ($input: StartRunInput!) { startRun(input: $input) { run { id } } }', { input });
    const { currentRun: latest } = await lookUntil(({ currentRun: run }) => run.status === 'COMPLETED');
    expect(latest.id).not.toBe(runId);
    await worker.stop();
    await steer('resumeRun');
    const ids = { 'stages.listen.ids': { contentIds: ['b', 'a'] } };
    await database.of(AutomationRun).updateOne({ _id: new ObjectId(String(runId)) }, { $set: ids });
    const { currentRun: active } = await look();
    expect(active).toMatchObject({ id: runId, status: 'RUNNING' });
    expect(active.stages[2].ids).toEqual([{ name: 'contentIds', value: ['b', 'a'] }]);
    await steer('cancelRun');
  });

  it('tells the batch at work, its item and how far it is, and the queues by its own counters', async () => {
    const { lookUntil } = await started(40);
    const barrier = makeBarrier();
    toys.shout.inWork = async (batch, { progress }) => {
      if (batch.index === 1) return app.clock.advance(20_000);
      progress('Shouting', 50);
      await barrier.pass();
    };
    const worker = app.startWorker();
    await barrier.reached();
    app.clock.advance(5_000);
    // What was noted is shown within a quarter of a second.
    const { currentRun: run, queues } = await lookUntil(
      ({ currentRun }) => currentRun.stages[0].batch?.percent === 50,
    );
    expect(run.stages[0]).toMatchObject({
      status: 'RUNNING',
      total: 40,
      processed: 20,
      remaining: 20,
      batches: 1,
      percent: 50,
      creditsUsed: 4,
      estimatedCredits: 8,
      elapsedSeconds: 25,
      counters: [
        { name: 'keywordsProcessed', value: 20 },
        { name: 'clustersCreated', value: 20 },
        { name: 'batches', value: 1 },
      ],
      batch: {
        index: 2,
        count: 2,
        first: 21,
        last: 40,
        label: 'coffee grinder 21',
        phase: 'AI_CALL',
        message: 'Shouting',
        percent: 50,
        elapsedSeconds: 5,
      },
    });
    expect(run.waitingFor).toBeNull();
    expect(run.percent).toBeGreaterThan(0);
    expect(run.timeLeft.lowSeconds).toBeLessThanOrEqual(run.timeLeft.seconds);
    expect(run.timeLeft.highSeconds).toBeGreaterThanOrEqual(run.timeLeft.seconds);
    expect(queues).toMatchObject([
      { key: 'shout', total: 40, pending: 20 },
      { key: 'echo', total: 20, pending: 20 },
      { key: 'listen', total: 0 },
    ]);
    barrier.open();
    await worker.stop();
  });

  it('waits for the end of a rate limit, and says for how long', async () => {
    const { lookUntil, steer } = await started(1);
    const limit = { provider: 'scripted', reason: 'too many requests', retryAfterMs: 90_000 };
    const asked = makeBarrier();
    ai.answer = () => {
      void asked.pass();
      throw catalogue.aiUnavailable(limit);
    };
    const worker = app.startWorker();
    await asked.reached();
    const { currentRun: run } = await lookUntil(({ currentRun }) => currentRun.waitingFor !== null);
    expect(run.waitingFor).toMatchObject({
      reason: 'RATE_LIMIT',
      message: expect.stringContaining('too many requests'),
      retryInSeconds: 90,
    });
    await steer('cancelRun');
    // It waits for the limit, whatever was said meanwhile.
    await worker.stop(0);
  });

  it('says who paused it, and tells no more of a batch', async () => {
    const { look, steer } = await started(1);
    await steer('pauseRun');
    const { currentRun: run } = await look();
    expect(run).toMatchObject({
      status: 'PAUSED',
      waitingFor: { reason: 'PERSON', by: expect.stringContaining('Person '), needed: null },
    });
    expect(run.timeLeft).not.toBeNull();
  });

  it('waits for credits, and says how many', async () => {
    const { look, runId } = await started(5, 14);
    toys.shout.usage = () => [{ kind: 'clusters', count: 7 }];
    const worker = app.startWorker();
    await app.settled(new ObjectId(runId));
    const { currentRun: run } = await look();
    expect(run.waitingFor).toMatchObject({ reason: 'CREDITS', needed: expect.any(Number), by: null });
    expect(run.waitingFor.needed).toBeGreaterThan(0);
    await worker.stop();
  });

  it('has all done when it has completed, and nothing left', async () => {
    const { look, runId } = await started(2);
    const worker = app.startWorker();
    await app.settled(new ObjectId(runId));
    await worker.stop();
    const { currentRun: run, queues } = await look();
    expect(run).toMatchObject({ status: 'COMPLETED', percent: 100, timeLeft: null, waitingFor: null });
    expect(run.stages.map(({ percent }: { percent: number | null }) => percent)).toEqual([100, 100, null]);
    expect(run.recentActivity.at(-1).message).toMatch(/^Automation complete/);
    // What has come to the gate waits there for a person.
    expect(queues).toMatchObject([{ total: 0 }, { total: 0 }, { total: 2, pending: 2 }]);
  });

  it('tells what has failed beside what is done', async () => {
    const { look, runId } = await started(3);
    ai.answer = ({ purpose, input }) => {
      if (/grinder 2/.test(JSON.stringify(input))) throw catalogue.aiRefused({ purpose, reason: 'rude' });
    };
    const worker = app.startWorker();
    await app.settled(new ObjectId(runId));
    await worker.stop();
    const { currentRun: run } = await look();
    expect(run.stages).toMatchObject([
      { status: 'COMPLETED', total: 3, processed: 2, failed: 1, remaining: 0 },
      { status: 'COMPLETED', total: 2, processed: 2, failed: 0, remaining: 0 },
      { status: 'COMPLETED', total: 2 },
    ]);
  });

  it('shows no more than the last 50 rows of its history', async () => {
    const { look, runId } = await started(12);
    const worker = app.startWorker();
    const { seq } = await app.settled(new ObjectId(runId));
    await worker.stop();
    const { currentRun: run } = await look();
    const seqs = run.recentActivity.map((row: { seq: number }) => row.seq);
    expect(seqs).toEqual(Array.from({ length: 50 }, (_, index) => seq - 49 + index));
  });
});
