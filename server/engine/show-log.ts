import { errors } from '../errors.ts';
import type { LeasedRun } from './leased-run.ts';
import { writeRunLog } from './run-log/keeper.ts';
import { isActive } from './run-state.ts';

/**
 * Brings this machine's log files of the run up to date. The first time in the run's life that they cannot be written,
 * the run's own log says so.
 */
export async function showLog(leased: LeasedRun): Promise<void> {
  if (leased.run.seq === leased.loggedSeq) return;
  const { seq, warning } = await writeRunLog(leased.engine, leased.run);
  leased.loggedSeq = seq;
  const isSaid = () => leased.run.hasLogWarning || !isActive(leased.run.status);
  if (warning === null || isSaid()) return;
  const { code } = errors.logNotWritten({ reason: warning });
  const event = { type: 'run.warning', code, message: warning } as const;
  await leased.commit(async () => {
    // A commit before this one in the line may have said it.
    if (isSaid()) return { change: {}, result: undefined };
    return {
      change: { set: { hasLogWarning: true } },
      events: [{ stage: null, event }],
      result: undefined,
    };
  });
}
