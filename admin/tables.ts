import { type ResourceName, resource } from './data/resource.ts';
import type { ResourceData } from './data/resource-data.ts';

/** How each resource is read and changed; what that takes comes when it is first asked for. */
export const tables: Readonly<Record<ResourceName, () => Promise<ResourceData>>> = {
  [resource.sites]: () => import('./sites/data.ts').then(({ siteData }) => siteData),
  [resource.keywords]: () => import('./keywords/data.ts').then(({ keywordData }) => keywordData),
  [resource.clusters]: () => import('./clusters/data.ts').then(({ clusterData }) => clusterData),
  [resource.ideas]: () => import('./ideas/data.ts').then(({ ideaData }) => ideaData),
  [resource.tasks]: () => import('./tasks/data.ts').then(({ taskData }) => taskData),
  [resource.contents]: () => import('./contents/data.ts').then(({ contentData }) => contentData),
  [resource.images]: () => import('./images/data.ts').then(({ imageData }) => imageData),
  [resource.runs]: () => import('./automation/history/data.ts').then(({ runData }) => runData),
  [resource.creditEntries]: () => import('./credits/data.ts').then(({ creditEntryData }) => creditEntryData),
  [resource.users]: () => import('./users/data.ts').then(({ userData }) => userData),
  [resource.apiKeys]: () => import('./api-keys/data.ts').then(({ apiKeyData }) => apiKeyData),
};
