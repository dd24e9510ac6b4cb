import { Occurrence, Outcome } from '../../schema/occurrence.ts';
import { type Database, transaction } from '../db/database.ts';
import { hourMs } from '../durations.ts';
import { nextOccurrence } from './next-occurrence.ts';
import { type Due, isWaiting, moveOn, record } from './settle.ts';
import { timingOf } from './timing.ts';

/** A worker that looks at the clock notes it at once where it cannot start a run: it was none there, then. */
export const noWorker = 'No worker was running at its time.';

/**
 * Notes the times that it is too late for, and moves the schedule on to `dueAt`, all in one transaction. Throws
 * OCCURRENCE_TAKEN.
 */
export async function recordMissed(
  database: Database,
  { site, schedule, dueAt, missed }: Due & { readonly missed: readonly Date[] },
): Promise<void> {
  const [first = dueAt] = missed;
  await transaction(database.client, async (session) => {
    await moveOn(database, { site, dueAt: first }, { nextRunAt: dueAt }, session);
    const filter = { site: site._id, dueAt: { $in: [...missed] } };
    const known = await database.of(Occurrence).find(filter, { session }).toArray();
    const settled = known.filter((one) => !isWaiting(one));
    for (const at of missed) {
      if (settled.some((one) => one.dueAt.getTime() === at.getTime())) continue;
      const why = known.find((one) => one.dueAt.getTime() === at.getTime())?.reason ?? noWorker;
      const reason = `${why} ${whenGivenUp({ site, schedule, dueAt: at })}`;
      await record(database, { site, dueAt: at }, { outcome: Outcome.Missed, reason }, session);
    }
  });
}

function whenGivenUp({ site, schedule, dueAt }: Due): string {
  const { catchUpHours } = schedule;
  const isOvertaken =
    nextOccurrence(timingOf(schedule, site), dueAt).getTime() <= dueAt.getTime() + catchUpHours * hourMs;
  if (isOvertaken) return 'It was given up when the next time came.';
  if (catchUpHours === 0) return 'It is not made up for.';
  return `It was given up after ${catchUpHours} ${catchUpHours === 1 ? 'hour' : 'hours'}.`;
}
