import type { ObjectId } from 'mongodb';
import { AutomationRun, RunStatus } from '../../../schema/automation-run.ts';
import type { Engine } from '../engine.ts';
import { type Paces, pacesOf, sampledRuns } from './pace.ts';

/** What a pace is made from: a run's lists of ids may be long. */
const fields = ['status', 'startedAt', 'endedAt', 'restedMs', 'processed', 'failed', 'settings'];

/** The paces of sites by their latest finished runs, in one read, by site id (hex). */
export async function measuredPaces(
  { database, registry }: Pick<Engine, 'database' | 'registry'>,
  sites: readonly ObjectId[],
): Promise<Map<string, Paces>> {
  const stageFields = registry.keys.flatMap((key) => fields.map((field) => [`stages.${key}.${field}`, 1]));
  const runs = await database
    .of(AutomationRun)
    .find(
      { site: { $in: [...sites] }, status: RunStatus.Completed },
      {
        sort: { startedAt: -1, _id: -1 },
        limit: sampledRuns * sites.length,
        projection: { site: 1, ...Object.fromEntries(stageFields) },
      },
    )
    .toArray();
  const bySite = Map.groupBy(runs, ({ site }) => site.toHexString());
  return new Map(
    [...bySite].map(([site, own]) => [
      site,
      pacesOf(own.slice(0, sampledRuns).map(({ stages = {} }) => ({ stages }))),
    ]),
  );
}
