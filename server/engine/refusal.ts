import { AutomationRun } from '../../schema/automation-run.ts';
import type { Site } from '../../schema/site.ts';
import { errors } from '../errors.ts';
import type { Engine } from './engine.ts';

/** Throws RUN_ALREADY_ACTIVE, in the plan's words, when a run holds the site. */
export async function refuseIfActive({ database }: Pick<Engine, 'database'>, site: Site): Promise<void> {
  const run = await database.of(AutomationRun).findOne({ site: site._id, active: true });
  if (!run) return;
  throw errors.runAlreadyActive({
    id: run._id.toHexString(),
    runId: run.runId,
    startedAt: run.startedAt,
    stage: run.stages[run.current]?.number ?? 1,
    timeZone: site.timeZone,
  });
}
