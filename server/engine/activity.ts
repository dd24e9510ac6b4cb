import type { ClientSession, Collection } from 'mongodb';
import { Activity, type ActivityEvent } from '../../schema/activity.ts';
import type { AutomationRun } from '../../schema/automation-run.ts';
import { levelOf, messageOf } from './run-log/message.ts';

/** Something that happened, not yet numbered. */
export interface Happening {
  readonly at: Date;
  /** Key of its stage; null for what concerns the run as a whole. */
  readonly stage: string | null;
  readonly event: ActivityEvent;
}

/**
 * Inserts rows for what happened, in the transaction whose change of the run (`rows` in it) took their numbers.
 * `run` is as that change left it: the rows get its last numbers.
 */
export async function insertActivity(
  activities: Collection<Activity>,
  run: Pick<AutomationRun, '_id' | 'account' | 'site' | 'seq' | 'stages'>,
  happenings: readonly Happening[],
  session: ClientSession,
): Promise<void> {
  if (happenings.length === 0) return;
  const first = run.seq - happenings.length + 1;
  const rows = happenings.map(({ at, stage, event }, index) => {
    const state = stage === null ? undefined : run.stages[stage];
    const stageNumber = state?.number ?? null;
    return Object.assign(new Activity(), {
      account: run.account,
      site: run.site,
      run: run._id,
      seq: first + index,
      at,
      level: levelOf(event),
      stage,
      stageNumber,
      message: messageOf(event, stageNumber, state?.kind),
      event,
    });
  });
  await activities.insertMany(rows, { session });
}
