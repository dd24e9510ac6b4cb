import type { ObjectId } from 'mongodb';
import { AutomationRun, type RunStage, StageStatus } from '../../schema/automation-run.ts';
import type { Engine } from './engine.ts';
import { remainingOf } from './progress/stage-progress.ts';
import type { AnyStage } from './stage.ts';
import { isOfChosen, itemsOf, waitingFilter } from './waiting.ts';

/** What a stage of a site has before it. */
export interface Queue {
  readonly key: string;
  readonly number: number;
  readonly title: string;
  readonly kind: AnyStage['kind'];
  /** Items in all: of the active run where that has begun the stage, else those that wait. */
  readonly total: number;
  /** Those not yet processed. */
  readonly pending: number;
}

/**
 * The site's queues, stage by stage. What the active run has begun stands in its own counters, however large the
 * queue; all else is counted, by the index of what waits.
 */
export async function queuesOf(
  { database, registry }: Pick<Engine, 'database' | 'registry'>,
  site: ObjectId,
): Promise<Queue[]> {
  const run = await database.of(AutomationRun).findOne({ site, active: true });
  const queues = registry.sequence.map(async (stage, index): Promise<Queue> => {
    const { key, title, kind } = stage;
    const named = { key, title, kind, number: index + 1 };
    // A run over chosen items says nothing of the others.
    const begun = run && isOfChosen(run) ? undefined : run?.stages[key];
    if (begun && hasBegun(begun)) return { ...named, total: begun.total, pending: pendingIn(begun) };
    const waiting = await itemsOf(database, stage).countDocuments(waitingFilter(stage, { site }));
    return { ...named, total: waiting, pending: waiting };
  });
  return Promise.all(queues);
}

function hasBegun({ status }: RunStage): boolean {
  return status !== StageStatus.Waiting;
}

/** What has arrived at a gate stays there. */
function pendingIn(stage: RunStage): number {
  return stage.kind === 'gate' ? stage.total : remainingOf(stage);
}
