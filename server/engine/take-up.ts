import { AiCall } from '../../schema/ai-call.ts';
import { latestBatches } from '../ai/journal.ts';
import { heldFor, takeHold, withReserve } from '../credits/ledger.ts';
import type { LeasedRun } from './leased-run.ts';
import { tooFewCredits } from './refusal.ts';
import { showLog } from './show-log.ts';

/** The start holds a run under token 1; with the next one, nobody has worked on it yet. */
const firstClaim = 2;

/**
 * Sets a freshly claimed run straight: finishes a start that was cut off before it had its hold, says that the run
 * was taken over, and writes what this machine lacks of the log files. Throws INSUFFICIENT_CREDITS.
 */
export async function takeUp(leased: LeasedRun, isTakeover: boolean): Promise<void> {
  const { run, engine } = leased;
  if (run.hold === 0 && run.estimate.credits > 0) await finishStart(leased);
  if (run.lease.token > firstClaim) {
    leased.begunBefore = await latestBatches(engine.database.of(AiCall), run._id);
  }
  if (isTakeover) leased.note(null, { type: 'run.takenOver' });
  await showLog(leased);
}

async function finishStart(leased: LeasedRun): Promise<void> {
  const { run, engine } = leased;
  const needed = withReserve(run.estimate.credits);
  if (!(await takeHold(engine.database, run, needed))) {
    throw await tooFewCredits(engine.database, run, run.estimate.credits);
  }
  const hold = await heldFor(engine.database, run);
  await leased.commit(async () => ({ change: { set: { hold, creditsLeft: hold } }, result: undefined }));
}
