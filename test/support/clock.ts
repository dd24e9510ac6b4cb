export interface Clock {
  now(): Date;
  /** Moves the time on, by milliseconds. */
  advance(ms: number): void;
}

/** A clock that stands still until it is moved: 3 December 2025, 14:05:23 UTC, as in the plan's examples. */
export function fixedClock(start = new Date('2025-12-03T14:05:23Z')): Clock {
  let time = start.getTime();
  return {
    now: () => new Date(time),
    advance(ms) {
      time += ms;
    },
  };
}
