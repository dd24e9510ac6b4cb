/** Runs that are to follow another, to try again what failed in it. */
import type { Filter, ObjectId } from 'mongodb';
import { Activity } from '../../schema/activity.ts';
import { AutomationRun, type FollowUp, RunTrigger } from '../../schema/automation-run.ts';
import { Site } from '../../schema/site.ts';
import { transaction } from '../db/database.ts';
import { dayMs } from '../durations.ts';
import { errors, GalleyError, isError } from '../errors.ts';
import { insertActivity } from './activity.ts';
import type { Engine } from './engine.ts';
import { putAllBack } from './put-back.ts';
import type { Registry } from './registry.ts';
import { writeRunLog } from './run-log/keeper.ts';
import { type Along, startRun } from './start-run.ts';

/** Thrown within a start's transaction: another process has started the run that is to follow. */
class StartedAlready extends Error {}

/**
 * Starts the run that was left to follow one of the site that has ended. Doing it twice, or being cut off, starts one
 * run. Where it is refused, its items wait for the next run, and the run that it was to follow says why. Whatever else
 * goes wrong is thrown, and it is to be tried again.
 */
export async function startFollowUps(engine: Engine, siteId: ObjectId): Promise<void> {
  const runs = engine.database.of(AutomationRun);
  const site = await engine.database.of(Site).findOne({ _id: siteId });
  const before = site && (await runs.findOne(followed(siteId, engine.registry)));
  if (!before || (await runs.findOne({ site: siteId, active: true }))) return;
  const { followUps } = before;
  try {
    const from = earliest(followUps, engine.registry);
    const along = takenBy(engine, before);
    await startRun(engine, { site: siteId, trigger: RunTrigger.Manual, from, retries: followUps, along });
  } catch (error) {
    if (error instanceof StartedAlready || isError(error, 'RUN_ALREADY_ACTIVE')) return;
    if (!(error instanceof GalleyError)) throw error;
    await transaction(engine.database.client, (session) => putAllBack(engine, site, followUps, session));
    await refuse(engine, before, error);
  }
}

/**
 * `startFollowUps`, once what waits for stages that are gone has been let go. What goes wrong is logged, as it is to be
 * tried again.
 */
export async function seeToFollowUps(engine: Engine, site: ObjectId): Promise<void> {
  await tried(engine, site, letGo);
  await tryFollowUps(engine, site);
}

/** `startFollowUps`; what goes wrong is logged, as it is to be tried again. */
export async function tryFollowUps(engine: Engine, site: ObjectId): Promise<void> {
  await tried(engine, site, startFollowUps);
}

async function tried(engine: Engine, site: ObjectId, work: typeof startFollowUps): Promise<void> {
  await work(engine, site).catch((error: unknown) => {
    engine.log.warn({ err: error, site }, 'no run followed yet');
  });
}

/** Ended runs of the site that others are to follow, but for those that go through stages this process lacks. */
function followed(site: ObjectId, registry: Registry): Filter<AutomationRun> {
  return { ...toBeFollowed(site), followUps: { $not: ofLackedStages(registry) } };
}

function toBeFollowed(site: ObjectId) {
  return { site, active: false, 'followUps.0': { $exists: true } };
}

function ofLackedStages({ keys }: Registry) {
  return { $elemMatch: { stage: { $nin: [...keys] } } };
}

/** Gives up what waits for stages that this process lacks, where a process that has them had a day to start it. */
async function letGo(engine: Engine, site: ObjectId): Promise<void> {
  const { database, registry, now } = engine;
  const runs = database.of(AutomationRun);
  const before = await runs.findOne({ ...toBeFollowed(site), followUps: ofLackedStages(registry) });
  // One that has them starts it as soon as no run is active: of a site with a run a night, it has had its moment.
  const waited = now().getTime() - (before?.endedAt?.getTime() ?? 0);
  if (!before || waited < dayMs || (await runs.findOne({ site, active: true }))) return;
  const { keys } = registry;
  const kept = before.followUps.filter(({ stage }) => keys.includes(stage));
  const [lost] = before.followUps.filter(({ stage }) => !keys.includes(stage));
  if (lost) await refuse(engine, before, errors.unknownStage({ stage: lost.stage, known: keys }), kept);
}

function earliest(followUps: readonly FollowUp[], { keys }: Registry): string {
  const places = followUps.map(({ stage }) => keys.indexOf(stage));
  return keys[Math.min(...places)] ?? '';
}

/** The one transaction that starts the run takes from the other what it is about: neither comes without the other. */
function takenBy({ database }: Engine, before: AutomationRun): Along {
  const runs = database.of(AutomationRun);
  const { _id, followUps } = before;
  return {
    async started(_, session) {
      const unstarted = { _id, active: false, followUps };
      const { matchedCount } = await runs.updateOne(unstarted, { $set: { followUps: [] } }, { session });
      if (matchedCount === 0) throw new StartedAlready();
    },
    async withdrawn(_, session) {
      await runs.updateOne({ _id, followUps: [] }, { $set: { followUps } }, { session });
    },
  };
}

/** Gives up what was to follow, but for what is kept, and says so in the log of the run that it was to follow. */
async function refuse(
  engine: Engine,
  before: AutomationRun,
  error: GalleyError,
  kept: FollowUp[] = [],
): Promise<void> {
  const { database, log, now } = engine;
  const { _id, followUps, runId } = before;
  log.warn({ err: error, run: runId }, 'the run that was to follow did not start');
  const message = `The follow-up run that retries failed items did not start: ${error.message}`;
  const event = { type: 'run.warning', code: error.code, message } as const;
  const told = await transaction(database.client, async (session) => {
    const after = await database
      .of(AutomationRun)
      .findOneAndUpdate(
        { _id, active: false, followUps },
        { $set: { followUps: kept }, $inc: { seq: 1 } },
        { session, returnDocument: 'after' },
      );
    if (after)
      await insertActivity(database.of(Activity), after, [{ at: now(), stage: null, event }], session);
    return after;
  });
  if (told) await writeRunLog(engine, told);
}
