/** How a stage of a run begins and ends: each step is one transaction. */
import type { ObjectId } from 'mongodb';
import type { StageName } from '../../schema/activity.ts';
import { type RunStage, StageStatus } from '../../schema/automation-run.ts';
import { type StageWork, stateOf, statePath } from './batch/stage-work.ts';
import type { Commit } from './leased-run.ts';
import { workedMs } from './progress/stage-progress.ts';
import { itemsOf, scopeOf, waitingFilter } from './waiting.ts';

/**
 * Counts what waits and begins the stage, or skips it where nothing does. Returns false when it was skipped. It looks
 * within the transaction: items that somebody gives to the run meanwhile (see retry-failed.ts) are among those found.
 */
export async function beginStage(work: StageWork): Promise<boolean> {
  const { leased, stage, settings } = work;
  const items = itemsOf(leased.engine.database, stage);
  const scope = scopeOf(leased.run);
  return leased.commit(async (session) => {
    if (stage.when?.(settings) === false) return skipped(work, 'switched off by its settings');
    // The youngest first: what is added after it belongs to the next run.
    const youngest = { session, sort: { _id: -1 }, projection: { _id: 1 } } as const;
    const last = await items.findOne(waitingFilter(stage, scope), youngest);
    if (!last) return skipped(work, `No ${stage.nouns.many} to process`);
    const upTo = last._id;
    const found = await items.countDocuments(waitingFilter(stage, { ...scope, upTo }), { session });
    return begun(work, { upTo, found, query: JSON.stringify(waitingFilter(stage, scope)) });
  });
}

function begun(
  work: StageWork,
  { upTo, found, query }: { upTo: ObjectId; found: number; query: string },
): Commit<boolean> {
  const { leased, stage, settings } = work;
  return {
    change: {
      set: {
        current: stage.key,
        [statePath(stage, 'status')]: StageStatus.Running,
        [statePath(stage, 'total')]: found,
        [statePath(stage, 'upTo')]: upTo,
        [statePath(stage, 'startedAt')]: leased.engine.now(),
      },
    },
    events: [
      {
        stage: stage.key,
        event: {
          type: 'stage.started',
          name: nameOf(stateOf(work)),
          query,
          found,
          ...stage.nouns,
          batchSize: settings.batchSize,
          batches: Math.ceil(found / settings.batchSize),
        },
      },
    ],
    result: true,
  };
}

function skipped(work: StageWork, reason: string): Commit<boolean> {
  const { leased, stage } = work;
  const now = leased.engine.now();
  return {
    change: {
      set: {
        current: stage.key,
        [statePath(stage, 'status')]: StageStatus.Skipped,
        [statePath(stage, 'startedAt')]: now,
        [statePath(stage, 'endedAt')]: now,
      },
    },
    events: [{ stage: stage.key, event: { type: 'stage.skipped', name: nameOf(stateOf(work)), reason } }],
    result: false,
  };
}

/** Ends a stage that is drained. */
export async function completeStage(work: StageWork): Promise<void> {
  const { leased, stage } = work;
  const endedAt = leased.engine.now();
  await leased.commit(async () => {
    const state = stateOf(work);
    return {
      change: {
        set: { [statePath(stage, 'status')]: StageStatus.Completed, [statePath(stage, 'endedAt')]: endedAt },
      },
      events: [
        {
          stage: stage.key,
          event: {
            type: 'stage.completed',
            name: nameOf(state),
            processed: state.processed,
            failed: state.failed,
            ...stage.nouns,
            counters: state.counters,
            creditsUsed: state.creditsUsed,
            elapsedMs: workedMs(state, endedAt),
          },
        },
      ],
      result: undefined,
    };
  });
}

/** How a stage is named in the log. */
function nameOf({ number, title, kind }: RunStage): StageName {
  return { number, title, kind };
}
