import { apiKeyData } from './api-keys/data.ts';
import { runData } from './automation/history/data.ts';
import { clusterData } from './clusters/data.ts';
import { contentData } from './contents/data.ts';
import { creditEntryData } from './credits/data.ts';
import { type ResourceName, resource } from './data/resource.ts';
import type { ResourceData } from './data/resource-data.ts';
import { ideaData } from './ideas/data.ts';
import { imageData } from './images/data.ts';
import { keywordData } from './keywords/data.ts';
import { siteData } from './sites/data.ts';
import { taskData } from './tasks/data.ts';
import { userData } from './users/data.ts';

/** How each resource is read and changed. */
export const tables: Readonly<Record<ResourceName, ResourceData>> = {
  [resource.sites]: siteData,
  [resource.keywords]: keywordData,
  [resource.clusters]: clusterData,
  [resource.ideas]: ideaData,
  [resource.tasks]: taskData,
  [resource.contents]: contentData,
  [resource.images]: imageData,
  [resource.runs]: runData,
  [resource.creditEntries]: creditEntryData,
  [resource.users]: userData,
  [resource.apiKeys]: apiKeyData,
};
