import { describe, expect, it } from 'vitest';
import { RunStatus } from '../../schema/automation-run.ts';
import {
  activeStatuses,
  isActive,
  nextStatus,
  type RunAction,
  transition,
} from '../../server/engine/run-state.ts';

const actions: RunAction[] = ['pause', 'resume', 'cancel', 'complete', 'fail'];
const { Running, Paused, Completed, Failed, Cancelled } = RunStatus;

/** Where each action leads; what is not listed is refused. */
const allowed: Record<RunStatus, Partial<Record<RunAction, RunStatus>>> = {
  [Running]: { pause: Paused, cancel: Cancelled, complete: Completed, fail: Failed },
  [Paused]: { pause: Paused, resume: Running, cancel: Cancelled, complete: Completed, fail: Failed },
  [Failed]: { resume: Running },
  [Completed]: {},
  [Cancelled]: {},
};
const cases = Object.values(RunStatus).flatMap((status) =>
  actions.map((action) => [action, status] as const),
);

describe('the states of a run', () => {
  it.each(cases)('%s of a run that is %s leads where the table says, or nowhere', (action, status) => {
    const next = allowed[status][action];
    expect(nextStatus(status, action)).toBe(next);
    const act = () => transition({ runId: 'run_1', status }, action);
    if (next) expect(act()).toBe(next);
    else {
      expect(act).toThrow(
        expect.objectContaining({
          code: 'TRANSITION_REFUSED',
          message: `Cannot ${action} the run run_1: it is ${status}.`,
        }),
      );
    }
  });

  it('hold the site while running or paused, and in no other', () => {
    expect(Object.values(RunStatus).filter(isActive)).toEqual([Running, Paused]);
    expect(activeStatuses).toEqual([Running, Paused]);
  });
});
