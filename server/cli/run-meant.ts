import type { AutomationRun } from '../../schema/automation-run.ts';
import type { Site } from '../../schema/site.ts';
import type { Database } from '../db/database.ts';
import { activeRun, runNamed } from '../engine/find-run.ts';
import { errors } from '../errors.ts';
import { sitesMeant } from './with-app.ts';

/**
 * The run to pause or cancel, and its site: the one named; for `latest` the active one, and only where there is none
 * the latest. Throws SITE_UNNAMED where several could be meant, RUN_NOT_FOUND, SITE_NOT_FOUND.
 */
export async function runMeant(
  database: Database,
  name: string,
  siteName: string | undefined,
): Promise<{ run: AutomationRun; site: Site }> {
  const sites = await sitesMeant(database, siteName);
  const active = name === 'latest' ? await activeRun(database, sites) : null;
  const run = active ?? (await runNamed(database, sites, name));
  const site = sites.find(({ _id }) => _id.equals(run.site));
  if (!site) throw errors.runNotFound({ runId: name });
  return { run, site };
}
