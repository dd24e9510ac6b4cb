import { Notification } from '../../schema/notification.ts';
import { Site } from '../../schema/site.ts';
import type { Database } from '../db/database.ts';
import { errors } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Message, NotificationTarget } from './target.ts';

export interface CourierOptions {
  readonly database: Database;
  readonly target: NotificationTarget;
  readonly log: Log;
  /** Where people reach us. */
  readonly publicUrl?: string | undefined;
  now(): Date;
}

/** What takes notifications from the outbox to their target. */
export interface Courier {
  /** Delivers what is due. Never throws: what could not be delivered is tried again later. */
  deliver(): Promise<void>;
  /**
   * Begins no further delivery, and cuts off those that have not arrived within so many ms (default: 1,000): they are
   * tried again by whoever comes next.
   */
  stop(withinMs?: number): Promise<void>;
}

const stopMs = 1_000;
const firstWaitMs = 60_000;
/** Each wait is twice the one before it: the last try comes about two hours after the first. */
const maxTries = 8;
/** Deliveries at once: one that gets no answer must not keep the others. */
const lanes = 4;

/**
 * Each delivery is taken by one process: with it, the next try is set to a later time. If the process dies or the
 * target fails, it comes to that; so each notification arrives at least once, and more than once only where the
 * process has died between the arrival and its note of it.
 */
export function createCourier(options: CourierOptions): Courier {
  const { database, log, now } = options;
  const notifications = database.of(Notification);
  const cut = new AbortController();
  let isStopping = false;
  let isAskedAgain = false;
  let delivering: Promise<void> | undefined;

  const walk = async () => {
    while (!isStopping) {
      const taken = await takeDue(database, now());
      if (!taken) return;
      if (await isDelivered(options, taken, cut.signal)) {
        await notifications.updateOne({ _id: taken._id }, { $set: { isOpen: false } });
      }
    }
  };
  const deliverAll = async () => {
    while (isAskedAgain && !isStopping) {
      isAskedAgain = false;
      await Promise.all(Array.from({ length: lanes }, walk)).catch((error: unknown) => {
        log.warn({ err: error }, 'notifications wait in the outbox');
      });
    }
  };
  return {
    async deliver() {
      isAskedAgain = true;
      delivering ??= deliverAll().finally(() => {
        delivering = undefined;
      });
      await delivering;
    },
    async stop(withinMs = stopMs) {
      isStopping = true;
      const impatience = setTimeout(() => cut.abort(errors.shuttingDown()), withinMs);
      await delivering;
      clearTimeout(impatience);
    },
  };
}

/** Takes the one that has been due for longest, for whom the next try is later from then on. */
async function takeDue(database: Database, now: Date): Promise<Notification | null> {
  const wait = { $multiply: [firstWaitMs, { $pow: [2, '$tries'] }] };
  return database
    .of(Notification)
    .findOneAndUpdate(
      { isOpen: true, nextTryAt: { $lte: now } },
      [{ $set: { tries: { $add: ['$tries', 1] }, nextTryAt: { $add: [now, { $toLong: wait }] } } }],
      { sort: { nextTryAt: 1 }, returnDocument: 'after' },
    );
}

/** Whether nothing is left to do for it. */
async function isDelivered(
  { database, target, log, publicUrl }: CourierOptions,
  notification: Notification,
  signal: AbortSignal,
): Promise<boolean> {
  const { _id, event, runId, tries } = notification;
  const site = await database.of(Site).findOne({ _id: notification.site });
  // It was deleted: nobody waits for news of it.
  if (!site) return true;
  try {
    await target.send(messageOf(notification, site, publicUrl), signal);
    return true;
  } catch (error) {
    const isGivenUp = tries >= maxTries;
    const told = { err: error, notification: _id.toHexString(), event, run: runId, tries };
    if (isGivenUp) log.error(told, 'notification given up');
    else log.warn(told, 'notification not delivered yet');
    return isGivenUp;
  }
}

function messageOf(
  { _id, event, at, run, runId, sentence }: Notification,
  { _id: site, name }: Site,
  publicUrl: string | undefined,
): Message {
  const page = run === null ? '/automation' : `/automation/runs/${run.toHexString()}/show`;
  return {
    id: _id.toHexString(),
    event,
    at: at.toISOString(),
    site: { id: site.toHexString(), name },
    run: run === null ? null : { id: run.toHexString(), name: runId ?? '' },
    sentence,
    link: publicUrl === undefined ? null : `${publicUrl}${page}?site=${site.toHexString()}`,
  };
}
