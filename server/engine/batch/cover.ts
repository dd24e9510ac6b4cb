import { AutomationRun, RunStatus } from '../../../schema/automation-run.ts';
import type { Pause } from '../../../schema/run-stop.ts';
import { growHold, takeHold } from '../../credits/ledger.ts';
import { errors, isError } from '../../errors.ts';
import { addNotification } from '../../notifications/outbox.ts';
import type { LeasedRun } from '../leased-run.ts';
import { pausedNews } from '../news.ts';

/** A hold grows by at least this share of the run's estimate, so that it need not grow with every batch. */
const chunkShare = 0.05;

/**
 * Makes sure that the run holds `needed` milli-credits that are not spent yet: grows the hold in a transaction of
 * its own where it is short. Returns false, and the run is paused for credits, where the account has not enough.
 * `needed` is asked again whenever what is held is read again: batches are paid meanwhile.
 */
export async function coverCost(leased: LeasedRun, needed: () => number): Promise<boolean> {
  if (leased.run.creditsLeft >= needed()) return true;
  const chunk = Math.ceil((leased.run.estimate.credits * chunkShare) / 1000) * 1000;
  const isGrown = (await growBy(leased, needed, chunk)) || (await growBy(leased, needed, 0));
  if (!isGrown) await pauseForCredits(leased, needed);
  return isGrown;
}

async function growBy(leased: LeasedRun, needed: () => number, atLeast: number): Promise<boolean> {
  try {
    return await leased.commit(async (session) => {
      const { database } = leased.engine;
      const run = await database.of(AutomationRun).findOne({ _id: leased.run._id }, { session });
      if (!run) throw errors.leaseLost({ runId: leased.run.runId });
      const short = needed() - run.creditsLeft;
      if (short <= 0) return { change: {}, result: true };
      const amount = Math.max(short, atLeast);
      // A run whose estimate was nothing has no hold yet.
      const enlarge = run.hold === 0 ? takeHold : growHold;
      if (!(await enlarge(database, run, amount, session))) {
        throw errors.holdShort({ needed: needed(), left: run.creditsLeft });
      }
      return {
        change: { add: { hold: amount, creditsLeft: amount } },
        events: [{ stage: null, event: { type: 'run.holdExtended', amount } }],
        result: true,
      };
    });
  } catch (error) {
    if (isError(error, 'HOLD_SHORT')) return false;
    throw error;
  }
}

async function pauseForCredits(leased: LeasedRun, needed: () => number): Promise<void> {
  await leased.commit(async (session) => {
    const { database } = leased.engine;
    const run = await database.of(AutomationRun).findOne({ _id: leased.run._id }, { session });
    // A person was first: their pause is not to end by itself.
    if (run?.status !== RunStatus.Running) return { change: {}, result: undefined };
    const needs = { needed: needed(), left: run.creditsLeft };
    const { message } = errors.holdShort(needs);
    const pause: Pause = {
      reason: 'credits',
      message,
      by: null,
      at: leased.engine.now(),
      needed: needs.needed - needs.left,
    };
    await addNotification(database, pausedNews(run, message, pause.at), session);
    return {
      change: { set: { status: RunStatus.Paused, pause } },
      events: [{ stage: null, event: { type: 'run.paused', reason: 'credits', message } }],
      result: undefined,
    };
  });
  leased.engine.announce();
}
