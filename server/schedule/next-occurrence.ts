/** The rule by which a schedule's times follow one another. Pure: it knows no clock but what it is told. */
import { DateTime, IANAZone } from 'luxon';
import { type AutomationSchedule, Frequency, Weekday } from '../../schema/automation-schedule.ts';
import { hourMs } from '../durations.ts';
import { errors } from '../errors.ts';

/** What of a schedule says when it is due. `zone` is an IANA name, `time` is `HH:MM`. */
export type Timing = Pick<AutomationSchedule, 'frequency' | 'weekday' | 'day' | 'time'> & { zone: string };

const weekdays = Object.values(Weekday);
/** Clocks are at most 14 hours ahead of UTC and 12 behind: what they show at an instant lies between. */
const aheadMs = 15 * hourMs;
const behindMs = 13 * hourMs;

/**
 * The first occurrence later than `after`. The wall clock's time is kept when clocks are changed: a time that does
 * not exist on its day is that at which the clock goes on, one that exists twice is the first of the two. A day that
 * the zone leaves out altogether (Apia, 30 December 2011) has no daily occurrence; where it is the day of the week
 * or month, the next day's beginning takes its place. Throws UNKNOWN_TIME_ZONE.
 */
export function nextOccurrence(timing: Timing, after: Date): Date {
  const zone = IANAZone.create(timing.zone);
  if (!zone.isValid) throw errors.unknownTimeZone({ zone: timing.zone });
  const clock = wallClock(zone, after.getTime());
  // The day before too: its time may not exist, and the clock go on in the next day.
  const from = DateTime.fromMillis(clock, { zone: 'utc' }).startOf('day').minus({ days: 1 });
  for (const days = daysOf(timing, from); ; ) {
    const { value: day } = days.next();
    const [hour = 0, minute = 0] = timing.time.split(':').map(Number);
    const at = instantOf(zone, day.plus({ hours: hour, minutes: minute }).toMillis());
    if (at <= after.getTime()) continue;
    if (timing.frequency === Frequency.Daily && !exists(zone, day, at)) continue;
    return new Date(at);
  }
}

/** The schedule's days from this one on, as the calendar has them, at midnight UTC. */
function* daysOf({ frequency, weekday, day }: Timing, from: DateTime): Generator<DateTime, never> {
  switch (frequency) {
    case Frequency.Daily:
      for (let next = from; ; next = next.plus({ days: 1 })) yield next;
    case Frequency.Weekly: {
      const ahead = (weekdays.indexOf(weekday) + 1 - from.weekday + 7) % 7;
      for (let next = from.plus({ days: ahead }); ; next = next.plus({ weeks: 1 })) yield next;
    }
    case Frequency.Monthly:
      for (let month = from.startOf('month'); ; month = month.plus({ months: 1 })) {
        const next = month.set({ day: Math.min(day, month.daysInMonth ?? day) });
        if (next >= from) yield next;
      }
  }
}

/** Whether the zone has the day on which a schedule is due at `at`. */
function exists(zone: IANAZone, day: DateTime, at: number): boolean {
  const [beginning, end] = [day.toMillis(), day.plus({ days: 1 }).toMillis()];
  return wallClock(zone, at) < end || wallClock(zone, instantOf(zone, beginning)) < end;
}

/** What the zone's clock shows at an instant, written as if it were UTC. All in milliseconds. */
function wallClock(zone: IANAZone, instant: number): number {
  return instant + zone.offset(instant) * 60_000;
}

/** When the zone's clock first shows this time or, where it skips it, when it goes on beyond. */
function instantOf(zone: IANAZone, shown: number): number {
  const [early, late] = [shown - aheadMs, shown + behindMs];
  const [before, after] = [shown - zone.offset(early) * 60_000, shown - zone.offset(late) * 60_000];
  if (before === after) return before;
  const found = [before, after].filter((instant) => wallClock(zone, instant) === shown);
  return found.length > 0 ? Math.min(...found) : changeBetween(zone, early, late, shown);
}

/** The instant at which the clock jumps over `shown`: before it shows less, from then on more. */
function changeBetween(zone: IANAZone, early: number, late: number, shown: number): number {
  let [before, after] = [early, late];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallClock(zone, middle) < shown) before = middle;
    else after = middle;
  }
  return after;
}
