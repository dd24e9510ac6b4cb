import type { ClientSession, ObjectId } from 'mongodb';
import { Activity } from '../../schema/activity.ts';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { AutomationRun, type FollowUp, RunTrigger, StageStatus } from '../../schema/automation-run.ts';
import { Site } from '../../schema/site.ts';
import { transaction } from '../db/database.ts';
import { errors, isError } from '../errors.ts';
import { insertActivity } from './activity.ts';
import { saveContext } from './batch/contexts.ts';
import type { Engine } from './engine.ts';
import { activeStatuses } from './run-state.ts';
import { parseSettings } from './settings.ts';
import { runOfRequest, startRun } from './start-run.ts';
import { isOfChosen, itemsOf } from './waiting.ts';

export interface RetryOptions {
  readonly site: ObjectId;
  /** Key of the stage whose failed items are meant. */
  readonly stage: string;
  /** Only these of them; absent: all. */
  readonly items?: readonly ObjectId[];
  /** The request that asks for it: it starts one run, however often it is carried out. */
  readonly request?: ObjectId;
}

/**
 * `started`: a run from that stage on has been started. `joined`: the active run will come to them. `follows`: a run
 * will be started when the active one has ended.
 */
export type RetryResult = { outcome: 'started' | 'joined' | 'follows'; run: AutomationRun };

/**
 * Tries failed items of a stage again. Throws SITE_NOT_FOUND, UNKNOWN_STAGE, and what `startRun` throws; where a
 * run cannot start for want of credits, the items wait, as new ones would, for the next run. Twice is once.
 */
export async function retryFailed(engine: Engine, options: RetryOptions): Promise<RetryResult> {
  const { database, registry } = engine;
  registry.get(options.stage);
  const site = await database.of(Site).findOne({ _id: options.site });
  if (!site) throw errors.siteNotFound({ site: options.site.toHexString() });
  const begun = await runOfRequest(engine, options.request);
  if (begun) return { outcome: 'started', run: begun };
  for (;;) {
    const active = await database.of(AutomationRun).findOne({ site: site._id, active: true });
    try {
      if (!active) return await startFrom(engine, site, [retryOf(options)], options.request);
      const joined = await join(engine, active, site, options);
      if (joined) return joined;
    } catch (error) {
      // Another run was started at the same moment: join that one.
      if (!isError(error, 'RUN_ALREADY_ACTIVE')) throw error;
    }
  }
}

/** Starts the runs that were left to follow one of the site that has ended. Doing it twice starts one run. */
export async function startFollowUps(engine: Engine, siteId: ObjectId): Promise<void> {
  const runs = engine.database.of(AutomationRun);
  const site = await engine.database.of(Site).findOne({ _id: siteId });
  const waiting = { site: siteId, 'followUps.0': { $exists: true } };
  const before = site && (await runs.findOne({ ...waiting, active: false }));
  if (!before || (await runs.findOne({ site: siteId, active: true }))) return;
  try {
    await startFrom(engine, site, before.followUps);
  } catch (error) {
    if (isError(error, 'RUN_ALREADY_ACTIVE')) return;
    engine.log.warn({ err: error, run: before.runId }, 'the run that was to follow did not start');
  }
  await runs.updateOne({ _id: before._id }, { $set: { followUps: [] } });
}

async function startFrom(
  engine: Engine,
  site: Site,
  retries: readonly FollowUp[],
  request?: ObjectId,
): Promise<RetryResult> {
  await transaction(engine.database.client, async (session) => {
    for (const retry of retries) await putBack(engine, site, retry, session);
  });
  const { keys } = engine.registry;
  const [first] = retries.map(({ stage }) => keys.indexOf(stage)).sort((a, b) => a - b);
  const from = keys[first ?? 0];
  const run = await startRun(engine, {
    site: site._id,
    trigger: RunTrigger.Manual,
    ...(from !== undefined && { from }),
    ...(request && { request }),
  });
  return { outcome: 'started', run };
}

/** Gives the items to the active run, now or for a run after it. Null when it has just ended. */
async function join(
  engine: Engine,
  active: AutomationRun,
  site: Site,
  options: RetryOptions,
): Promise<RetryResult | null> {
  const { stage } = options;
  const { database } = engine;
  const runs = database.of(AutomationRun);
  const retry = retryOf(options);
  return transaction(database.client, async (session) => {
    const guard = { _id: active._id, status: { $in: [...activeStatuses] } };
    const run = await runs.findOne(guard, { session });
    if (!run) return null;
    // A run over chosen items would pass them over.
    const isAhead = run.stages[stage]?.status === StageStatus.Waiting && !isOfChosen(run);
    if (!isAhead) {
      await runs.updateOne(guard, { $addToSet: { followUps: retry } }, { session });
      return { outcome: 'follows', run };
    }
    const count = await putBack(engine, site, retry, session);
    const after = await runs.findOneAndUpdate(
      guard,
      { $inc: { seq: 1 } },
      { session, returnDocument: 'after' },
    );
    if (!after) return null;
    const event = { type: 'stage.itemsRetried', count, message: '' } as const;
    const happening = { at: engine.now(), stage, event };
    await insertActivity(database.of(Activity), after, [happening], session);
    return { outcome: 'joined', run: after };
  });
}

function retryOf({ stage, items }: RetryOptions): FollowUp {
  return { stage, items: items ? [...items] : null };
}

/** Clears the failure of the items: they wait again, as another try. Returns how many there were. */
async function putBack(
  engine: Engine,
  site: Site,
  { stage: key, items }: FollowUp,
  session: ClientSession,
): Promise<number> {
  const { database, registry } = engine;
  const stage = registry.get(key);
  const collection = itemsOf(database, stage);
  const filter = { site: site._id, 'failure.stage': key, ...(items && { _id: { $in: items } }) };
  const failed = await collection.find(filter, { session, sort: { _id: 1 } }).toArray();
  const change = {
    $set: { failure: null },
    $inc: { retries: 1 },
    $currentDate: { updatedAt: true },
  } as const;
  await collection.updateMany({ _id: { $in: failed.map((item) => item._id) } }, change, { session });
  if (!stage.retried) return failed.length;
  const config = await database.of(AutomationConfig).findOne({ site: site._id }, { session });
  const settings = parseSettings(stage, config?.stages[key]);
  for (const item of failed) await stage.retried(item, saveContext({ database, site, settings }, session));
  return failed.length;
}
