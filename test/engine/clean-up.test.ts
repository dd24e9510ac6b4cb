import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Activity } from '../../schema/activity.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { Cluster } from '../../schema/cluster.ts';
import { CreditEntry } from '../../schema/credit-entry.ts';
import { audit } from '../../server/credits/audit.ts';
import { dayMs } from '../../server/durations.ts';
import { cleanUp, oldRuns } from '../../server/engine/clean-up.ts';
import type { EndedRun } from '../../server/engine/ended-runs.ts';
import { keepSwept, sweepRunLogs } from '../../server/engine/log-sweep.ts';
import { runLogFolder } from '../../server/engine/run-log/folders.ts';
import { cancelRun, pauseRun, resumeRun } from '../../server/engine/steer-run.ts';
import { errors } from '../../server/errors.ts';
import { openToyApp, rowsOf } from '../support/toy-app.ts';
import { cutOff } from '../support/watched-writes.ts';

const app = await openToyApp();
const { engine } = app;
const { database } = engine;
const runs = database.of(AutomationRun);

// What an earlier test left is not this one's.
beforeEach(async () => {
  await runs.updateMany({ trimmedAt: null }, { $set: { trimmedAt: new Date(0) } });
});

const folderOf = ({ account, site, runId }: AutomationRun) =>
  runLogFolder(engine.logFolder, { account: account.toHexString(), site: site.toHexString(), runId });

const filesOf = (run: AutomationRun) => readdir(folderOf(run)).catch(() => []);

/** A run of three keywords that has ended so. */
async function endedRun(status = RunStatus.Completed): Promise<AutomationRun> {
  const { start } = await app.site(3);
  const run = await start();
  if (status === RunStatus.Cancelled) return cancelRun(engine, run._id, 'a person');
  app.ai.answer = () => {
    if (status === RunStatus.Failed) throw errors.aiRejectedKey({ provider: 'scripted' });
  };
  const ended = await app.worked(run);
  app.ai.reset();
  expect(ended.status).toBe(status);
  return ended;
}

const pass = (days: number) => app.clock.advance(days * dayMs);
const again = (run: AutomationRun) => runs.findOne({ _id: run._id });

async function oldOnes(): Promise<EndedRun[]> {
  const found: EndedRun[] = [];
  for await (const run of oldRuns(engine)) found.push(run);
  return found;
}

describe('the clean-up', () => {
  it.each([RunStatus.Completed, RunStatus.Failed, RunStatus.Cancelled])(
    'takes history and log files from a run that was %s and started more than 90 days ago',
    async (status) => {
      const run = await endedRun(status);
      expect(await filesOf(run)).toContain('automation_run.log');
      pass(91);
      expect(await cleanUp(engine)).toEqual({ runs: 1, rows: run.seq });
      expect(await rowsOf(engine, run)).toEqual([]);
      expect(await filesOf(run)).toEqual([]);
    },
  );

  it('leaves the run with its sums, the ledger and what was made', async () => {
    const run = await endedRun();
    const entries = await database.of(CreditEntry).countDocuments({ run: run._id });
    pass(91);
    await cleanUp(engine);
    expect(await again(run)).toEqual({ ...run, trimmedAt: engine.now() });
    expect(await database.of(CreditEntry).countDocuments({ run: run._id })).toBe(entries);
    expect(await database.of(Cluster).countDocuments({ site: run.site })).toBe(3);
    expect((await audit(database)).differences).toEqual([]);
  });

  it('leaves what is younger, and what has not ended', async () => {
    const { start } = await app.site(3);
    const active = await start();
    const paused = await pauseRun(engine, active._id, 'a person');
    pass(1);
    const younger = await endedRun();
    pass(89.9);
    expect(await oldOnes()).toEqual([]);
    expect(await cleanUp(engine)).toEqual({ runs: 0, rows: 0 });
    expect(await rowsOf(engine, paused)).toHaveLength(paused.seq);
    expect(await rowsOf(engine, younger)).toHaveLength(younger.seq);
    await cancelRun(engine, active._id, 'a person');
  });

  it('done twice, or in two processes at once, does it once', async () => {
    await endedRun();
    pass(91);
    const counts = await Promise.all([cleanUp(engine), cleanUp({ ...engine })]);
    expect(counts.reduce((sum, { runs }) => sum + runs, 0)).toBe(1);
    expect(await cleanUp(engine)).toEqual({ runs: 0, rows: 0 });
  });

  it.each([1, 2])('cut off before its write %i, is finished by the next', async (nth) => {
    const run = await endedRun();
    pass(91);
    await expect(cleanUp({ ...engine, database: cutOff(database, nth) })).rejects.toThrow('cut off');
    expect(await cleanUp(engine)).toMatchObject({ runs: 1 });
    expect(await rowsOf(engine, run)).toEqual([]);
    expect(await filesOf(run)).toEqual([]);
  });

  it('goes through any number of runs and lines, page by page', async () => {
    const run = await endedRun();
    const row = (await rowsOf(engine, run))[0] ?? new Activity();
    const rows = (of: AutomationRun, count: number) =>
      Array.from({ length: count }, (_, nth) => {
        const { _id, ...fields } = { ...row, run: of._id, seq: of.seq + nth + 1 };
        return fields as Activity;
      });
    await database.of(Activity).insertMany(rows(run, 2_500));
    await runs.updateOne({ _id: run._id }, { $inc: { seq: 2_500 } });
    const others = Array.from({ length: 250 }, (_, nth) => {
      const { _id, ...fields } = { ...run, runId: `run_${nth}`, seq: 1 };
      return fields as AutomationRun;
    });
    await runs.insertMany(others);
    pass(91);
    expect(new Set((await oldOnes()).map(({ _id }) => _id.toHexString())).size).toBe(251);
    expect(await cleanUp(engine)).toEqual({ runs: 251, rows: run.seq + 2_500 });
    expect(await oldOnes()).toEqual([]);
  });

  it('tries a run again whose log files cannot be removed, and sees to the others', async () => {
    const [blocked, other] = [await endedRun(), await endedRun()];
    // A file where the folders of the site should be: what lies below it cannot be reached.
    const folder = dirname(folderOf(blocked));
    await rm(folder, { recursive: true });
    await mkdir(dirname(folder), { recursive: true });
    await writeFile(folder, '');
    pass(91);
    expect(await cleanUp(engine)).toMatchObject({ runs: 1 });
    expect((await again(other))?.trimmedAt).not.toBeNull();
    expect((await oldOnes()).map(({ runId }) => runId)).toEqual([blocked.runId]);
    await rm(folder);
    expect(await cleanUp(engine)).toMatchObject({ runs: 1 });
  });

  it('leaves a failed run that goes on afterwards with the history it makes from then on', async () => {
    const failed = await endedRun(RunStatus.Failed);
    pass(91);
    await cleanUp(engine);
    await resumeRun(engine, failed._id, 'a person');
    const run = await app.worked(failed);
    expect(run).toMatchObject({ status: RunStatus.Completed, trimmedAt: null });
    const seqs = (await rowsOf(engine, run)).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: run.seq - failed.seq }, (_, nth) => failed.seq + nth + 1));
    expect(await filesOf(run)).toContain('automation_run.log');
    expect(await cleanUp(engine)).toEqual({ runs: 1, rows: seqs.length });
  });
});

describe('the sweep of a disk that another machine has not cleaned up', () => {
  const elsewhere = (run: AutomationRun) => folderOf(run).replace(engine.logFolder, `${engine.logFolder}-2`);
  const disk = { ...engine, logFolder: `${engine.logFolder}-2` };
  const present = (folder: string) => readdir(folder).catch(() => null);

  /** As a worker there has left them. */
  async function withFilesThere(run: AutomationRun): Promise<AutomationRun> {
    await mkdir(elsewhere(run), { recursive: true });
    await writeFile(join(elsewhere(run), 'automation_run.log'), 'a line');
    return run;
  }

  it('takes the files of runs whose history is gone, and of no others', async () => {
    const [old, young] = [await withFilesThere(await endedRun()), await withFilesThere(await endedRun())];
    pass(91);
    await runs.updateOne({ _id: young._id }, { $set: { startedAt: engine.now() } });
    const unknown = elsewhere({ ...old, runId: 'run_20200101_000000_manual' });
    await mkdir(unknown, { recursive: true });
    await writeFile(join(disk.logFolder, 'automation', 'a file'), '');
    await sweepRunLogs(disk);
    expect(await present(elsewhere(old))).toEqual(['automation_run.log']);
    await cleanUp(engine);
    await sweepRunLogs(disk);
    expect(await present(elsewhere(old))).toBeNull();
    expect(await present(elsewhere(young))).toEqual(['automation_run.log']);
    expect(await present(unknown)).toEqual([]);
  });

  it('is done when a worker starts, and where there is nothing yet', async () => {
    await rm(disk.logFolder, { recursive: true, force: true });
    await sweepRunLogs(disk);
    const old = await withFilesThere(await endedRun());
    pass(91);
    await cleanUp(engine);
    const end = keepSwept(disk);
    await expect.poll(() => present(elsewhere(old))).toBeNull();
    await end();
  });
});
