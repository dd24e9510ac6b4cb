import type { ObjectId } from 'mongodb';
import { Account } from '../../schema/account.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { releaseStrayHolds } from '../credits/stray-holds.ts';
import { removeRemains } from '../db/deletion.ts';
import { sweepMedia } from '../media/sweep.ts';
import type { Engine } from './engine.ts';
import { seeToFollowUps } from './follow-ups.ts';
import { seeToPaused } from './left-paused.ts';
import { resumeRun } from './steer-run.ts';
import { tellOfStuck } from './stuck.ts';
import { unlessChanged } from './unless-changed.ts';

const duties: Readonly<Record<string, (engine: Engine) => Promise<unknown>>> = {
  'holds without a run': ({ database }) => releaseStrayHolds(database),
  'runs that wait for credits': resumeForCredits,
  'runs left paused': seeToPaused,
  'runs that do not move on': tellOfStuck,
  'runs that are to follow others': followUp,
  'remains of what was deleted': removeRemains,
  'pictures that nothing shows': sweepMedia,
};

/**
 * What the clock does every minute. Doing it twice, or in two processes at once, does it once. What cannot be done now
 * is logged, keeps nothing else from being done, and is tried again in a minute.
 */
export async function maintain(engine: Engine): Promise<void> {
  for (const [of, see] of Object.entries(duties)) {
    await see(engine).catch((err: unknown) => engine.log.warn({ err, of }, 'maintenance not done'));
  }
}

/** Starts the runs that are to follow others. One that cannot be started now holds up nothing else that is to be done. */
async function followUp(engine: Engine): Promise<void> {
  const followed = { 'followUps.0': { $exists: true }, active: false };
  for (const site of await engine.database.of(AutomationRun).distinct('site', followed)) {
    await seeToFollowUps(engine, site);
  }
}

/**
 * Resumes runs that are paused for credits and could go on now; of one account, the longest paused first. Returns
 * those that were resumed.
 */
export async function resumeForCredits(engine: Engine, account?: ObjectId): Promise<AutomationRun[]> {
  const { database } = engine;
  const paused = await database
    .of(AutomationRun)
    .find(
      { status: RunStatus.Paused, 'pause.reason': 'credits', ...(account && { account }) },
      { sort: { 'pause.at': 1 } },
    )
    .toArray();
  // A resumed run takes its credits when it comes to its batch: until then they are not for the next one.
  const promised = new Map<string, number>();
  const resumed: AutomationRun[] = [];
  for (const run of paused) {
    const { pause } = run;
    if (!pause) continue;
    const owner = run.account.toHexString();
    const needed = (promised.get(owner) ?? 0) + pause.needed;
    const enough = await database.of(Account).findOne({ _id: run.account, available: { $gte: needed } });
    if (!enough) continue;
    promised.set(owner, needed);
    const by = 'the account: credits were added';
    const now = await unlessChanged(resumeRun(engine, run._id, by, pause));
    if (now) resumed.push(now);
  }
  return resumed;
}
