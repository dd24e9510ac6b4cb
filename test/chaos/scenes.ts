import { AutomationConfig } from '../../schema/automation-config.ts';
import type { Site } from '../../schema/site.ts';
import type { Database } from '../../server/db/database.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';

const phrases = ['espresso machine', 'best espresso machine', 'cold brew coffee'];

/** A site of an account of its own whose run has two batches or so of every stage; each is like the other. */
export async function makeSmallSite(database: Database): Promise<Site> {
  const site = await makeSite(database, { name: 'Beans' });
  await makeKeywords(database, site, phrases);
  const stages = {
    'cluster-keywords': { batchSize: 2 },
    'generate-ideas': { ideasPerCluster: 1 },
    'queue-tasks': { batchSize: 1 },
    'generate-image-prompts': { imagesPerArticle: 2 },
  };
  const config = Object.assign(new AutomationConfig(), { account: site.account, site: site._id, stages });
  await database.of(AutomationConfig).insertOne(config);
  return site;
}
