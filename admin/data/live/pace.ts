/** How often is asked for what no socket tells of. */

const busyMs = 3_000;

/** As the plan has it: every 3 s while a run is at work, every 10 s while it is paused, then no more. In ms. */
export function pollingFor(status: string | undefined): number | false {
  if (status === 'RUNNING') return busyMs;
  return status === 'PAUSED' ? 10_000 : false;
}

/**
 * For what a run moves: its pace, and once more where the run was read since, so that it is seen as the run has left
 * it. Times in ms.
 */
export function paceBeside(
  status: string | undefined,
  runReadAt: number,
): (snapshot: unknown, readAt: number) => number | false {
  return (_, readAt) => pollingFor(status) || (readAt <= runReadAt && busyMs);
}
