/**
 * Deleting sites. The site itself goes in one transaction, which leaves a note of what is to follow: its items, runs,
 * rows and pictures may be hundreds of thousands, too many for a transaction. Cut off, the clock goes on with it. The
 * ledger's entries stay: they are the account's history. The keywords of an import that is undone go in the same way.
 */
import type { ClientSession, Collection, Document, Filter, ObjectId } from 'mongodb';
import { Activity } from '../../schema/activity.ts';
import { AiCall } from '../../schema/ai-call.ts';
import { AiSpending, spendingOfRun } from '../../schema/ai-spending.ts';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { AutomationRun } from '../../schema/automation-run.ts';
import { Deletion } from '../../schema/deletion.ts';
import { Keyword, untouched } from '../../schema/keyword.ts';
import { ImportReceipt, KeywordImport } from '../../schema/keyword-import.ts';
import { Notification } from '../../schema/notification.ts';
import { Occurrence } from '../../schema/occurrence.ts';
import type { PipelineItem } from '../../schema/pipeline-item.ts';
import { Site } from '../../schema/site.ts';
import { errors } from '../errors.ts';
import type { Database } from './database.ts';

/** What deleting needs. `media` keeps each site's pictures in a folder of the site's id. */
export interface Deleting {
  readonly database: Database;
  readonly media: { removeFolder(folder: string): Promise<void> };
  readonly log: { warn(fields: object, message: string): void };
  now(): Date;
}

/** Of whichever kind. */
type SiteItem = Pick<PipelineItem, '_id' | 'site'>;

/** Documents deleted at once. */
const atOnce = 1_000;
/** Longer than anything that was under way when the site was deleted. */
const remainsMs = 3_600_000;

/**
 * Deletes the site within the transaction, and notes what is to be removed. Throws DELETION_REFUSED while a run of
 * it is running or paused, and SITE_NOT_FOUND.
 */
export async function deleteSiteWithin(
  { database, now }: Pick<Deleting, 'database' | 'now'>,
  site: Site,
  session: ClientSession,
): Promise<void> {
  const runs = database.of(AutomationRun);
  // Starts and resumptions write the site as well: of the two, one comes first, and the other sees it.
  const { deletedCount } = await database.of(Site).deleteOne({ _id: site._id }, { session });
  if (deletedCount === 0) throw errors.siteNotFound({ site: site.name });
  const active = await runs.findOne({ site: site._id, active: true }, { session });
  if (active) throw errors.deletionRefused({ site: site.name, runId: active.runId, status: active.status });
  await database.of(AutomationConfig).deleteOne({ site: site._id }, { session });
  const all = await runs.find({ site: site._id }, { session, projection: { _id: 1 } }).toArray();
  const note = { _id: site._id, kind: 'site' as const, runs: all.map(({ _id }) => _id), at: now() };
  await database.of(Deletion).insertOne(note, { session });
}

/**
 * Removes what is left of sites that were deleted and imports that were undone. Doing it twice, or in two processes at
 * once, does it once.
 */
export async function removeRemains(deleting: Deleting): Promise<void> {
  const { database, now } = deleting;
  const deletions = database.of(Deletion);
  const noted = deletions.find({ at: { $lte: now() } }, { sort: { at: 1 } });
  for await (const deletion of noted) {
    try {
      if (deletion.kind === 'import') await removeUntouched(database, deletion._id);
      else await removeRemainsOf(deleting, deletion);
    } catch (error) {
      // Its note stays: the clock comes back to it. Others do not wait for it.
      deleting.log.warn({ err: error, of: deletion._id }, 'remains not removed yet');
      continue;
    }
    if (now().getTime() - deletion.at.getTime() < remainsMs) continue;
    await deletions.deleteOne({ _id: deletion._id });
  }
}

/** Removes an import's keywords, but for those that a run or a person has changed. Returns how many. */
export function removeUntouched(database: Database, id: ObjectId): Promise<number> {
  return deleteAll(database.of(Keyword), { import: id, ...untouched });
}

async function removeRemainsOf({ database, media }: Deleting, { _id: site, runs }: Deletion): Promise<void> {
  for (const name of database.itemCollections)
    await deleteAll(database.db.collection<SiteItem>(name), { site });
  for (const run of runs) {
    await deleteAll(database.of(Activity), { run });
    await deleteAll(database.of(AiCall), { run });
    await database.of(AiSpending).deleteOne({ _id: spendingOfRun(run) });
  }
  await deleteAll(database.of(AutomationRun), { site });
  await database.of(AutomationConfig).deleteOne({ site });
  await deleteAll(database.of(Occurrence), { site });
  await deleteAll(database.of(Notification), { site });
  await deleteImports(database, site);
  await media.removeFolder(site.toHexString());
}

/** Each with its receipt, which goes first: it is found by the import alone. */
async function deleteImports(database: Database, site: ObjectId): Promise<void> {
  await deleteAll(database.of(KeywordImport), { site }, async (_id) => {
    await database.of(ImportReceipt).deleteMany({ _id: { $in: _id } });
  });
}

/** Returns how many. One that no longer meets the filter when its turn comes stays. */
async function deleteAll<T extends Document & { _id: ObjectId }>(
  collection: Collection<T>,
  filter: Filter<T>,
  before: (ids: ObjectId[]) => Promise<void> = async () => {},
): Promise<number> {
  for (let deleted = 0; ; ) {
    const found = await collection.find(filter, { limit: atOnce, projection: { _id: 1 } }).toArray();
    if (found.length === 0) return deleted;
    const ids = found.map((one) => one._id);
    await before(ids);
    deleted += (await collection.deleteMany({ ...filter, _id: { $in: ids } } as Filter<T>)).deletedCount;
  }
}
