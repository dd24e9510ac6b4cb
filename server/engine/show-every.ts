/** Of so many runs in one process each is shown as often as it may be. */
const shownInFull = 8;
/** Milliseconds: what a timer can wait at most. */
const longestWait = 2 ** 31 - 1;

/**
 * Milliseconds between two looks at what a run has to show, with so many at work in one process: with more than a few,
 * each is shown less often. A batch's commit shows what was noted before it, so hardly a phase then needs a
 * transaction of its own: of fifty runs, a third of all transactions and a fifth of all commands were for that.
 */
export function showEveryMs(flushMs: number, sideBySide: number): number {
  return Math.min(flushMs * Math.max(1, sideBySide / shownInFull), longestWait);
}
