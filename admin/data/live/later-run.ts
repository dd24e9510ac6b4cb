interface Told {
  readonly id: string;
  readonly seq: number;
  readonly startedAt: string;
}

/**
 * Which of the two is the later: what a request answers may come after what happened since, as a run that fails at
 * once is told of before the answer to its start.
 */
export function laterRun<Run extends Told>(known: Run | null | undefined, told: Run): Run {
  if (!known) return told;
  if (known.id === told.id) return told.seq < known.seq ? known : told;
  return Date.parse(told.startedAt) < Date.parse(known.startedAt) ? known : told;
}
