import { Activity } from '../../../schema/activity.ts';
import type { AutomationRun } from '../../../schema/automation-run.ts';
import { stagesOf } from '../../engine/progress/stage-progress.ts';
import { mainFile, stageFile } from '../../engine/run-log/log-row.ts';
import { renderRunLog } from '../../engine/run-log/render.ts';
import type { AccountDocuments } from '../documents.ts';

export interface LogFile {
  readonly name: string;
  /** Null for the file of the whole run. */
  readonly stageNumber: number | null;
  /** '' where nothing stands in it yet. */
  readonly text: string;
}

/**
 * The run's log files, that of the run first. They are rendered from its rows, byte for byte what workers write on
 * their disks: so whichever machine is asked, it has them whole.
 */
export async function runLogFiles(
  documents: AccountDocuments,
  run: Pick<AutomationRun, '_id' | 'sequence' | 'stages'>,
): Promise<LogFile[]> {
  const rows = await documents.of(Activity).find({ run: run._id }, { sort: { seq: 1 } });
  const texts = renderRunLog(rows);
  const names: [string, number | null][] = [
    [mainFile, null],
    ...stagesOf(run).map(({ number }): [string, number] => [stageFile(number), number]),
  ];
  return names.map(([name, stageNumber]) => ({ name, stageNumber, text: texts.get(name) ?? '' }));
}
