import { ObjectId } from 'mongodb';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { Image } from '../../schema/image.ts';
import type { Database } from '../db/database.ts';
import type { MediaStore } from './media-store.ts';

/** What sweeping needs. */
export interface Sweeping {
  readonly database: Database;
  readonly media: MediaStore;
  now(): Date;
}

const dayMs = 86_400_000;
/** Runs that may still save the picture of an answer they have paid for. */
const unfinished = [RunStatus.Running, RunStatus.Paused, RunStatus.Failed];

/**
 * Once a day, removes pictures older than a day that no image is, nor will be: their batch was never committed, or
 * their image was dropped. Folders that are no site's are left alone.
 */
export async function sweepMedia(sweeping: Sweeping): Promise<void> {
  const { database, media, now } = sweeping;
  const dayAgo = new Date(now().getTime() - dayMs);
  const last = await media.sweptAt();
  if (last && last > dayAgo) return;
  await media.markSwept(now());
  for (const folder of await media.folders()) {
    if (!ObjectId.isValid(folder)) continue;
    const site = new ObjectId(folder);
    for await (const keys of media.storedBefore(folder, dayAgo)) {
      await media.remove(await orphansOf(database, site, keys));
    }
  }
}

async function orphansOf(database: Database, site: ObjectId, keys: readonly string[]): Promise<string[]> {
  const filter = { site, mediaKey: { $in: [...keys] } };
  const images = database.of(Image).find(filter, { projection: { _id: 0, mediaKey: 1 } });
  const used = new Set((await images.toArray()).map(({ mediaKey }) => mediaKey));
  const unused = keys.filter((key) => !used.has(key));
  if (unused.length === 0) return [];
  const paid = await paidKeys(database, site, unused);
  return unused.filter((key) => !paid.has(key));
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
