import { MongoBackend, MongoChangeStreamNotificationChannel } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import { type Db, ObjectId } from 'mongodb';
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

export interface SchedulerOptions {
  readonly db: Db;
  readonly log: Log;
  onRing(run: ObjectId): void;
  /** Done once a minute by one of all processes. */
  maintain(): Promise<void>;
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

export async function startScheduler({ db, log, onRing, maintain }: SchedulerOptions): Promise<Scheduler> {
  const channel = new MongoChangeStreamNotificationChannel({ db, collection });
  // It emits errors, on ordinary stop too, and an error nobody listens to ends the process.
  channel.on('error', (error: unknown) => log.debug({ err: error }, 'doorbell interrupted'));
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: db, collection }),
    notificationChannel: channel,
    processEvery: '10 seconds',
    removeOnComplete: true,
  });
  agenda.on('error', (error: unknown) => log.warn({ err: error }, 'scheduler trouble'));
  agenda.define<{ run: string }>(ringJob, async (job) => onRing(new ObjectId(job.attrs.data.run)), {
    lockLifetime: 10_000,
  });
  agenda.define(maintenanceJob, maintain, { lockLifetime: 55_000 });
  await agenda.start();
  await agenda.every('1 minute', maintenanceJob);
  return { ...ringsOf(agenda, log), stop: () => agenda.stop() };
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
