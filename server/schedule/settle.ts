/**
 * What is written when a schedule's time comes. What becomes of it, and the schedule's next time, are one transaction
 * that demands the schedule to stand where it was read: of several processes, one gets it through. Where a run starts,
 * it is in that transaction too (see start-due.ts).
 */
import { type ClientSession, ObjectId } from 'mongodb';
import { AutomationConfig } from '../../schema/automation-config.ts';
import type { AutomationSchedule } from '../../schema/automation-schedule.ts';
import { Occurrence, Outcome } from '../../schema/occurrence.ts';
import type { Site } from '../../schema/site.ts';
import type { Database } from '../db/database.ts';
import { isDuplicateKey } from '../db/duplicate-key.ts';
import { errors } from '../errors.ts';

/** A time of a schedule that has come. */
export interface Due {
  readonly site: Site;
  readonly schedule: AutomationSchedule;
  readonly dueAt: Date;
}

/** An occurrence that waits for another run to end. */
const waiting = { outcome: Outcome.Delayed, run: null } as const;

export function isWaiting({ outcome, run }: Pick<Occurrence, 'outcome' | 'run'>): boolean {
  return outcome === Outcome.Delayed && run === null;
}

/** Changes the schedule, which must still stand at that time. Throws OCCURRENCE_TAKEN. */
export async function moveOn(
  database: Database,
  { site, dueAt }: Pick<Due, 'site' | 'dueAt'>,
  change: Partial<AutomationSchedule>,
  session: ClientSession,
): Promise<void> {
  const set = Object.fromEntries(Object.entries(change).map(([name, value]) => [`schedule.${name}`, value]));
  const standing = { site: site._id, 'schedule.enabled': true, 'schedule.nextRunAt': dueAt };
  const { matchedCount } = await database
    .of(AutomationConfig)
    .updateOne(standing, { $set: set }, { session });
  if (matchedCount === 0) throw errors.occurrenceTaken({ site: site._id.toHexString(), dueAt });
}

/** Notes what has become of the time, where nothing has yet but that it waits. Throws OCCURRENCE_TAKEN. */
export async function record(
  database: Database,
  { site, dueAt }: Pick<Due, 'site' | 'dueAt'>,
  fields: Partial<Occurrence> & Pick<Occurrence, 'outcome'>,
  session: ClientSession,
): Promise<void> {
  const { _id, ...fresh } = Object.assign(new Occurrence(), { account: site.account }, fields);
  try {
    await database
      .of(Occurrence)
      .updateOne(
        { site: site._id, dueAt, ...waiting },
        { $set: fresh, $setOnInsert: { _id } },
        { upsert: true, session },
      );
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw errors.occurrenceTaken({ site: site._id.toHexString(), dueAt });
  }
}

/** Notes that what waits will never start: the schedule is not any more what it waited for. */
export async function dropWaiting(
  database: Database,
  site: ObjectId,
  reason: string,
  session: ClientSession,
): Promise<void> {
  const missed = { outcome: Outcome.Missed, reason, isOpen: false };
  await database.of(Occurrence).updateMany({ site, isOpen: true, ...waiting }, { $set: missed }, { session });
}
