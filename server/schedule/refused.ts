import type { ClientSession } from 'mongodb';
import { NotificationEvent } from '../../schema/notification.ts';
import { Occurrence, Outcome } from '../../schema/occurrence.ts';
import type { Database } from '../db/database.ts';
import type { GalleyError } from '../errors.ts';
import { addNotification } from '../notifications/outbox.ts';
import type { Due } from './settle.ts';

/** A schedule waits for work: that there is none is no news. */
const untold = 'NOTHING_TO_DO';

/**
 * Tells that the run of this time was refused, in the transaction that notes it; of several refusals in a row for the
 * same reason, of the first. A time at which nothing was tried stands between none, and one before the schedule was
 * last switched on does not count.
 */
export async function tellRefused(
  database: Database,
  { site, schedule, dueAt }: Due,
  { code, message, at }: Pick<GalleyError, 'code' | 'message'> & { readonly at: Date },
  session: ClientSession,
): Promise<void> {
  if (code === untold) return;
  const tried = {
    site: site._id,
    dueAt: { $lt: dueAt, $gt: schedule.since ?? new Date(0) },
    outcome: { $ne: Outcome.Missed },
  };
  const before = await database.of(Occurrence).findOne(tried, { sort: { dueAt: -1 }, session });
  if (before?.code === code) return;
  const sentence = `The schedule could not start its run: ${message} It tries again each time, and says so again only once a run has started or another reason stands in its way.`;
  await addNotification(database, { event: NotificationEvent.ScheduleRefused, site, sentence, at }, session);
}
