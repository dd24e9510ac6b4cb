import { BSON, type ClientSession, ObjectId } from 'mongodb';
import { Account } from '../../schema/account.ts';
import { Activity, type ActivityEvent } from '../../schema/activity.ts';
import { AutomationConfig } from '../../schema/automation-config.ts';
import {
  AutomationRun,
  type FollowUp,
  type RunStage,
  type RunTrigger,
  StageStatus,
} from '../../schema/automation-run.ts';
import { Site } from '../../schema/site.ts';
import { takeHold, withReserve } from '../credits/ledger.ts';
import { releaseStrayHolds } from '../credits/stray-holds.ts';
import { transaction } from '../db/database.ts';
import { isDuplicateKey } from '../db/duplicate-key.ts';
import { touchSite } from '../db/touch-site.ts';
import { errors, type GalleyError } from '../errors.ts';
import { insertActivity } from './activity.ts';
import { knownModels } from './answered-by.ts';
import { givenBack } from './claim.ts';
import type { Engine } from './engine.ts';
import { estimateRun, type PlannedStage } from './estimate.ts';
import { type Choice, chosenOf, planOf } from './plan.ts';
import { countFailed, putAllBack } from './put-back.ts';
import { nothingFailed, nothingWaits, refuseIfActive, tooFewCredits } from './refusal.ts';
import type { Registry } from './registry.ts';
import { runIdOf } from './run-id.ts';

export type StartOptions = Choice & {
  readonly site: ObjectId;
  readonly trigger: RunTrigger;
  /** The request that asks for it. A request starts one run, however often it is carried out. */
  readonly request?: ObjectId;
  /** Failed items that it is started for: they wait again as it takes the site. Without any, nothing starts. */
  readonly retries?: readonly FollowUp[];
  readonly along?: Along;
};

/** What else is written in the transactions of a start. Both may be called again, should a transaction be retried. */
export interface Along {
  /** With the run, which holds its site from then on. What it throws keeps the run from starting. */
  started(run: AutomationRun, session: ClientSession): Promise<void>;
  /** With the run's removal: its credits went elsewhere between the look at the account and the hold. */
  withdrawn(error: GalleyError, session: ClientSession): Promise<void>;
}

/** How long a start may take before a worker finishes it. */
const startMs = 30_000;

/**
 * Starts a run and returns it. Throws RUN_ALREADY_ACTIVE, INSUFFICIENT_CREDITS, NOTHING_TO_DO, NOTHING_FAILED,
 * ITEMS_NOT_WAITING, SITE_NOT_FOUND, UNKNOWN_STAGE, STAGE_RANGE, INVALID_SETTINGS; then nothing has changed, but that
 * `retries` wait where the credits went elsewhere between the look at them and the hold.
 *
 * Its steps are few and single: the run takes the site, then the account sets the hold aside, then the run is
 * given to the workers. Cut off in between, it is finished by the worker that claims it (see take-up.ts).
 */
export async function startRun(engine: Engine, options: StartOptions): Promise<AutomationRun> {
  try {
    return await startAnew(engine, options);
  } catch (error) {
    // An earlier start of the same request may be what stood in the way: its run is the one asked for.
    const begun = await runOfRequest(engine, options.request);
    if (begun) return begun;
    throw error;
  }
}

/** The run that this request has started, or null. */
export async function runOfRequest(
  { database }: Pick<Engine, 'database'>,
  request: ObjectId | undefined,
): Promise<AutomationRun | null> {
  return request ? database.of(AutomationRun).findOne({ request }) : null;
}

async function startAnew(engine: Engine, options: StartOptions): Promise<AutomationRun> {
  const { database } = engine;
  const site = await database.of(Site).findOne({ _id: options.site });
  if (!site) throw errors.siteNotFound({ site: options.site.toHexString() });
  await refuseIfActive(engine, site);
  const config = await database.of(AutomationConfig).findOne({ site: site._id });
  const plan = planOf(engine.registry, config, options);
  const again = await failedAgain(engine, site, options);
  const scope = { site: site._id, ...chosenOf(options) };
  const { waits, ...estimate } = await estimateRun(engine, scope, plan, again);
  if (!waits) throw nothingWaits(site, options);
  const account = await database.of(Account).findOne({ _id: site.account });
  if (!account) throw errors.accountNotFound({ account: site.account.toHexString() });
  const needed = withReserve(estimate.credits);
  if (account.available < needed) throw await tooFewCredits(database, site, estimate.credits);
  const draft = Object.assign(new AutomationRun(), {
    account: account._id,
    site: site._id,
    trigger: options.trigger,
    request: options.request ?? null,
    ...snapshot(plan, engine.registry),
    items: options.items ? [...options.items] : null,
    matching: options.matching ? BSON.EJSON.stringify(options.matching) : null,
    answeredBy: await knownModels(engine, account._id),
    prices: engine.prices,
    estimate,
    maxFailedItems: config?.maxFailedItems ?? null,
    startedAt: engine.now(),
    lastStep: { at: engine.now() },
  });
  const events: ActivityEvent[] = [
    { type: 'run.started', runId: '', trigger: draft.trigger, account: account.name, site: site.name },
    { type: 'run.creditCheck', available: account.available, estimate: estimate.credits },
  ];
  const along: Pick<Along, 'started'> = {
    async started(run, session) {
      const { retries } = options;
      if (retries && (await putAllBack(engine, site, retries, session)) === 0)
        throw nothingFailed(site, options);
      await options.along?.started(run, session);
    },
  };
  const run = await takeSite(engine, site, draft, events, along);
  return giveToWorkers(engine, run, needed, options.along);
}

/** How many failed items the run is to take up, by the keys of their stages. Throws where there are none. */
async function failedAgain(
  engine: Engine,
  site: Site,
  options: StartOptions,
): Promise<Record<string, number>> {
  if (!options.retries) return {};
  const again = await countFailed(engine, site._id, options.retries);
  if (Object.values(again).some((count) => count > 0)) return again;
  // Another run may have taken them up since the last look.
  await refuseIfActive(engine, site);
  throw nothingFailed(site, options);
}

/**
 * What the run keeps of the stages, so that later changes of list or settings do not touch it. A stage has the number
 * of its place among all stages, whichever of them the run goes through.
 */
function snapshot(
  plan: readonly PlannedStage[],
  { keys }: Registry,
): Pick<AutomationRun, 'sequence' | 'current' | 'stages'> {
  const sequence = plan.map(({ stage }) => stage.key);
  const stages = plan.map(({ stage, settings }): [string, RunStage] => [
    stage.key,
    {
      number: keys.indexOf(stage.key) + 1,
      title: stage.title,
      kind: stage.kind,
      ...(stage.usualMs !== undefined && { usualMs: stage.usualMs }),
      status: StageStatus.Waiting,
      settings: { ...settings },
      total: 0,
      processed: 0,
      failed: 0,
      failedInARow: 0,
      lastFailure: null,
      batches: 0,
      counters: {},
      ids: {},
      creditsUsed: 0,
      upTo: null,
      startedAt: null,
      endedAt: null,
    },
  ]);
  return { sequence, current: sequence[0] ?? '', stages: Object.fromEntries(stages) };
}

/** Stores the run, which holds its site from then on, as leased to this start. */
async function takeSite(
  engine: Engine,
  site: Site,
  draft: AutomationRun,
  events: ActivityEvent[],
  along: Pick<Along, 'started'>,
): Promise<AutomationRun> {
  const { database } = engine;
  const happenings = events.map((event) => ({ at: draft.startedAt, stage: null, event }));
  const lease = { owner: 'start', token: 1, until: new Date(0), session: null };
  // Workers judge a lease by the database's clock, so it is set by that one.
  const untilLater = [{ $set: { 'lease.until': { $add: ['$$NOW', startMs] } } }];
  for (let second = 0; ; second += 1) {
    // Two runs of a site within a second: the name of the later one is that of the next second.
    const named = new Date(draft.startedAt.getTime() + second * 1000);
    const runId = runIdOf(named, draft.trigger);
    const run = Object.assign(draft, { _id: new ObjectId(), runId, lease, seq: happenings.length });
    for (const { event } of happenings) if (event.type === 'run.started') event.runId = runId;
    try {
      await transaction(database.client, async (session) => {
        // First: of hundreds of starts at once, all but one are refused here.
        await database.of(AutomationRun).insertOne(run, { session });
        await touchSite(database, site, session);
        await database.of(AutomationRun).updateOne({ _id: run._id }, untilLater, { session });
        await insertActivity(database.of(Activity), run, happenings, session);
        await along.started(run, session);
      });
      return run;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await refuseIfActive(engine, site);
      if (error.keyPattern?.request === 1) throw error;
    }
  }
}

async function giveToWorkers(
  engine: Engine,
  run: AutomationRun,
  hold: number,
  along?: Along,
): Promise<AutomationRun> {
  const { database } = engine;
  const runs = database.of(AutomationRun);
  if (!(await takeHold(database, run, hold))) {
    const error = await tooFewCredits(database, run, run.estimate.credits);
    await transaction(database.client, async (session) => {
      const { deletedCount } = await runs.deleteOne(
        { _id: run._id, active: true, 'lease.token': 1 },
        { session },
      );
      if (deletedCount === 0) return;
      await database.of(Activity).deleteMany({ run: run._id }, { session });
      await along?.withdrawn(error, session);
    });
    throw error;
  }
  const given = await runs.findOneAndUpdate(
    { _id: run._id, 'lease.owner': 'start', 'lease.token': 1, hold: 0 },
    [{ $set: { hold, creditsLeft: hold, 'lease.owner': null, 'lease.until': givenBack } }],
    { returnDocument: 'after' },
  );
  if (given === null) await releaseStrayHolds(database, run.account);
  engine.observe.runStarted(run.trigger);
  engine.ring(run._id);
  // No match: the run was cancelled, or this start took so long that a worker has finished it.
  return given ?? (await runs.findOne({ _id: run._id })) ?? run;
}
