interface Told {
  readonly id: string;
  readonly seq: number;
  readonly startedAt: string;
  readonly active: boolean;
}

/**
 * Which of the two is the later: what a request answers may come after what happened since, as a run that fails at
 * once is told of before the answer to its start. A run that goes on is later than any that has ended: an older one may
 * have been resumed.
 */
export function laterRun<Run extends Told>(known: Run | null | undefined, told: Run): Run {
  if (!known) return told;
  if (known.id === told.id) return told.seq < known.seq ? known : told;
  if (known.active !== told.active) return known.active ? known : told;
  return Date.parse(told.startedAt) < Date.parse(known.startedAt) ? known : told;
}

/**
 * The run to show after an event that told of one. Events come in the order in which they were read, each of the run that
 * is the site's by then: another one than was known takes its place, as where a start was taken back. Of the same run,
 * the answer to an act may be known already that is later.
 */
export function toldRun<Run extends Told>(known: Run | null | undefined, told: Run): Run {
  return known?.id === told.id ? laterRun(known, told) : told;
}
