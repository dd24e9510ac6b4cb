import { join } from 'node:path';
import { AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import type { Site } from '../../schema/site.ts';
import type { Engine, Timing } from '../../server/engine/engine.ts';
import { startFollowUps } from '../../server/engine/follow-ups.ts';
import { runLogFolder } from '../../server/engine/run-log/folders.ts';
import { writeRunLog } from '../../server/engine/run-log/keeper.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { Worker } from '../../server/engine/worker.ts';
import type { TestApp } from '../support/app.ts';
import { openDoomed } from './doomed.ts';
import { asMortal, type LastWrite, Life } from './mortal.ts';
import { textsOf } from './outcome.ts';
import { type Censor, makeScene, type Scene, tend } from './scenes.ts';

const never = 2 ** 30;

/**
 * A lease short enough to wait for, and nothing that a clock sets off but the heartbeat and, with no run at hand, the
 * look for one: a run that follows another may be free only after the worker was woken.
 */
const mortalTiming: Timing = {
  leaseMs: 250,
  sliceMs: never,
  pollMs: 20,
  flushMs: never,
  stopMs: 0,
  freshMs: 500,
};

export interface Crash {
  readonly scene: Scene;
  /** Which write is the last of the first worker. */
  readonly isLast: LastWrite;
  /** What is different with the first worker's clock. */
  readonly timing?: Partial<Timing>;
  /** True has the first worker's process start the run, too. */
  readonly startsRun?: boolean;
}

export interface Crashed {
  readonly site: Site;
  readonly life: Life;
  /** Resolves when nothing of the first worker is left. */
  readonly buried: Promise<unknown>;
}

/** Where workers die: a product, and the manners of its provider. */
export interface Scaffold {
  readonly app: TestApp;
  readonly censor: Censor;
}

/** Has a run of the scene begun by a worker that dies, and carried through by another. */
export async function crashAndRecover({ app, censor }: Scaffold, crash: Crash): Promise<Crashed> {
  const { engine } = app;
  censor.isStrict = true;
  const site = await makeScene(engine.database, crash.scene);
  const life = new Life(crash.isLast);
  const death = new Promise<void>((resolve) => life.atEnd(resolve));
  const doomed = await openDoomed(engine.database.db.databaseName, life);
  const timing = { ...mortalTiming, ...crash.timing };
  const theirs: Engine = { ...engine, database: doomed.database, timing, ring: () => {} };
  const first = new Worker(theirs, { slots: 1 });
  const second = new Worker(engine, { slots: 1 });
  const start = (by: Engine) => startRun(by, { site: site._id, trigger: RunTrigger.Manual });
  const carry = (by: Engine, worker: Worker) => carryThrough({ app, censor }, site, by, worker);

  if (!crash.startsRun) await start(engine);
  const work = asMortal(life, async () => {
    if (crash.startsRun) await start(theirs);
    await carry(theirs, first);
    await first.stop();
  });
  await Promise.race([death, work]);
  if (life.isOver) {
    // What the dead still try comes to nothing, whenever they notice.
    work.catch(() => undefined);
    await carry(engine, second);
  }
  await second.stop();
  await startFollowUps(engine, site._id);
  const buried = Promise.allSettled([doomed.bury(), first.stop()]);
  return { site, life, buried };
}

/** Works until all runs of the site have ended: the one there is, and the one that follows where it is tended. */
async function carryThrough(
  { app, censor }: Scaffold,
  site: Site,
  by: Engine,
  worker: Worker,
): Promise<void> {
  const { engine, settled } = app;
  worker.start();
  for (;;) {
    const active = await engine.database.of(AutomationRun).findOne({ site: site._id, active: true });
    if (active) {
      const run = await settled(active._id);
      if (run.status === RunStatus.Paused) await tend(by, run, censor);
      worker.wake();
    } else if (await hasFollowUps(engine, site)) await startFollowUps(by, site._id);
    else return;
  }
}

async function hasFollowUps({ database }: Engine, site: Site): Promise<boolean> {
  const waiting = { site: site._id, 'followUps.0': { $exists: true } };
  return (await database.of(AutomationRun).countDocuments(waiting)) > 0;
}

/**
 * The log files of each of the site's runs, as the crash and the second worker left them, and as they are when written
 * from the rows alone.
 */
export async function logsOf({ engine, folder }: TestApp, site: Pick<Site, '_id'>) {
  const runs = await engine.database.of(AutomationRun).find({ site: site._id }).toArray();
  const texts = async (run: AutomationRun, logFolder: string) => {
    const { warning } = await writeRunLog({ ...engine, logFolder }, run);
    const [account, site] = [run.account.toHexString(), run.site.toHexString()];
    return { warning, texts: await textsOf(runLogFolder(logFolder, { account, site, runId: run.runId })) };
  };
  const logs: { left: unknown; fresh: unknown }[] = [];
  for (const run of runs) {
    const left = await texts(run, engine.logFolder);
    logs.push({ left, fresh: await texts(run, join(folder, 'fresh-logs')) });
  }
  return logs;
}
