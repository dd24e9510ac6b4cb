import type { ObjectId } from 'mongodb';
import { Activity } from '../../schema/activity.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import type { Site } from '../../schema/site.ts';
import type { Database } from '../db/database.ts';
import { errors } from '../errors.ts';

/** Runs of these sites, the latest first. */
export async function latestRuns(
  database: Database,
  sites: readonly Site[],
  limit: number,
): Promise<AutomationRun[]> {
  return database
    .of(AutomationRun)
    .find({ site: { $in: idsOf(sites) } }, { sort: { startedAt: -1 }, limit })
    .toArray();
}

/** The run of this name, or the latest for `latest`. Throws RUN_NOT_FOUND, SITE_UNNAMED. */
export async function runNamed(
  database: Database,
  sites: readonly Site[],
  name: string,
): Promise<AutomationRun> {
  const [run, ...others] =
    name === 'latest'
      ? await latestRuns(database, sites, 1)
      : await database
          .of(AutomationRun)
          .find({ site: { $in: idsOf(sites) }, runId: name })
          .toArray();
  if (!run) throw errors.runNotFound({ runId: name });
  if (others.length > 0) {
    const which = [run, ...others].map(({ site }) => sites.find(({ _id }) => _id.equals(site))?.name ?? '');
    throw errors.siteUnnamed({ sites: which });
  }
  return run;
}

/** What there is to resume: the latest running or paused run, else the latest of all if that has failed. */
export async function resumableRun(
  database: Database,
  sites: readonly Site[],
): Promise<AutomationRun | null> {
  const active = { site: { $in: idsOf(sites) }, active: true };
  const run = await database.of(AutomationRun).findOne(active, { sort: { startedAt: -1 } });
  if (run) return run;
  const [latest] = await latestRuns(database, sites, 1);
  return latest?.status === RunStatus.Failed ? latest : null;
}

/** Rows of the run's history with numbers above `seq`, in order. */
export async function rowsAfter(database: Database, run: ObjectId, seq: number): Promise<Activity[]> {
  return database
    .of(Activity)
    .find({ run, seq: { $gt: seq } }, { sort: { seq: 1 } })
    .toArray();
}

function idsOf(sites: readonly Site[]): ObjectId[] {
  return sites.map(({ _id }) => _id);
}
