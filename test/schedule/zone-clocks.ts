import { minuteMs, weekMs } from '../../server/durations.ts';
/** A zone's clock through a year, asked of Intl alone: what a schedule's rule is held against. */
export interface ZoneClocks {
  readonly name: string;
  /** When the clock is changed, from which offset to which (minutes ahead of UTC). */
  readonly changes: readonly { at: number; before: number; after: number }[];
  /** What the clock shows at an instant, as if it were UTC. */
  shown(at: number): number;
  /** Every instant at which the clock shows this, the first one first; none where it skips it. */
  instantsOf(shown: number): number[];
}

export function clocksOf(name: string, year: number): ZoneClocks {
  const format = new Intl.DateTimeFormat('sv', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' });
  const askedOffset = (at: number) =>
    (Date.parse(`${format.format(at).replace(' ', 'T')}Z`) - Math.floor(at / 1_000) * 1_000) / minuteMs;
  const weeks = Array.from({ length: 56 }, (_, week) => Date.UTC(year, 0, -7) + weekMs * week);
  const first = askedOffset(weeks[0] ?? 0);
  let before = first;
  const changes = weeks.flatMap((week) => {
    const [from, after] = [before, askedOffset(week)];
    before = after;
    if (from === after) return [];
    return [{ at: changeWithin(week - weekMs, week, (at) => askedOffset(at) === from), before: from, after }];
  });
  const offsetAt = (at: number) => changes.findLast((change) => change.at <= at)?.after ?? first;
  const offsets = [...new Set([first, ...changes.map(({ after }) => after)])];
  const shown = (at: number) => at + offsetAt(at) * minuteMs;
  return {
    name,
    changes,
    shown,
    instantsOf: (wanted) =>
      offsets
        .map((offset) => wanted - offset * minuteMs)
        .filter((at) => shown(at) === wanted)
        .sort((a, b) => a - b),
  };
}

/** The first second for which `isBefore` does not hold any more. */
function changeWithin(early: number, late: number, isBefore: (at: number) => boolean): number {
  let [from, to] = [early / 1_000, late / 1_000];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (isBefore(middle * 1_000)) from = middle;
    else to = middle;
  }
  return to * 1_000;
}
