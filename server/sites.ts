import type { ObjectId } from 'mongodb';
import { Site } from '../schema/site.ts';
import { type Database, transaction } from './db/database.ts';
import { type Deleting, deleteSiteWithin, removeRemains } from './db/deletion.ts';
import { isDuplicateKey } from './db/duplicate-key.ts';
import { errors } from './errors.ts';

/** The account's site of this name, made where there is none; `fields` are for a new one. At once, it is made once. */
export async function openSite(
  database: Database,
  account: ObjectId,
  name: string,
  fields: Partial<Pick<Site, 'language' | 'timeZone'>> = {},
): Promise<Site> {
  const found = await database.of(Site).findOne({ account, name });
  if (found) return found;
  const site = Object.assign(new Site(), fields, { account, name });
  try {
    await database.of(Site).insertOne(site);
    return site;
  } catch (error) {
    // Another process was faster.
    if (isDuplicateKey(error)) return siteNamed(database, account, name);
    throw error;
  }
}

/** Throws SITE_NOT_FOUND. */
export async function siteNamed(database: Database, account: ObjectId, name: string): Promise<Site> {
  const site = await database.of(Site).findOne({ account, name });
  if (!site) throw errors.siteNotFound({ site: name });
  return site;
}

/** All sites of an account, by name. */
export async function sitesOf(database: Database, account: ObjectId): Promise<Site[]> {
  return database
    .of(Site)
    .find({ account }, { sort: { name: 1 } })
    .toArray();
}

/**
 * Deletes the site with all that belongs to it but the ledger's entries. Throws DELETION_REFUSED while a run of it is
 * running or paused, and SITE_NOT_FOUND; then nothing has changed.
 */
export async function deleteSite(deleting: Deleting, site: Site): Promise<void> {
  await transaction(deleting.database.client, (session) => deleteSiteWithin(deleting, site, session));
  await removeRemains(deleting);
}
