/** How failed items come to wait again. */
import type { ClientSession, Filter, ObjectId } from 'mongodb';
import { AutomationConfig } from '../../schema/automation-config.ts';
import type { FollowUp } from '../../schema/automation-run.ts';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import type { Site } from '../../schema/site.ts';
import { saveContext } from './batch/contexts.ts';
import type { Engine } from './engine.ts';
import { parseSettings } from './settings.ts';
import { itemsOf, waitingFilter } from './waiting.ts';

/** Counts the failed items that the retries would put back, by the keys of their stages. Throws UNKNOWN_STAGE. */
export async function countFailed(
  { database, registry }: Engine,
  site: ObjectId,
  retries: readonly FollowUp[],
  session?: ClientSession,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [key, ofStage] of Map.groupBy(retries, ({ stage }) => stage)) {
    const filter = { $or: ofStage.map((retry) => failedFilter(site, retry)) };
    const collection = itemsOf(database, registry.get(key));
    counts[key] = await collection.countDocuments(filter, session ? { session } : {});
  }
  return counts;
}

/** Whether some have been put back before, and still wait. */
export async function areRetried(
  { database, registry }: Engine,
  site: ObjectId,
  { stage: key, items }: FollowUp,
  session: ClientSession,
): Promise<boolean> {
  const stage = registry.get(key);
  const waiting = waitingFilter(stage, { site, ...(items && { items }) });
  const found = await itemsOf(database, stage).findOne({ ...waiting, retries: { $gt: 0 } }, { session });
  return found !== null;
}

/** `putBack` of all of them. */
export async function putAllBack(
  engine: Engine,
  site: Site,
  retries: readonly FollowUp[],
  session: ClientSession,
): Promise<number> {
  let count = 0;
  for (const retry of retries) count += await putBack(engine, site, retry, session);
  return count;
}

/** Clears the failure of the items: they wait again, as another try. Returns how many there were. Throws UNKNOWN_STAGE. */
export async function putBack(
  engine: Engine,
  site: Site,
  retry: FollowUp,
  session: ClientSession,
): Promise<number> {
  const { database, registry } = engine;
  const { stage: key } = retry;
  const stage = registry.get(key);
  const collection = itemsOf(database, stage);
  const failed = await collection
    .find(failedFilter(site._id, retry), { session, sort: { _id: 1 } })
    .toArray();
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

/** What is kept out of runs is not tried again either: it stays failed. */
function failedFilter(site: ObjectId, { stage, items }: FollowUp): Filter<PipelineItem> {
  return { site, 'failure.stage': stage, disabled: false, ...(items && { _id: { $in: items } }) };
}
