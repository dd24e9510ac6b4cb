/** What a person, or the clock, does to a run from outside. Each is one transaction, guarded by the run's state. */
import type { ClientSession, ObjectId } from 'mongodb';
import { Activity, type ActivityEvent } from '../../schema/activity.ts';
import { AutomationRun, RunStatus, StageStatus } from '../../schema/automation-run.ts';
import type { Pause } from '../../schema/run-stop.ts';
import { Site } from '../../schema/site.ts';
import { settle, takeHold, withReserve } from '../credits/ledger.ts';
import { transaction } from '../db/database.ts';
import { isDuplicateKey } from '../db/duplicate-key.ts';
import { touchSite } from '../db/touch-site.ts';
import { errors } from '../errors.ts';
import { insertActivity } from './activity.ts';
import { ended } from './end-run.ts';
import type { Engine } from './engine.ts';
import { estimateRun } from './estimate.ts';
import { type RunChange, updateOf } from './fence.ts';
import { refuseIfActive, tooFewCredits } from './refusal.ts';
import { writeRunLog } from './run-log/keeper.ts';
import { type RunAction, refused, transition } from './run-state.ts';
import { parseSettings } from './settings.ts';
import { scopeOf } from './waiting.ts';

/**
 * Pauses after the batch in flight; one that is paused for credits stays so when there are enough. Throws
 * RUN_NOT_FOUND, TRANSITION_REFUSED. Pausing twice is refused.
 */
export async function pauseRun(engine: Engine, id: ObjectId, by: string): Promise<AutomationRun> {
  const message = `Paused by ${by}`;
  const pause: Pause = { reason: 'person', message, by, at: engine.now(), needed: 0 };
  return steer(engine, { id, action: 'pause' }, async (run) => {
    if (run.pause?.reason === 'person') throw refused(run, 'pause');
    return {
      change: { set: { pause }, add: rested(run, pause.at) },
      event: { type: 'run.paused', reason: pause.reason, message },
    };
  });
}

/**
 * Resumes a paused run, or a failed one at the stage that failed, for which it holds credits and its site anew.
 * `during`: only from this very pause. Throws RUN_NOT_FOUND, TRANSITION_REFUSED, RUN_ALREADY_ACTIVE, INSUFFICIENT_CREDITS.
 */
export async function resumeRun(
  engine: Engine,
  id: ObjectId,
  by: string,
  during?: Pause,
): Promise<AutomationRun> {
  return steer(engine, { id, action: 'resume', during }, async (run, session) => {
    const event: ActivityEvent = {
      type: 'run.resumed',
      message: `Resumed by ${by}`,
      completed: run.sequence
        .flatMap((key) => run.stages[key] ?? [])
        .filter(({ status }) => status === StageStatus.Completed)
        .map(({ number }) => number),
    };
    const add = rested(run, engine.now());
    if (run.status === RunStatus.Paused) return { change: { set: { pause: null }, add }, event };
    return { change: { ...(await revive(engine, run, session)), add }, event };
  });
}

/**
 * Cancels: what is in flight is not committed, what was used is settled, the rest of the hold is released. `during`:
 * only in this very pause. Throws RUN_NOT_FOUND, TRANSITION_REFUSED.
 */
export async function cancelRun(
  engine: Engine,
  id: ObjectId,
  by: string,
  during?: Pause,
): Promise<AutomationRun> {
  const cancelled = await steer(engine, { id, action: 'cancel', during }, async (run, session) => {
    await settle(engine.database, run, session);
    return {
      change: ended(run, engine.now()),
      event: { type: 'run.cancelled', message: `Cancelled by ${by}` },
    };
  });
  engine.observe.runEnded(cancelled.status);
  return cancelled;
}

/** What the time since the pause or the failure adds to the stage that it fell into: nobody worked then. */
function rested(run: AutomationRun, now: Date): Record<string, number> {
  const since = run.pause?.at ?? run.endedAt;
  const stage = run.stages[run.current];
  if (!since || !stage?.startedAt || stage.endedAt) return {};
  return { [`stages.${run.current}.restedMs`]: Math.max(0, now.getTime() - since.getTime()) };
}

/** A failed run's second round: the estimate of what remains is held, the failed stage starts counting anew. */
async function revive(engine: Engine, run: AutomationRun, session: ClientSession): Promise<RunChange> {
  const { database, registry } = engine;
  const isDone = (key: string) =>
    [StageStatus.Completed, StageStatus.Skipped].includes(run.stages[key]?.status ?? StageStatus.Waiting);
  const plan = run.sequence
    .filter((key) => !isDone(key))
    .map((key) => registry.get(key))
    .map((stage) => ({ stage, settings: parseSettings(stage, run.stages[stage.key]?.settings) }));
  const { prices } = run;
  const { waits: _, ...estimate } = await estimateRun({ database, prices }, scopeOf(run), plan);
  await touchSite(database, { _id: run.site, name: run.site.toHexString() }, session);
  const hold = withReserve(estimate.credits);
  if (!(await takeHold(database, run, hold, session))) {
    throw await tooFewCredits(database, run, estimate.credits, session);
  }
  const stage = `stages.${run.current}`;
  return {
    set: {
      active: true,
      error: null,
      endedAt: null,
      // It has a history and replies again, from here on.
      trimmedAt: null,
      repliesDroppedAt: null,
      hold,
      creditsLeft: hold,
      estimate,
      round: run.round + 1,
      'lease.until': new Date(0),
      [`${stage}.status`]: run.stages[run.current]?.upTo ? StageStatus.Running : StageStatus.Waiting,
      [`${stage}.failed`]: 0,
      [`${stage}.failedInARow`]: 0,
      [`${stage}.lastFailure`]: null,
    },
  };
}

type Steering = { change: RunChange; event: ActivityEvent };

/** `during`: the pause that whoever asks has seen. What has happened to the run since then goes before. */
interface Step {
  readonly id: ObjectId;
  readonly action: RunAction;
  readonly during?: Pause | undefined;
}

async function steer(
  engine: Engine,
  { id, action, during }: Step,
  work: (run: AutomationRun, session: ClientSession) => Promise<Steering>,
): Promise<AutomationRun> {
  const { database } = engine;
  const runs = database.of(AutomationRun);
  let isWorkedOn = false;
  const steered = await transaction(database.client, async (session) => {
    const run = await runs.findOne({ _id: id }, { session });
    if (!run) throw errors.runNotFound({ runId: id.toHexString() });
    isWorkedOn = run.lease.owner !== null;
    const status = transition(run, action);
    if (during && !isIn(run, during)) {
      throw refused(run, action);
    }
    const { change, event } = await work(run, session);
    const after = await runs.findOneAndUpdate(
      { _id: id },
      updateOf({ ...change, set: { ...change.set, status, lastStep: { at: engine.now() } }, rows: 1 }),
      { session, returnDocument: 'after' },
    );
    if (!after) throw errors.runNotFound({ runId: id.toHexString() });
    await insertActivity(database.of(Activity), after, [{ at: engine.now(), stage: null, event }], session);
    return after;
  }).catch(async (error: unknown) => {
    if (isDuplicateKey(error)) await refuseActiveRunOf(engine, id);
    throw error;
  });
  engine.ring(id);
  // Else its worker, or the one that goes on with it, writes what was added.
  if (!isWorkedOn && steered.status !== RunStatus.Running) await writeRunLog(engine, steered);
  return steered;
}

function isIn({ pause }: AutomationRun, { reason, at }: Pause): boolean {
  return pause !== null && pause.reason === reason && pause.at.getTime() === at.getTime();
}

/** A revived run met the site's active one. */
async function refuseActiveRunOf(engine: Engine, id: ObjectId): Promise<void> {
  const run = await engine.database.of(AutomationRun).findOne({ _id: id });
  const site = run && (await engine.database.of(Site).findOne({ _id: run.site }));
  if (site) await refuseIfActive(engine, site);
}
