import type { ClientSession } from 'mongodb';
import { Site } from '../../schema/site.ts';
import type { Database } from '../db/database.ts';
import { errors } from '../errors.ts';

/**
 * Writes the site in the transaction by which a run takes it, so that whoever deletes it at the same moment comes
 * before or after. Throws SITE_NOT_FOUND.
 */
export async function touchSite(
  database: Database,
  site: Pick<Site, '_id' | 'name'>,
  session: ClientSession,
): Promise<void> {
  const counted = { $inc: { rounds: 1 } };
  const { matchedCount } = await database.of(Site).updateOne({ _id: site._id }, counted, { session });
  if (matchedCount === 0) throw errors.siteNotFound({ site: site.name });
}
