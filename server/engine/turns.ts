/** A run in a slot, as far as its turn is concerned. */
interface Turn {
  /** How long it has had the slot, in milliseconds. */
  readonly leasedMs: number;
  /** True once it is about to give the slot up. */
  readonly isLeaving: boolean;
}

/**
 * Which runs give up their slots for those that wait: as many as wait, less those that leave already; the longest at
 * work first, and none before it has had its slice.
 */
export function whoGivesWay<T extends Turn>(turns: readonly T[], waiting: number, sliceMs: number): T[] {
  const leaving = turns.filter(({ isLeaving }) => isLeaving).length;
  return turns
    .filter(({ leasedMs, isLeaving }) => !isLeaving && leasedMs >= sliceMs)
    .sort((a, b) => b.leasedMs - a.leasedMs)
    .slice(0, Math.max(0, waiting - leaving));
}
