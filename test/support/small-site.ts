import type { Account } from '../../schema/account.ts';
import { AutomationConfig } from '../../schema/automation-config.ts';
import type { Site } from '../../schema/site.ts';
import type { Database } from '../../server/db/database.ts';
import { makeKeywords, makeSite } from './factory.ts';

/** So much comes of one keyword: a cluster, an idea, an article, a picture. */
const little = {
  'generate-ideas': { ideasPerCluster: 1 },
  'generate-image-prompts': { imagesPerArticle: 1 },
};

/** A site whose runs go through all stages with as few calls as can be. */
export async function makeSmallSite(
  database: Database,
  phrases: readonly string[] = ['cold brew coffee'],
  { account }: { account?: Account['_id'] } = {},
): Promise<Site> {
  const site = await makeSite(database, account && { account });
  await keepSmall(database, site);
  await makeKeywords(database, site, phrases);
  return site;
}

/** Makes the site's runs so small from now on: of an article's pictures, each takes a tenth of a second to be packed. */
export async function keepSmall(
  database: Database,
  { _id: site, account }: Pick<Site, '_id' | 'account'>,
): Promise<void> {
  const config = { account, site, stages: little };
  await database.of(AutomationConfig).insertOne(Object.assign(new AutomationConfig(), config));
}
