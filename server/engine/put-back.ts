/** How failed items come to wait again. */
import type { ClientSession } from 'mongodb';
import { AutomationConfig } from '../../schema/automation-config.ts';
import type { FollowUp } from '../../schema/automation-run.ts';
import type { Site } from '../../schema/site.ts';
import { transaction } from '../db/database.ts';
import { saveContext } from './batch/contexts.ts';
import type { Engine } from './engine.ts';
import { parseSettings } from './settings.ts';
import { itemsOf } from './waiting.ts';

/** `putBack` of all of them, in one transaction. */
export async function putAllBack(engine: Engine, site: Site, retries: readonly FollowUp[]): Promise<void> {
  await transaction(engine.database.client, async (session) => {
    for (const retry of retries) await putBack(engine, site, retry, session);
  });
}

/** Clears the failure of the items: they wait again, as another try. Returns how many there were. Throws UNKNOWN_STAGE. */
export async function putBack(
  engine: Engine,
  site: Site,
  { stage: key, items }: FollowUp,
  session: ClientSession,
): Promise<number> {
  const { database, registry } = engine;
  const stage = registry.get(key);
  const collection = itemsOf(database, stage);
  const filter = { site: site._id, 'failure.stage': key, ...(items && { _id: { $in: items } }) };
  const failed = await collection.find(filter, { session, sort: { _id: 1 } }).toArray();
  const change = {
    $set: { failure: null },
    $inc: { retries: 1 },
    $currentDate: { updatedAt: true },
  } as const;
  await collection.updateMany({ _id: { $in: failed.map((item) => item._id) } }, change, { session });
  if (!stage.retried) return failed.length;
  const config = await database.of(AutomationConfig).findOne({ site: site._id }, { session });
  const settings = parseSettings(stage, config?.stages[key]);
  for (const item of failed) await stage.retried(item, saveContext({ database, site, settings }, session));
  return failed.length;
}
