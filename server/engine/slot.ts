/** One run in one worker's hands, from its claim to its release. */
import { setTimeout as sleep } from 'node:timers/promises';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { isDatabaseTrouble } from '../db/database-trouble.ts';
import { isError } from '../errors.ts';
import { loggedAs } from '../log.ts';
import { advance } from './advance.ts';
import { type Claim, releaseRun } from './claim.ts';
import { failRun } from './end-run.ts';
import { presentable } from './failures.ts';
import type { LeasedRun } from './leased-run.ts';
import { stageAhead } from './progress/stage-progress.ts';
import { writeRunLog } from './run-log/keeper.ts';
import { showEveryMs } from './show-every.ts';
import { showLog } from './show-log.ts';
import { takeUp } from './take-up.ts';

/** `trouble`: the database did not answer; nothing is lost, but trying again at once is pointless. */
export type SlotResult = 'done' | 'trouble';

/**
 * Works on a claimed run until it ends, is paused, or is to be left; then gives it back. Never throws. `sideBySide`:
 * runs that this process works on now.
 */
export function workOn(leased: LeasedRun, claim: Claim, sideBySide = () => 1): Promise<SlotResult> {
  return loggedAs({ run: leased.run.runId }, () => workOnClaimed(leased, claim, sideBySide));
}

async function workOnClaimed(leased: LeasedRun, claim: Claim, sideBySide: () => number): Promise<SlotResult> {
  const { engine } = leased;
  const watch = keepWatch(leased, sideBySide);
  try {
    await takeUp(leased, claim.isTakeover);
    await advance(leased);
    await leased.flush();
    return 'done';
  } catch (error) {
    return await stopFor(leased, error);
  } finally {
    await watch.end();
    await showLog(leased).catch((error: unknown) => engine.log.warn({ err: error }, 'log files not written'));
    await giveBack(leased).catch((error: unknown) => {
      engine.log.warn({ err: error }, 'lease not released: it runs out by itself');
    });
  }
}

/**
 * Releases the run, and rings for the next worker where there is more to do on it. What a person did to it while it
 * was ours is ours to log, unless another worker goes on with it.
 */
async function giveBack({ engine, run, holder, loggedSeq, isLeaving }: LeasedRun): Promise<void> {
  const { database } = engine;
  const freed = await releaseRun(database, run, holder);
  if (freed?.status === RunStatus.Running && isLeaving) engine.ring(run._id);
  const released = freed ?? (await database.of(AutomationRun).findOne({ _id: run._id }));
  if (released && released.lease.token !== holder.token) engine.observe.leaseLost();
  if (released && released.status !== RunStatus.Running && released.seq > loggedSeq) {
    await writeRunLog(engine, released);
  }
}

async function stopFor(leased: LeasedRun, error: unknown): Promise<SlotResult> {
  const { log } = leased.engine;
  const left = whyLeft(leased, error);
  if (left) return left;
  // Not `current`: what goes wrong before a stage has begun is not the fault of the one before it.
  const stage = stageAhead(leased.run) ?? leased.run.current;
  const shown = presentable(error, stage);
  if (shown !== error) log.error({ err: error, stage }, 'unexpected error in a stage');
  try {
    await failRun(leased, stage, shown);
    return 'done';
  } catch (refused) {
    const left = whyLeft(leased, refused);
    if (left) return left;
    log.error({ err: refused, stage, failure: shown.message }, 'the run could not be ended as failed');
    return 'trouble';
  }
}

/** What comes of an error that is not the run's own, which goes on or is another's; null: it is its own. */
function whyLeft(leased: LeasedRun, error: unknown): SlotResult | null {
  const { log } = leased.engine;
  if (isDatabaseTrouble(error)) {
    log.warn({ err: error }, 'database trouble: the run goes on when it answers');
    return 'trouble';
  }
  if (leased.signal.aborted || isError(error, 'LEASE_LOST')) {
    log.info('run left: it is no longer ours');
    return 'done';
  }
  return null;
}

/** Renews the lease, shows progress and writes the log files, side by side with the batches. */
function keepWatch(leased: LeasedRun, sideBySide: () => number) {
  const { leaseMs, flushMs } = leased.engine.timing;
  const lost = (error: unknown) => {
    if (isError(error, 'LEASE_LOST') || leased.isOverdue) leased.abandon(error);
  };
  const beat = setInterval(() => void leased.heartbeat().catch(lost), leaseMs / 4);
  const over = new AbortController();
  const waitMs = () => showEveryMs(flushMs, sideBySide());
  const show = async () => {
    while (await sleep(waitMs(), true, { signal: over.signal }).catch(() => false)) {
      await leased.flush().catch(lost);
      await showLog(leased).catch(lost);
    }
  };
  const showing = show();
  return {
    /** Resolves when nothing is being written any more: two writers of one file would spoil it. */
    async end() {
      clearInterval(beat);
      over.abort();
      await showing;
    },
  };
}
