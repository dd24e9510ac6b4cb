import { expect, it } from 'vitest';
import { dayIn } from '../../server/graphql/day-in.ts';

it('a span without an end costs as much as one up to now: the database is told of no changes of clocks after it', () => {
  const [from, now] = [new Date('2025-01-01'), new Date('2025-12-31')];
  const untilNow = dayIn('Europe/Berlin', { from, to: now, now });
  expect(JSON.stringify(untilNow)).toContain('2025-10-26T01:00:00.000Z');
  expect(dayIn('Europe/Berlin', { from, to: new Date('2031-01-01'), now })).toEqual(untilNow);
});
