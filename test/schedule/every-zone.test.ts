import { describe, expect, it } from 'vitest';
import { Frequency, Weekday } from '../../schema/automation-schedule.ts';
import { dayMs, minuteMs } from '../../server/durations.ts';
import { nextOccurrence, type Timing } from '../../server/schedule/next-occurrence.ts';
import { clocksOf, type ZoneClocks } from './zone-clocks.ts';

const year = 2026;
const zones = Intl.supportedValuesOf('timeZone')
  .map((name) => clocksOf(name, year))
  .filter(({ changes }) => changes.length > 0);

/** One for each way in which clocks are changed: many zones share theirs. */
const clocks = [...new Map(zones.map((zone) => [JSON.stringify(zone.changes), zone])).values()];

/** All days of the year, as midnights in UTC. */
const days = Array.from({ length: 365 }, (_, day) => Date.UTC(year, 0, 1 + day));

interface Walk {
  readonly fields: Partial<Timing>;
  readonly days: readonly number[];
}

const walks = {
  daily: { fields: { frequency: Frequency.Daily }, days },
  // Most clocks are changed on a Sunday.
  weekly: {
    fields: { frequency: Frequency.Weekly, weekday: Weekday.Sunday },
    days: days.filter((day) => new Date(day).getUTCDay() === 0),
  },
  monthly: {
    fields: { frequency: Frequency.Monthly, day: 31 },
    days: days.filter((day) => new Date(day + dayMs).getUTCDate() === 1),
  },
} satisfies Record<string, Walk>;

/** `HH:MM` in the middle of what the clock skips, or shows twice, at each change: the hardest times to keep. */
function hardTimesOf({ changes }: ZoneClocks): string[] {
  const middles = changes.map(({ at, before, after }) => at + ((before + after) / 2) * minuteMs);
  return [...new Set(middles.map((shown) => new Date(shown).toISOString().slice(11, 16)))];
}

/** The ends of the day, too, once for each way in which clocks are changed. */
function timesOf(zone: ZoneClocks): string[] {
  return [...hardTimesOf(zone), ...(clocks.includes(zone) ? ['00:00', '23:59'] : [])];
}

/** What is wrong with when the zone's schedule is due in the year; nothing, where nothing is. */
function faultsOf(zone: ZoneClocks, time: string, { fields, days }: Walk): string[] {
  const common = { frequency: Frequency.Daily, weekday: Weekday.Monday, day: 1 };
  const timing = { ...common, ...fields, zone: zone.name, time };
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  // A second before the year begins there.
  let at = new Date((zone.instantsOf(Date.UTC(year, 0, 1))[0] ?? 0) - 1_000);
  return days.flatMap((day) => {
    at = nextOccurrence(timing, at);
    const wanted = day + (hour * 60 + minute) * minuteMs;
    const [first] = zone.instantsOf(wanted);
    // Skipped: just before, the clock shows less; now it shows more.
    const isRight =
      first === undefined
        ? zone.shown(at.getTime() - 1) < wanted && zone.shown(at.getTime()) > wanted
        : at.getTime() === first;
    return isRight ? [] : [`${zone.name}: ${at.toISOString()} for ${new Date(wanted).toISOString()}`];
  });
}

describe('through a year in every zone that changes its clocks', () => {
  it('there are many zones, and their times skipped and shown twice are many', () => {
    expect(zones.length).toBeGreaterThan(100);
    expect(new Set(zones.flatMap(hardTimesOf)).size).toBeGreaterThan(5);
  });

  it('a daily schedule is due once on each day, at its time, even at one that is skipped or shown twice', () => {
    const faults = clocks.flatMap((zone) =>
      hardTimesOf(zone).flatMap((time) => faultsOf(zone, time, walks.daily)),
    );
    expect(faults).toEqual([]);
  });

  it.each(['weekly', 'monthly'] as const)(
    'a %s schedule is due once on each of its days, at its time',
    (walk) => {
      const faults = zones.flatMap((zone) =>
        timesOf(zone).flatMap((time) => faultsOf(zone, time, walks[walk])),
      );
      expect(faults).toEqual([]);
    },
  );
});
