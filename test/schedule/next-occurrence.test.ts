import { describe, expect, it } from 'vitest';
import { Frequency, Weekday } from '../../schema/automation-schedule.ts';
import { nextOccurrence, type Timing } from '../../server/schedule/next-occurrence.ts';

function timing(zone: string, time: string, fields: Partial<Timing> = {}): Timing {
  return { frequency: Frequency.Daily, weekday: Weekday.Monday, day: 1, zone, time, ...fields };
}

/** The first `count` times after an instant, as UTC. */
function times(of: Timing, after: string, count: number): string[] {
  const found: Date[] = [];
  for (let last = new Date(after); found.length < count; found.push(last)) last = nextOccurrence(of, last);
  return found.map((at) => at.toISOString().replace(':00.000Z', 'Z'));
}

const weekly = (weekday: Weekday) => ({ frequency: Frequency.Weekly, weekday });
const monthly = (day: number) => ({ frequency: Frequency.Monthly, day });

describe('a schedule', () => {
  it('is due on every day, week or month at the same time of the wall clock', () => {
    expect(times(timing('Asia/Tokyo', '02:00'), '2026-01-31T00:00Z', 2)).toEqual([
      '2026-01-31T17:00Z',
      '2026-02-01T17:00Z',
    ]);
    expect(times(timing('UTC', '09:30', weekly(Weekday.Thursday)), '2026-01-01T09:29Z', 3)).toEqual([
      '2026-01-01T09:30Z',
      '2026-01-08T09:30Z',
      '2026-01-15T09:30Z',
    ]);
    expect(times(timing('UTC', '09:30', monthly(15)), '2026-11-15T09:30Z', 2)).toEqual([
      '2026-12-15T09:30Z',
      '2027-01-15T09:30Z',
    ]);
  });

  it('is due later than the time it is asked about, never at it', () => {
    const daily = timing('UTC', '02:00');
    expect(times(daily, '2026-05-04T01:59:59.999Z', 1)).toEqual(['2026-05-04T02:00Z']);
    expect(times(daily, '2026-05-04T02:00Z', 1)).toEqual(['2026-05-05T02:00Z']);
  });

  it('is due on the last day of months that are shorter', () => {
    expect(times(timing('UTC', '02:00', monthly(31)), '2026-01-31T03:00Z', 4)).toEqual([
      '2026-02-28T02:00Z',
      '2026-03-31T02:00Z',
      '2026-04-30T02:00Z',
      '2026-05-31T02:00Z',
    ]);
    expect(times(timing('UTC', '02:00', monthly(30)), '2028-02-01T00:00Z', 1)).toEqual(['2028-02-29T02:00Z']);
  });
});

describe('a time that its day does not have', () => {
  it.each([
    // zone, time, asked after, due, and the day after
    ['Europe/Berlin', '02:30', '2026-03-28T12:00Z', '2026-03-29T01:00Z', '2026-03-30T00:30Z'],
    ['Europe/Berlin', '02:00', '2026-03-28T12:00Z', '2026-03-29T01:00Z', '2026-03-30T00:00Z'],
    ['America/New_York', '02:59', '2026-03-07T12:00Z', '2026-03-08T07:00Z', '2026-03-09T06:59Z'],
    // By half an hour.
    ['Australia/Lord_Howe', '02:15', '2026-10-03T12:00Z', '2026-10-03T15:30Z', '2026-10-04T15:15Z'],
    // At midnight, so that the day begins at one.
    ['Africa/Cairo', '00:00', '2026-04-23T12:00Z', '2026-04-23T22:00Z', '2026-04-24T21:00Z'],
    ['Africa/Cairo', '00:30', '2026-04-23T12:00Z', '2026-04-23T22:00Z', '2026-04-24T21:30Z'],
    ['Asia/Beirut', '00:15', '2026-03-28T12:00Z', '2026-03-28T22:00Z', '2026-03-29T21:15Z'],
    ['America/Asuncion', '00:45', '2023-09-30T12:00Z', '2023-10-01T04:00Z', '2023-10-02T03:45Z'],
    ['America/Santiago', '00:30', '2026-09-05T12:00Z', '2026-09-06T04:00Z', '2026-09-07T03:30Z'],
    // Before midnight, so that the clock goes on in the next day.
    ['America/Nuuk', '23:30', '2026-03-28T12:00Z', '2026-03-29T01:00Z', '2026-03-30T00:30Z'],
  ])('%s %s is due when the clock goes on', (zone, time, after, due, dayAfter) => {
    expect(times(timing(zone, time), after, 2)).toEqual([due, dayAfter]);
  });
});

describe('a time that its day has twice', () => {
  it.each([
    ['Europe/Berlin', '02:30', '2026-10-24T12:00Z', '2026-10-25T00:30Z', '2026-10-26T01:30Z'],
    ['America/New_York', '01:00', '2026-10-31T12:00Z', '2026-11-01T05:00Z', '2026-11-02T06:00Z'],
    ['Australia/Lord_Howe', '01:45', '2026-04-04T00:00Z', '2026-04-04T14:45Z', '2026-04-05T15:15Z'],
    ['Africa/Cairo', '23:30', '2026-10-29T12:00Z', '2026-10-29T20:30Z', '2026-10-30T21:30Z'],
    ['America/Asuncion', '23:15', '2024-03-23T12:00Z', '2024-03-24T02:15Z', '2024-03-25T03:15Z'],
    // The clock goes back over midnight: the day before has its last hour again.
    ['America/Havana', '00:30', '2026-10-31T12:00Z', '2026-11-01T04:30Z', '2026-11-02T05:30Z'],
  ])('%s %s is due the first time', (zone, time, after, due, dayAfter) => {
    expect(times(timing(zone, time), after, 2)).toEqual([due, dayAfter]);
  });

  it('is due no second time for who asks between the two', () => {
    expect(times(timing('Europe/Berlin', '02:30'), '2026-10-25T01:00Z', 1)).toEqual(['2026-10-26T01:30Z']);
  });
});

describe('a day that a zone has left out', () => {
  // Samoa went over the date line: the 29th of December was followed by the 31st.
  it('has no daily occurrence', () => {
    expect(times(timing('Pacific/Apia', '02:00'), '2011-12-28T13:00Z', 3)).toEqual([
      '2011-12-29T12:00Z',
      '2011-12-30T12:00Z',
      '2011-12-31T12:00Z',
    ]);
  });

  it.each([
    ['week', weekly(Weekday.Friday), '2012-01-05T12:00Z'],
    ['month', monthly(30), '2012-01-29T12:00Z'],
  ])('is made up for as the next begins where it was the day of the %s', (_, fields, following) => {
    expect(times(timing('Pacific/Apia', '02:00', fields), '2011-12-28T13:00Z', 2)).toEqual([
      '2011-12-30T10:00Z',
      following,
    ]);
  });
});

describe('a time zone that this machine does not know', () => {
  it.each(Object.values(Frequency))('is refused at once, for a %s schedule', (frequency) => {
    const unknown = timing('Mars/Utopia', '02:00', { frequency });
    expect(() => nextOccurrence(unknown, new Date('2026-01-01'))).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_TIME_ZONE' }),
    );
  });
});
