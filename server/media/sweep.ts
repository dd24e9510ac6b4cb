import { ObjectId } from 'mongodb';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { Image } from '../../schema/image.ts';
import { Site } from '../../schema/site.ts';
import type { Database } from '../db/database.ts';
import { dayMs } from '../durations.ts';
import { type MediaStore, mainExtension } from './media-store.ts';

/** What sweeping needs. */
export interface Sweeping {
  readonly database: Database;
  readonly media: MediaStore;
  now(): Date;
}

/** Runs that may still save the picture of an answer they have paid for. */
const unfinished = [RunStatus.Running, RunStatus.Paused, RunStatus.Failed];
/** As pictures of sites are named. */
const keyForm = /^[0-9a-f]{24}\/[a-z0-9-]+\.(webp|jpg|png)$/;

/**
 * Once a day, by one of all processes, removes pictures older than a day that no image is, nor will be: their batch
 * was never committed, or their image was dropped. What is no site's of this database is left alone, as a bucket may
 * be another installation's, too; the folder of a deleted site goes with the site (see db/deletion.ts).
 */
export async function sweepMedia(sweeping: Sweeping): Promise<void> {
  const { database, media, now } = sweeping;
  if (!(await isDue(sweeping))) return;
  const dayAgo = new Date(now().getTime() - dayMs);
  for await (const keys of media.storedBefore(dayAgo)) {
    const ofSites = keys.filter((key) => keyForm.test(key));
    const folders = Map.groupBy(ofSites, (key) => key.slice(0, 24));
    for (const site of await sitesAmong(database, [...folders.keys()])) {
      const ofSite = folders.get(site.toHexString()) ?? [];
      await media.remove(await orphansOf(database, site, ofSite));
    }
  }
}

function sitesAmong(database: Database, folders: readonly string[]): Promise<ObjectId[]> {
  return database.of(Site).distinct('_id', { _id: { $in: folders.map((folder) => new ObjectId(folder)) } });
}

/**
 * True for the one who comes first when the last sweep is a day old; it is another's no more. One that is yet to come,
 * by more than clocks of several processes differ, was a clock's that was ahead: it counts for nothing.
 */
async function isDue({ database, now }: Sweeping): Promise<boolean> {
  const sweeps = database.db.collection<{ _id: string; at: Date }>('sweeps');
  const at = now();
  await sweeps.updateOne({ _id: 'media' }, { $setOnInsert: { at: new Date(0) } }, { upsert: true });
  const within = { $gt: new Date(at.getTime() - dayMs), $lte: new Date(at.getTime() + dayMs) };
  return (await sweeps.updateOne({ _id: 'media', at: { $not: within } }, { $set: { at } })).modifiedCount > 0;
}

/** The key by which an image names a picture of both forms. One stored before there were two has its own. */
function mainKeyOf(key: string): string {
  return key.replace(/\.\w+$/, `.${mainExtension}`);
}

async function orphansOf(database: Database, site: ObjectId, keys: readonly string[]): Promise<string[]> {
  const names = new Set(keys.flatMap((key) => [key, mainKeyOf(key)]));
  const filter = { site, mediaKey: { $in: [...names] } };
  const images = database.of(Image).find(filter, { projection: { _id: 0, mediaKey: 1 } });
  const used = new Set((await images.toArray()).map(({ mediaKey }) => mediaKey));
  const isIn = (kept: ReadonlySet<string | null>) => (key: string) =>
    kept.has(key) || kept.has(mainKeyOf(key));
  const unused = keys.filter((key) => !isIn(used)(key));
  if (unused.length === 0) return [];
  const paid = await paidKeys(database, site, [...names]);
  return unused.filter((key) => !isIn(paid)(key));
}

/** Those that are in an answer which a run may still come to save. */
async function paidKeys(
  database: Database,
  site: ObjectId,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const accepted = { site, status: AiCallStatus.Accepted, 'reply.key': { $in: [...keys] } };
  const calls = await database
    .of(AiCall)
    .find(accepted, { projection: { run: 1, 'reply.key': 1 } })
    .toArray();
  const mayBeSaved = { _id: { $in: calls.map(({ run }) => run) }, status: { $in: unfinished } };
  const runs = await database.of(AutomationRun).distinct('_id', mayBeSaved);
  const ofThose = calls.filter(({ run }) => runs.some((id) => id.equals(run)));
  return new Set(ofThose.map(({ reply }) => (reply as { key: string }).key));
}
