import { IANAZone } from 'luxon';
import { weekMs } from '../durations.ts';

/** Nothing of Galley's is older. */
const eldest = Date.UTC(2020);

/**
 * The day of `createdAt` in the time zone, such as `2025-12-03`, as an expression of MongoDB, for times in this span.
 * The database is told the zone's offsets and not its name: it may not know a zone that is younger than itself. Nothing
 * is from after `now`, however far the span goes.
 */
export function dayIn(timeZone: string, { from, to, now }: Record<'from' | 'to' | 'now', Date>): object {
  const zone = IANAZone.create(timeZone);
  const offsetAt = (at: number) => zone.formatOffset(at, 'short');
  const last = Math.min(to.getTime(), now.getTime());
  let at = Math.max(from.getTime(), eldest);
  const offsets = [offsetAt(at)];
  const changes: Date[] = [];
  for (let next = at; at < last; at = next) {
    next = Math.min(at + weekMs, last);
    if (zone.offset(at) === zone.offset(next)) continue;
    changes.push(new Date(changeBetween(zone, at, next)));
    offsets.push(offsetAt(next));
  }
  const changesBefore = { $filter: { input: changes, cond: { $lte: ['$$this', '$createdAt'] } } };
  const timezone = { $arrayElemAt: [offsets, { $size: changesBefore }] };
  return { $dateToString: { date: '$createdAt', format: '%Y-%m-%d', timezone } };
}

/** The moment at which the zone takes the offset that it has at `after`. */
function changeBetween(zone: IANAZone, before: number, after: number): number {
  if (after - before <= 1) return after;
  const middle = Math.floor((before + after) / 2);
  const isChanged = zone.offset(middle) === zone.offset(after);
  return isChanged ? changeBetween(zone, before, middle) : changeBetween(zone, middle, after);
}
