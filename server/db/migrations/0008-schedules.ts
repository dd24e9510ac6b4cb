import type { IndexDescription } from 'mongodb';
import { untimed } from '../untimed.ts';
import type { Migration } from './index.ts';

/** Agenda asks before it makes a recurring job: processes that boot at once would make one each. */
function oneJob(name: string): IndexDescription {
  return { key: { name: 1 }, unique: true, partialFilterExpression: { name }, name: `one_${name}` };
}

const indexes: Record<string, IndexDescription[]> = {
  occurrences: [
    // A time of a schedule comes once, however many processes look at the clock.
    { key: { site: 1, dueAt: 1 }, unique: true },
    { key: { site: 1, dueAt: -1, _id: -1 } },
    // What waits, and whose runs' ends are still to be taken note of.
    { key: { isOpen: 1, site: 1 }, partialFilterExpression: { isOpen: true } },
  ],
  automation_configs: [
    // Which schedules are due.
    { key: { 'schedule.nextRunAt': 1 }, partialFilterExpression: { 'schedule.enabled': true }, name: 'due' },
  ],
  // Runs of which there is something to clean up, the eldest first.
  runs: [{ key: { trimmedAt: 1, startedAt: 1, _id: 1 }, partialFilterExpression: { active: false } }],
  agenda_jobs: [oneJob('schedules'), oneJob('clean-up')],
};

/** What a site that has a config already begins with. */
const schedule = {
  enabled: false,
  frequency: 'daily',
  weekday: 'monday',
  day: 1,
  time: '02:00',
  timeZone: null,
  catchUpHours: 6,
  lastRunAt: null,
  nextRunAt: null,
  pausedReason: null,
  since: null,
  delayedAt: null,
};

/** Schedules, what became of their times, and the clean-up. */
export const schedules: Migration = {
  id: '0008-schedules',
  async up(db) {
    // Makes the collections that are not there yet, which a transaction should not.
    for (const [name, list] of Object.entries(indexes))
      await db.collection(name).createIndexes(list, untimed);
    await db
      .collection('automation_configs')
      .updateMany({ schedule: { $exists: false } }, { $set: { schedule } });
  },
};
