import { join } from 'node:path';
import type { ObjectId } from 'mongodb';
import { AutomationRun, RunTrigger } from '../../schema/automation-run.ts';
import type { Engine, Timing } from '../../server/engine/engine.ts';
import { runLogFolder } from '../../server/engine/run-log/folders.ts';
import { writeRunLog } from '../../server/engine/run-log/keeper.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { Worker } from '../../server/engine/worker.ts';
import type { TestApp } from '../support/app.ts';
import { openDoomed } from './doomed.ts';
import { asMortal, type LastWrite, Life } from './mortal.ts';
import { textsOf } from './outcome.ts';
import { makeSmallSite } from './small-site.ts';

const never = 2 ** 30;

/** A lease short enough to wait for, and nothing that a clock sets off but the heartbeat. */
const mortalTiming: Timing = {
  leaseMs: 250,
  sliceMs: never,
  pollMs: never,
  flushMs: never,
  stopMs: 0,
  freshMs: 500,
};

export interface Crash {
  /** Which write is the last of the first worker. */
  readonly isLast: LastWrite;
  /** What is different with the first worker's clock. */
  readonly timing?: Partial<Timing>;
  /** True has the first worker's process start the run, too. */
  readonly startsRun?: boolean;
}

export interface Crashed {
  readonly run: ObjectId;
  readonly life: Life;
  /** Resolves when nothing of the first worker is left. */
  readonly buried: Promise<unknown>;
}

/** Has a run of a small site begun by a worker that dies, and finished by another. */
export async function crashAndRecover({ engine, settled }: TestApp, crash: Crash): Promise<Crashed> {
  const site = await makeSmallSite(engine.database);
  const life = new Life(crash.isLast);
  const death = new Promise<void>((resolve) => life.atEnd(resolve));
  const doomed = await openDoomed(engine.database.db.databaseName, life);
  const timing = { ...mortalTiming, ...crash.timing };
  const theirs: Engine = { ...engine, database: doomed.database, timing, ring: () => {} };
  const first = new Worker(theirs, { slots: 1 });
  const second = new Worker(engine, { slots: 1 });
  const start = (by: Engine) => startRun(by, { site: site._id, trigger: RunTrigger.Manual });

  if (!crash.startsRun) await start(engine);
  const work = asMortal(life, async () => {
    if (crash.startsRun) await start(theirs);
    first.start();
  });
  await Promise.race([death, work]);
  const started = await engine.database.of(AutomationRun).findOne({ site: site._id });
  if (!started) throw new TypeError('the run did not start');
  const ended = settled(started._id);
  await Promise.race([death, ended]);
  if (!life.isOver) await Promise.race([death, first.stop()]);
  if (life.isOver) second.start();
  await ended;
  await second.stop();
  const buried = Promise.allSettled([doomed.bury(), first.stop()]);
  return { run: started._id, life, buried };
}

/** The run's log files as the crash and the second worker left them, and as they are when written from the rows alone. */
export async function logsOf({ engine, folder }: TestApp, id: ObjectId) {
  const run = await engine.database.of(AutomationRun).findOne({ _id: id });
  if (!run) throw new TypeError('there is no such run');
  const texts = async (logFolder: string) => {
    const { warning } = await writeRunLog({ ...engine, logFolder }, run);
    const [account, site] = [run.account.toHexString(), run.site.toHexString()];
    return { warning, texts: await textsOf(runLogFolder(logFolder, { account, site, runId: run.runId })) };
  };
  return { left: await texts(engine.logFolder), fresh: await texts(join(folder, 'fresh-logs')) };
}
