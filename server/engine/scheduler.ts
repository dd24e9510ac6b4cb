import { MongoBackend, MongoChangeStreamNotificationChannel } from '@agendajs/mongo-backend';
import { Agenda, type Job } from 'agenda';
import { type Db, ObjectId } from 'mongodb';
import { isDuplicateKey } from '../db/duplicate-key.ts';
import { minuteMs } from '../durations.ts';
import type { Log } from '../log.ts';

export interface Doorbell {
  /** Wakes a worker of some process; returns before it has. Lost rings are healed by the workers' slow poll. */
  ring(run: ObjectId): void;
  /** Resolves when all rings are on their way. */
  rung(): Promise<void>;
}

/** Agenda as clock and doorbell: it decides nothing, it only says that it is time to look. */
export interface Scheduler extends Doorbell {
  /** Hears no more rings and keeps no more time; can still ring for others. */
  stop(): Promise<void>;
}

/** Done by one of all processes whenever it is time. Doing it twice, or in two processes at once, does it once. */
export interface RecurringJob {
  /** Its migration has a unique index for it, so that it is made once. */
  readonly name: string;
  /** Milliseconds, or a cron expression in the time zone of the server. */
  readonly every: number | string;
  work(): Promise<unknown>;
}

export interface SchedulerOptions {
  readonly db: Db;
  readonly log: Log;
  onRing(run: ObjectId): void;
  /** Done once a minute by one of all processes. When it throws, that is logged, and it is done again the next time. */
  maintain(): Promise<void>;
  /** What else is done again and again, as the maintenance is. Default: nothing. */
  readonly besides?: readonly RecurringJob[];
  /** How often jobs are looked for that no notice came of. Default: 10,000. */
  readonly pollMs?: number;
  /** After how long a process that took a maintenance and says nothing is succeeded. Default: 55,000. */
  readonly lockMs?: number;
}

/** The doorbell of a process that does not work itself: it rings for others, and hears and keeps nothing. */
export function openDoorbell(db: Db, log: Log): Doorbell {
  const agenda = new Agenda({ backend: new MongoBackend({ mongo: db, collection }), removeOnComplete: true });
  agenda.on('error', (error: unknown) => log.warn({ err: error }, 'doorbell trouble'));
  return ringsOf(agenda, log);
}

const collection = 'agenda_jobs';
const ringJob = 'ring';
const maintenanceJob = 'maintenance';

export async function startScheduler(options: SchedulerOptions): Promise<Scheduler> {
  const { db, log, onRing, maintain, besides = [], pollMs = 10_000, lockMs = 55_000 } = options;
  const channel = new MongoChangeStreamNotificationChannel({ db, collection });
  // It emits errors, on ordinary stop too, and an error nobody listens to ends the process.
  channel.on('error', (error: unknown) => log.debug({ err: error }, 'doorbell interrupted'));
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: db, collection }),
    notificationChannel: channel,
    processEvery: pollMs,
    removeOnComplete: true,
  });
  agenda.on('error', (error: unknown) => log.warn({ err: error }, 'scheduler trouble'));
  agenda.define<{ run: string }>(ringJob, async (job) => onRing(new ObjectId(job.attrs.data.run)), {
    lockLifetime: 10_000,
  });
  const jobs = [{ name: maintenanceJob, every: minuteMs, work: maintain }, ...besides];
  for (const { name, work } of jobs) {
    agenda.define(name, (job) => whileKept(job, { work, lockMs, log }), { lockLifetime: lockMs });
    agenda.on(`fail:${name}`, (error: unknown) => log.warn({ err: error }, `${name} failed`));
  }
  // Made before the start, which looks at what is due: a notice that came before it hears notices would be lost.
  await agenda.ready;
  for (const job of jobs) await makeRecurring(agenda, job);
  await agenda.start();
  return { ...ringsOf(agenda, log), stop: () => agenda.stop() };
}

/** Works, and says so again and again: a job of which nothing is heard for its lock's time is begun by another process. */
async function whileKept(
  job: Job,
  { work, lockMs, log }: Pick<RecurringJob, 'work'> & { readonly lockMs: number; readonly log: Log },
): Promise<void> {
  let said: Promise<unknown> = Promise.resolve();
  const say = () =>
    job.touch().catch((error: unknown) => log.debug({ err: error }, `${job.attrs.name} not kept`));
  const beat = setInterval(() => (said = said.then(say)), lockMs / 4);
  try {
    await work();
  } finally {
    clearInterval(beat);
    // Said after the job is put down, it would lock it anew.
    await said;
  }
}

function ringsOf(agenda: Agenda, log: Log): Doorbell {
  const ringing = new Set<Promise<unknown>>();
  return {
    ring(run) {
      const ring = agenda
        .now(ringJob, { run: run.toHexString() })
        .catch((error: unknown) => log.debug({ err: error }, 'ring lost'))
        .finally(() => ringing.delete(ring));
      ringing.add(ring);
    },
    async rung() {
      await Promise.all(ringing);
    },
  };
}

/**
 * Makes the recurring job where there is none. Not by `every`: that one looks first and makes then, and sets one that
 * exists back, lock and all, with every process that starts. An index keeps two from being made.
 */
async function makeRecurring(agenda: Agenda, { name, every }: RecurringJob): Promise<void> {
  const job = agenda.create(name);
  job.unique({ name }, { insertOnly: true }).repeatEvery(every);
  await job.save().catch((error: unknown) => {
    // Another process was faster.
    if (!isDuplicateKey(error)) throw error;
  });
}
