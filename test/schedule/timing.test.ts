import { describe, expect, it } from 'vitest';
import { AutomationSchedule, Frequency, Weekday } from '../../schema/automation-schedule.ts';
import { overdue, timingOf, upcoming } from '../../server/schedule/timing.ts';

const site = { timeZone: 'UTC' };
const daily = timingOf(Object.assign(new AutomationSchedule(), { time: '02:00' }), site);
const at = (text: string) => new Date(`2026-${text}Z`);
const texts = (times: readonly Date[]) => times.map((time) => time.toISOString().slice(5, 16));

describe('what is overdue', () => {
  it.each([
    // hours, now, missed, due
    [6, '05-04T01:00', [], '05-04T02:00'],
    [6, '05-04T02:00', [], '05-04T02:00'],
    [6, '05-04T07:59', [], '05-04T02:00'],
    [6, '05-04T08:00', ['05-04T02:00'], '05-05T02:00'],
    [6, '05-06T03:00', ['05-04T02:00', '05-05T02:00'], '05-06T02:00'],
    [6, '05-06T23:00', ['05-04T02:00', '05-05T02:00', '05-06T02:00'], '05-07T02:00'],
    // No longer than until the next one.
    [48, '05-05T01:59', [], '05-04T02:00'],
    [48, '05-05T02:00', ['05-04T02:00'], '05-05T02:00'],
    // The minutes that a look may come late are no lateness.
    [0, '05-04T02:04', [], '05-04T02:00'],
    [0, '05-04T02:05', ['05-04T02:00'], '05-05T02:00'],
  ])('with %i hours to catch up, at %s, is missed: %j, and due: %s', (hours, now, missed, due) => {
    const found = overdue(daily, hours, at('05-04T02:00'), at(now));
    expect(texts(found.missed)).toEqual(missed);
    expect(texts([found.due])).toEqual([due]);
  });
});

describe('what is to come', () => {
  it('begins with the time at which the schedule stands, even where that waits', () => {
    const schedule = Object.assign(new AutomationSchedule(), {
      enabled: true,
      frequency: Frequency.Weekly,
      weekday: Weekday.Sunday,
      nextRunAt: at('05-03T02:00'),
    });
    expect(texts(upcoming(schedule, site, 3))).toEqual(['05-03T02:00', '05-10T02:00', '05-17T02:00']);
  });

  it('is nothing while it is switched off', () => {
    expect(upcoming(new AutomationSchedule(), site, 3)).toEqual([]);
  });
});
