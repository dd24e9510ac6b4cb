import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Activity } from '../../schema/activity.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { defaultTiming, type Engine } from '../../server/engine/engine.ts';
import { retryFailed } from '../../server/engine/retry-failed.ts';
import { runLogFolder } from '../../server/engine/run-log/folders.ts';
import { lastLines, renderRunLog } from '../../server/engine/run-log/render.ts';
import { cancelRun, pauseRun, resumeRun } from '../../server/engine/steer-run.ts';
import { Worker } from '../../server/engine/worker.ts';
import { errors } from '../../server/errors.ts';
import { makeBarrier } from '../support/barrier.ts';
import { makeKeywords } from '../support/factory.ts';
import { eventsOf, openToyApp, rowsOf } from '../support/toy-app.ts';

// Phases are shown at once, so that they come in commits of their own between those of the batches.
const app = await openToyApp({ timing: { ...defaultTiming, pollMs: 50, flushMs: 1, stopMs: 0 } });
const { engine, toys, ai } = app;
const { database } = engine;
const activities = database.of(Activity);
const seqsOf = (rows: readonly Activity[]) => rows.map(({ seq }) => seq);
const from = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, nth) => first + nth);

async function rowsAfter(run: AutomationRun, seq: number): Promise<Activity[]> {
  return activities.find({ run: run._id, seq: { $gt: seq } }, { sort: { seq: 1 } }).toArray();
}

/** The log files of the run below the folder, by name. */
async function filesOf(run: AutomationRun, root = engine.logFolder): Promise<Map<string, string>> {
  const [account, site] = [run.account.toHexString(), run.site.toHexString()];
  const folder = runLogFolder(root, { account, site, runId: run.runId });
  const names = (await readdir(folder)).filter((name) => name.endsWith('.log')).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await text(join(folder, name))] as const)),
  );
}
const text = (path: string) => readFile(path, 'utf8');

async function expectWholeFiles(run: AutomationRun, root?: string) {
  const rendered = renderRunLog(await rowsOf(engine, run));
  const files = await filesOf(run, root);
  expect([...files.keys()]).toEqual([...rendered.keys()].sort());
  for (const [name, content] of files) expect(content).toBe(rendered.get(name));
}

/** A run with failed items put back into it, phases, four batches at once, a pause and a resume. */
async function eventfulRun() {
  const { start, site } = await app.site(['bad', 'good'], {
    stages: { shout: { batchSize: 2, parallel: 4 }, echo: { parallel: 4 } },
  });
  ai.answer = ({ purpose, input }) => {
    if (purpose === 'echo' && JSON.stringify(input).includes('BAD')) {
      throw errors.aiRefused({ purpose, reason: 'rude' });
    }
  };
  await app.worked(await start());
  ai.reset();
  await makeKeywords(
    database,
    site,
    Array.from({ length: 15 }, (_, nth) => `word ${nth}`),
  );
  const run = await start();
  toys.shout.inWork = async ({ index }, context) => {
    for (const percent of [25, 50, 75]) {
      context.progress(`Shouting part ${percent}`, percent);
      await engine.database.db.command({ ping: 1 });
    }
    if (index === 2) await retryFailed(engine, { site: site._id, stage: 'echo' });
  };
  toys.echo.inWork = async ({ index }) => {
    if (index !== 3) return;
    await pauseRun(engine, run._id, 'Ada');
    await resumeRun(engine, run._id, 'Grace');
  };
  return run;
}
const hasEnded = ({ active }: AutomationRun) => !active;

describe("a run's activity", () => {
  it('is read whole and once by a reader that resumes it anywhere, at any moment of the run', async () => {
    const run = await eventfulRun();
    const ofRun = [{ $match: { operationType: 'insert', 'fullDocument.run': run._id } }];
    const changes = activities.watch(ofRun, { maxAwaitTimeMS: 20 });
    await changes.tryNext();
    const working = app.worked(run, hasEnded);
    const live: Activity[] = [];
    // A reader resumes after each number as soon as it is live: it replays what is stored, then goes on live.
    const resumed = [{ after: 0, replayed: await rowsAfter(run, 0) }];
    while (live.at(-1)?.event.type !== 'run.completed') {
      const change = await changes.next();
      if (change.operationType !== 'insert') continue;
      live.push(change.fullDocument);
      const after = change.fullDocument.seq;
      resumed.push({ after, replayed: await rowsAfter(run, after) });
    }
    await changes.close();
    const { seq: last } = await working;

    expect(seqsOf(live)).toEqual(from(3, last));
    expect(resumed).toHaveLength(last - 1);
    for (const { after, replayed } of resumed) {
      const shown = replayed.at(-1)?.seq ?? after;
      const read = [...seqsOf(replayed), ...seqsOf(live).filter((seq) => seq > shown)];
      expect(read).toEqual(from(after + 1, last));
    }
    const types = new Set(live.map(({ event }) => event.type));
    for (const type of [
      'batch.phase',
      'batch.completed',
      'run.paused',
      'run.resumed',
      'stage.itemsRetried',
    ]) {
      expect(types).toContain(type);
    }
  });

  it('is numbered without gaps up to the number that the run knows, and can be replayed after each', async () => {
    const run = await app.worked(await eventfulRun(), hasEnded);
    for (const after of from(0, run.seq)) {
      expect(seqsOf(await rowsAfter(run, after))).toEqual(from(after + 1, run.seq));
    }
  });

  it('names stage and number for all that happens in one, and none for the rest', async () => {
    const run = await app.worked(await eventfulRun(), hasEnded);
    for (const { event, stage, stageNumber } of await rowsOf(engine, run)) {
      if (event.type.startsWith('run.')) expect([stage, stageNumber]).toEqual([null, null]);
      else expect(stageNumber).toBe(run.stages[stage ?? '']?.number);
    }
  });

  it('ends with the lines that were asked for', async () => {
    const run = await app.worked(await eventfulRun(), hasEnded);
    const rows = await rowsOf(engine, run);
    const lines = lastLines(rows, 3);
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toBe('14:05:23 - Automation complete. 17 content pieces ready for review');
    expect(lastLines(rows, 0)).toEqual([]);
    const all = lastLines(rows, 100_000);
    expect(lastLines(rows, 50)).toEqual(all.slice(-50));
    expect(all.at(0)).toBe('14:05:23 - Automation started (trigger: manual)');
    expect(lastLines((await filesOf(run)).get('automation_run.log') ?? '', 50)).toEqual(all.slice(-50));
  });
});

describe('the log files of a run', () => {
  it('are, once it has completed, what the database renders', async () => {
    const run = await app.worked(await eventfulRun(), hasEnded);
    await expectWholeFiles(run);
    expect([...(await filesOf(run)).keys()]).toEqual([
      'automation_run.log',
      'stage_1.log',
      'stage_2.log',
      'stage_3.log',
    ]);
  });

  it('are whole when it failed, is paused, or was cancelled while nobody worked on it', async () => {
    const { start } = await app.site(2);
    toys.echo.inWork = () => {
      throw errors.aiRejectedKey({ provider: 'scripted' });
    };
    const run = await app.worked(await start());
    expect(run.status).toBe(RunStatus.Failed);
    await expectWholeFiles(run);
    await resumeRun(engine, run._id, 'Ada');
    await pauseRun(engine, run._id, 'Ada');
    await expectWholeFiles(run);
    await cancelRun(engine, run._id, 'Ada');
    await expectWholeFiles(run);
  });

  it.each([
    ['cancelled', cancelRun],
    ['paused', pauseRun],
  ])('are whole when it was %s while a worker had it', async (status, steer) => {
    const { start } = await app.site(2);
    const barrier = makeBarrier();
    toys.shout.inWork = () => barrier.pass();
    const run = await start();
    const worker = app.startWorker();
    await barrier.reached();
    await steer(engine, run._id, 'Ada');
    barrier.open();
    await app.settled(run._id, (now) => now.status === status && now.lease.owner === null);
    await worker.stop();
    expect(await database.of(AutomationRun).findOne({ _id: run._id })).toMatchObject({ status });
    await expectWholeFiles(run);
  });

  it('are completed by a worker of another machine, which lacks them', async () => {
    const { start } = await app.site(4, { stages: { shout: { batchSize: 1 } } });
    const run = await start();
    toys.shout.inWork = ({ index }) => index === 2 && pauseRun(engine, run._id, 'Ada');
    await app.worked(run, ({ stages }) => stages.shout?.processed === 2);
    await resumeRun(engine, run._id, 'Ada');
    const barrier = makeBarrier();
    toys.shout.inWork = () => barrier.pass();
    // What it shows in the course of its work is not what is looked at here.
    const timing = { ...engine.timing, flushMs: 2 ** 30 };
    const elsewhere: Engine = { ...engine, timing, logFolder: join(app.folder, 'elsewhere') };
    const worker = new Worker(elsewhere, { slots: 1 });
    worker.start();
    await barrier.reached();
    await expectWholeFiles(run, elsewhere.logFolder);
    barrier.open();
    expect(await app.settled(run._id)).toMatchObject({ status: RunStatus.Completed });
    await worker.stop();
    await expectWholeFiles(run, elsewhere.logFolder);
  });

  it('that cannot be written cost one warning, however often the run is taken up, and it goes on', async () => {
    const { start } = await app.site(3);
    const blocked = join(app.folder, 'a-file');
    await writeFile(blocked, '');
    const run = await start();
    toys.echo.inWork = ({ index }) => index === 2 && pauseRun(engine, run._id, 'Ada');
    const worker = new Worker({ ...engine, logFolder: blocked }, { slots: 1 });
    worker.start();
    await app.settled(run._id, ({ status, lease }) => status === RunStatus.Paused && lease.owner === null);
    await resumeRun(engine, run._id, 'Ada');
    const done = await app.settled(run._id);
    await worker.stop();
    expect(done).toMatchObject({ status: RunStatus.Completed, creditsUsed: 7_000 });
    expect(await eventsOf(engine, run, 'run.warning')).toMatchObject([{ code: 'LOG_NOT_WRITTEN' }]);
  });
});
