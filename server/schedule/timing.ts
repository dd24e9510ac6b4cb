/** What follows from a schedule and the time alone. */
import type { AutomationSchedule } from '../../schema/automation-schedule.ts';
import type { Site } from '../../schema/site.ts';
import { hourMs, minuteMs } from '../durations.ts';
import { nextOccurrence, type Timing } from './next-occurrence.ts';

/** The clock looks once a minute, and starts are spread over seconds: a run started within this is not late. */
export const punctualMs = 5 * minuteMs;

export function timingOf(schedule: AutomationSchedule, site: Pick<Site, 'timeZone'>): Timing {
  const { frequency, weekday, day, time, timeZone } = schedule;
  return { frequency, weekday, day, time, zone: timeZone ?? site.timeZone };
}

/** The next `count` times at which it starts a run; none while it is not enabled. */
export function upcoming(schedule: AutomationSchedule, site: Pick<Site, 'timeZone'>, count: number): Date[] {
  const times: Date[] = [];
  const timing = timingOf(schedule, site);
  let next = schedule.enabled ? schedule.nextRunAt : null;
  for (; next !== null && times.length < count; next = nextOccurrence(timing, next)) times.push(next);
  return times;
}

/**
 * Of the schedule's times from `first` on: those that it is too late for, and the first for which it is not, be it
 * past or yet to come. A time is waited for until `catchUpHours` have gone by, or the next one is there.
 */
export function overdue(
  timing: Timing,
  catchUpHours: number,
  first: Date,
  now: Date,
): { missed: Date[]; due: Date } {
  const missed: Date[] = [];
  const heldMs = Math.max(punctualMs, catchUpHours * hourMs);
  for (let due = first; ; ) {
    const next = nextOccurrence(timing, due);
    if (now < next && now.getTime() < due.getTime() + heldMs) return { missed, due };
    missed.push(due);
    due = next;
    if (due > now) return { missed, due };
  }
}
