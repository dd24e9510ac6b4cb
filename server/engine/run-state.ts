import { RunStatus } from '../../schema/automation-run.ts';
import { errors } from '../errors.ts';

export type RunAction = 'pause' | 'resume' | 'cancel' | 'complete' | 'fail';

/** From which states an action leads to which: all that may ever happen to a run. */
const table: Record<RunAction, { from: readonly RunStatus[]; to: RunStatus }> = {
  // A pause for credits can become a person's, which no credits end.
  pause: { from: [RunStatus.Running, RunStatus.Paused], to: RunStatus.Paused },
  resume: { from: [RunStatus.Paused, RunStatus.Failed], to: RunStatus.Running },
  cancel: { from: [RunStatus.Running, RunStatus.Paused], to: RunStatus.Cancelled },
  complete: { from: [RunStatus.Running, RunStatus.Paused], to: RunStatus.Completed },
  fail: { from: [RunStatus.Running, RunStatus.Paused], to: RunStatus.Failed },
};

/** The states in which a run holds its site. */
export const activeStatuses: readonly RunStatus[] = [RunStatus.Running, RunStatus.Paused];

export function isActive(status: RunStatus): boolean {
  return activeStatuses.includes(status);
}

/** Where the action leads from here, or undefined where it is not allowed. */
export function nextStatus(status: RunStatus, action: RunAction): RunStatus | undefined {
  const { from, to } = table[action];
  return from.includes(status) ? to : undefined;
}

/** As `nextStatus`, but throws TRANSITION_REFUSED where the action is not allowed. */
export function transition(run: { runId: string; status: RunStatus }, action: RunAction): RunStatus {
  const next = nextStatus(run.status, action);
  if (!next) throw refused(run, action);
  return next;
}

export function refused({ runId, status }: { runId: string; status: RunStatus }, action: RunAction): Error {
  return errors.transitionRefused({ runId, action, status });
}
