import type { ObjectId } from 'mongodb';
import { Activity } from '../../schema/activity.ts';
import { AutomationRun, type FollowUp, RunTrigger, StageStatus } from '../../schema/automation-run.ts';
import { Site } from '../../schema/site.ts';
import { transaction } from '../db/database.ts';
import { errors, isError } from '../errors.ts';
import { insertActivity } from './activity.ts';
import type { Engine } from './engine.ts';
import { areRetried, countFailed, putBack } from './put-back.ts';
import { activeStatuses } from './run-state.ts';
import { runOfRequest, startRun } from './start-run.ts';
import { isOfChosen } from './waiting.ts';

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
 * will be started when the active one has ended; until then they stay failed.
 */
export type RetryResult = { outcome: 'started' | 'joined' | 'follows'; run: AutomationRun };

/**
 * Tries failed items of a stage again. Throws SITE_NOT_FOUND, UNKNOWN_STAGE, and what `startRun` throws, such as
 * NOTHING_FAILED; then they are failed as before, but where the credits went elsewhere at the last moment: then they
 * wait for the next run. Twice is once, while they wait.
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
      if (!active) return await startNow(engine, options, site);
      const joined = await join(engine, active, site, options);
      if (joined) return joined;
    } catch (error) {
      // Another run was started at the same moment: join that one.
      if (!isError(error, 'RUN_ALREADY_ACTIVE')) throw error;
    }
  }
}

async function startNow(engine: Engine, options: RetryOptions, site: Site): Promise<RetryResult> {
  const { stage, request } = options;
  const run = await startRun(engine, {
    site: site._id,
    trigger: RunTrigger.Manual,
    from: stage,
    retries: [retryOf(options)],
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
    const { [stage]: failed = 0 } = await countFailed(engine, site._id, [retry], session);
    if (failed === 0) {
      if (await areRetried(engine, site._id, retry, session)) return { outcome: 'joined', run };
      throw errors.nothingFailed({ site: site.name, stage });
    }
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
