import type { ClientSession } from 'mongodb';
import { Site } from '../../schema/site.ts';
import { errors } from '../errors.ts';
import type { Database } from './database.ts';

/**
 * Writes the site in a transaction that must not go on beside another about it: a run's start beside its deletion, two
 * clusters that get one name. One comes before the other, and is seen by it. Throws SITE_NOT_FOUND.
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
