import type { ObjectId } from 'mongodb';
import { Activity } from '../../schema/activity.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { Site } from '../../schema/site.ts';
import type { Database } from '../db/database.ts';
import { errors } from '../errors.ts';

/** Runs of these sites, the latest first. */
export async function latestRuns(
  database: Database,
  sites: readonly Site[],
  limit: number,
): Promise<AutomationRun[]> {
  return latest(database, sites, {}, limit);
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
  if (others.length > 0) throw severalOf([run, ...others], sites);
  return run;
}

/** The one run of these sites that is running or paused; null where none is. Throws SITE_UNNAMED for several. */
export async function activeRun(database: Database, sites: readonly Site[]): Promise<AutomationRun | null> {
  const active = await latest(database, sites, { active: true }, sites.length);
  if (active.length > 1) throw severalOf(active, sites);
  return active[0] ?? null;
}

/** What there is to resume: the active run, else the latest of all if that has failed. Throws SITE_UNNAMED. */
export async function resumableRun(
  database: Database,
  sites: readonly Site[],
): Promise<AutomationRun | null> {
  const active = await activeRun(database, sites);
  if (active) return active;
  const [last] = await latestRuns(database, sites, 1);
  return last?.status === RunStatus.Failed ? last : null;
}

/** How many of the account's runs have this one's name and were made before it, on other sites in the same second. */
export async function namesakesBefore(
  database: Database,
  { _id, account, runId }: Pick<AutomationRun, '_id' | 'account' | 'runId'>,
): Promise<number> {
  const sites = await database
    .of(Site)
    .find({ account }, { projection: { _id: 1 } })
    .toArray();
  const namesakes = { site: { $in: idsOf(sites) }, runId, _id: { $lt: _id } };
  return database.of(AutomationRun).countDocuments(namesakes);
}

/** Rows of the run's history with numbers above `seq`, in order. */
export async function rowsAfter(database: Database, run: ObjectId, seq: number): Promise<Activity[]> {
  return database
    .of(Activity)
    .find({ run, seq: { $gt: seq } }, { sort: { seq: 1 } })
    .toArray();
}

/** The sites' orders are merged by the server as it reads; those of more than 200 it would sort in memory. */
const sitesAtOnce = 100;

async function latest(
  database: Database,
  sites: readonly Site[],
  filter: { active?: true },
  limit: number,
): Promise<AutomationRun[]> {
  const found: AutomationRun[] = [];
  for (let start = 0; start < sites.length; start += sitesAtOnce) {
    const site = { $in: idsOf(sites.slice(start, start + sitesAtOnce)) };
    // Named: where few of the sites have runs, the server would rather read all and sort them.
    const hint = filter.active ? 'latest_active' : 'site_1_startedAt_-1';
    const options = { sort: { startedAt: -1 }, limit, hint } as const;
    const runs = database.of(AutomationRun).find({ site, ...filter }, options);
    found.push(...(await runs.toArray()));
  }
  return found.sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime()).slice(0, limit);
}

function severalOf(runs: readonly AutomationRun[], sites: readonly Site[]): Error {
  const names = runs.map((run) => sites.find(({ _id }) => _id.equals(run.site))?.name ?? '');
  return errors.siteUnnamed({ sites: names.sort() });
}

function idsOf(sites: readonly Site[]): ObjectId[] {
  return sites.map(({ _id }) => _id);
}
