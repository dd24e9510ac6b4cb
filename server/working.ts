/** What a process does that works on runs: it is loaded when there is work, as its libraries take a while to be. */
import type { ObjectId } from 'mongodb';
import type { Config } from './config.ts';
import { minuteMs } from './durations.ts';
import { cleanUp } from './engine/clean-up.ts';
import type { Engine } from './engine/engine.ts';
import { keepSwept } from './engine/log-sweep.ts';
import { maintain } from './engine/maintenance.ts';
import { dropOldReplies } from './engine/reply-retention.ts';
import { type Scheduler, startScheduler } from './engine/scheduler.ts';
import { Worker } from './engine/worker.ts';
import type { Courier } from './notifications/courier.ts';
import { checkSchedules } from './schedule/check.ts';

/** When the clean-up is done, as cron has it, in the time zone of the server. */
const mondayAtThree = '0 3 * * 1';

export interface Working {
  readonly isRunning: boolean;
  /** Wakes the worker, and those of other processes. */
  ring(run: ObjectId): void;
  /** Starts the clock. The worker runs already. */
  startClock(): Promise<void>;
  /** Gives all runs back, as `App.stopWork`. */
  stopWork(withinMs?: number): Promise<void>;
  /** Stops the clock and the work. */
  stop(): Promise<void>;
}

export interface WorkingOptions {
  readonly config: Pick<Config, 'WORKER_SLOTS' | 'REPLY_DAYS'>;
  readonly courier: Courier;
}

/** Starts to work on runs. */
export function startWorking(engine: Engine, { config, courier }: WorkingOptions): Working {
  const worker = new Worker(engine, { slots: config.WORKER_SLOTS });
  worker.start();
  const endSweeps = keepSwept(engine);
  const cleanUpAll = async () => {
    await cleanUp(engine);
    await dropOldReplies(engine, config.REPLY_DAYS);
  };
  let scheduler: Scheduler | undefined;
  return {
    get isRunning() {
      return worker.isRunning;
    },
    ring(run) {
      worker.wake(run);
      scheduler?.ring(run);
    },
    async startClock() {
      scheduler = await startScheduler({
        db: engine.database.db,
        log: engine.log,
        onRing: (run) => worker.wake(run),
        maintain: () => maintain(engine),
        besides: [
          { name: 'schedules', every: minuteMs, work: () => checkSchedules(engine) },
          { name: 'notifications', every: minuteMs, work: () => courier.deliver() },
          { name: 'clean-up', every: mondayAtThree, work: cleanUpAll },
        ],
      });
    },
    stopWork: (withinMs) => worker.stop(withinMs),
    async stop() {
      await scheduler?.stop();
      // What is given back is rung for, and no more heard here.
      await Promise.all([worker.stop(), endSweeps()]);
      await scheduler?.rung();
    },
  };
}
