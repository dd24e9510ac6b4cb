import { describe, expect, it } from 'vitest';
import { Activity } from '../../../schema/activity.ts';
import { RunStatus, RunTrigger } from '../../../schema/automation-run.ts';
import { defaultTiming } from '../../../server/engine/engine.ts';
import { startRun } from '../../../server/engine/start-run.ts';
import { openTestApi } from '../../support/api.ts';
import { makeKeywords, makeSite, numbered } from '../../support/factory.ts';
import { openFollower } from '../../support/follow.ts';
import { makeToys } from '../../support/toy-stages.ts';

const toys = makeToys();
// Phases are shown at once, so that they come in commits of their own between those of the batches.
const app = await openTestApi({
  stages: toys.stages,
  parts: { timing: { ...defaultTiming, pollMs: 50, flushMs: 1 } },
});
const { engine } = app;
const { database } = engine;

const query =
  'subscription ($runId: ObjectID!, $after: Int!) { activity(runId: $runId, after: $after) { seq } }';

async function scene(keywords: number) {
  const site = await makeSite(database);
  await makeKeywords(database, site, numbered(keywords));
  const headers = await app.program(site.account);
  const start = () => startRun(engine, { site: site._id, trigger: RunTrigger.Manual });
  return { site, headers, start };
}

/** The numbers of the rows, up to the last that the run has when it has ended. */
async function read(rows: AsyncIterable<{ seq: number }>, last: number | Promise<number>): Promise<number[]> {
  const seqs: number[] = [];
  for await (const { seq } of rows) {
    seqs.push(seq);
    if (seq === (await last)) break;
  }
  return seqs;
}

const upTo = (last: number, after = 0) => Array.from({ length: last - after }, (_, nth) => after + nth + 1);

describe('activity', () => {
  it('is every row once and in order for readers that come at any moment, on a server that does not work', async () => {
    const { site, headers, start } = await scene(30);
    const run = await start();
    const person = app.as(await app.person(site.account));
    const steer = (name: string) =>
      person(`mutation ($input: RunInput!) { ${name}(input: $input) { run { status } } }`, {
        input: { runId: run._id.toHexString() },
      });
    toys.echo.inWork = async ({ index }) => {
      if (index === 3) await steer('pauseRun');
    };
    const isResumed = app
      .settled(run._id, ({ status }) => status === RunStatus.Paused)
      .then(() => steer('resumeRun'));
    const other = await app.openAnother();
    const sockets = [app.api.url, other.url].map((url) => openFollower(url, headers));
    const ended = app.settled(run._id, ({ active }) => !active).then(({ seq }) => seq);
    const readings: { after: number; seqs: Promise<number[]> }[] = [];
    const join = (after: number) => {
      const socket = sockets[after % 2];
      if (!socket) throw new TypeError('there are two');
      const rows = socket.follow<{ seq: number }>(query, { runId: run._id, after }, 'activity');
      readings.push({ after, seqs: read(rows, ended) });
    };
    join(0);
    const worker = app.startWorker();
    const changes = database.of(Activity).watch([{ $match: { 'fullDocument.run': run._id } }]);
    void ended.then(() => changes.close());
    try {
      for await (const change of changes) {
        if (change.operationType === 'insert') join(change.fullDocument.seq - 1);
      }
    } catch {
      // Closed at the end of the run.
    }
    const last = await ended;
    for (const { after, seqs } of readings) expect(await seqs, `after ${after}`).toEqual(upTo(last, after));
    expect(readings.length).toBeGreaterThan(20);
    await isResumed;
    const types = await database.of(Activity).distinct('event.type', { run: run._id });
    expect(types).toEqual(expect.arrayContaining(['batch.phase', 'run.paused', 'run.resumed']));
    await worker.stop();
    for (const { client } of sockets) await client.dispose();
    await other.close();
  });

  it('of another account is not there', async () => {
    const { start } = await scene(1);
    const run = await start();
    const { headers } = await scene(1);
    const socket = openFollower(app.api.url, headers);
    const rows = socket.follow(query, { runId: run._id, after: 0 }, 'activity');
    await expect(rows.next()).rejects.toThrow(`There is no run "${run._id}"`);
    await socket.client.dispose();
  });
});

describe('runChanged', () => {
  it('shows the run as it is, some of what it goes through, and its end for certain', async () => {
    const { headers, start, site } = await scene(40);
    const run = await start();
    const socket = openFollower(app.api.url, headers);
    const states = socket.follow<{ status: string; seq: number }>(
      'subscription ($siteId: ObjectID!) { runChanged(siteId: $siteId) { status seq } }',
      { siteId: site._id },
      'runChanged',
    );
    const startedAt = performance.now();
    const seen = [(await states.next()).value];
    app.startWorker();
    const { seq: last } = await app.settled(run._id, ({ active }) => !active);
    for await (const state of states) {
      seen.push(state);
      if (state.status !== 'RUNNING') break;
    }
    expect(seen.at(0)).toMatchObject({ status: 'RUNNING', seq: 2 });
    expect(seen.at(-1)).toEqual({ status: 'COMPLETED', seq: last });
    // Slowness leaves room for more of them, never for fewer.
    const intervals = (performance.now() - startedAt) / 100;
    expect(seen.length).toBeLessThanOrEqual(Math.ceil(intervals) + 1);
    expect(last).toBeGreaterThan(50);
    await socket.client.dispose();
  });
});
