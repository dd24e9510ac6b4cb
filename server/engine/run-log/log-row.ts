import type { Activity } from '../../../schema/activity.ts';

/** What the log needs of a row of a run's history. */
export type LogRow = Pick<Activity, 'seq' | 'at' | 'account' | 'site' | 'stageNumber' | 'event'>;

/** The file that tells of the whole run. */
export const mainFile = 'automation_run.log';

/** `stage_1.log`: the file of one stage, by its place among all stages. */
export function stageFile(stageNumber: number): string {
  return `stage_${stageNumber}.log`;
}
