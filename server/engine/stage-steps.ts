/** How a stage of a run begins and ends: each step is one transaction. */
import type { StageName } from '../../schema/activity.ts';
import { type RunStage, StageStatus } from '../../schema/automation-run.ts';
import { type StageWork, stateOf, statePath } from './batch/stage-work.ts';
import { itemsOf, waitingFilter } from './waiting.ts';

/** Counts what waits and begins the stage, or skips it where nothing does. Returns false when it was skipped. */
export async function beginStage(work: StageWork): Promise<boolean> {
  const { holding, stage, settings } = work;
  const { database } = holding.engine;
  const items = itemsOf(database, stage);
  const { run } = holding;
  const scope = { site: run.site, ...(run.items && { items: run.items }) };
  const reason = stage.when?.(settings) === false ? 'switched off by its settings' : undefined;
  // The youngest first: what is added after it belongs to the next run.
  const last = reason
    ? null
    : await items.findOne(waitingFilter(stage, scope), { sort: { _id: -1 }, projection: { _id: 1 } });
  if (!last) {
    await skipStage(work, reason ?? `No ${stage.nouns.many} to process`);
    return false;
  }
  const found = await items.countDocuments(waitingFilter(stage, { ...scope, upTo: last._id }));
  await holding.commit(async () => ({
    change: {
      set: {
        current: stage.key,
        [statePath(stage, 'status')]: StageStatus.Running,
        [statePath(stage, 'total')]: found,
        [statePath(stage, 'upTo')]: last._id,
        [statePath(stage, 'startedAt')]: holding.engine.now(),
      },
    },
    events: [
      {
        stage: stage.key,
        event: {
          type: 'stage.started',
          name: nameOf(stateOf(work)),
          query: JSON.stringify(waitingFilter(stage, scope)),
          found,
          ...stage.nouns,
          batchSize: settings.batchSize,
          batches: Math.ceil(found / settings.batchSize),
        },
      },
    ],
    result: undefined,
  }));
  return true;
}

async function skipStage(work: StageWork, reason: string): Promise<void> {
  const { holding, stage } = work;
  const now = holding.engine.now();
  await holding.commit(async () => ({
    change: {
      set: {
        current: stage.key,
        [statePath(stage, 'status')]: StageStatus.Skipped,
        [statePath(stage, 'startedAt')]: now,
        [statePath(stage, 'endedAt')]: now,
      },
    },
    events: [{ stage: stage.key, event: { type: 'stage.skipped', name: nameOf(stateOf(work)), reason } }],
    result: undefined,
  }));
}

/** Ends a stage that is drained. */
export async function completeStage(work: StageWork): Promise<void> {
  const { holding, stage } = work;
  const endedAt = holding.engine.now();
  await holding.commit(async () => {
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
            elapsedMs: endedAt.getTime() - (state.startedAt ?? endedAt).getTime(),
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
