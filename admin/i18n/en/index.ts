import reactAdmin from 'ra-language-english';
import { ai, aiUsage } from './ai-usage.ts';
import { apiKeyPages, apiKeys } from './api-keys.ts';
import { automation } from './automation.ts';
import { clusterPages, clusters } from './clusters.ts';
import { contents } from './contents.ts';
import { creditEntries, creditPages } from './credits.ts';
import { dashboard } from './dashboard.ts';
import { ideas } from './ideas.ts';
import { imagePages, images } from './images.ts';
import { keywordImport } from './import.ts';
import { keywords } from './keywords.ts';
import { article, inPlace, item, lists, move } from './lists.ts';
import { review } from './review.ts';
import { runs } from './runs.ts';
import { shell } from './shell.ts';
import { sites } from './sites.ts';
import { status } from './status.ts';
import { tasks } from './tasks.ts';
import { copyOnce, userPages, users } from './users.ts';

/** All of the console in English: one file an area. */
export const english = {
  ...reactAdmin,
  galley: {
    ...shell,
    status,
    lists,
    inPlace,
    item,
    move,
    article,
    import: keywordImport,
    clusters: clusterPages,
    images: imagePages,
    ai,
    apiKeys: apiKeyPages,
    creditPages,
    users: userPages,
    copyOnce,
    dashboard,
    automation,
    review,
    aiUsage,
  },
  resources: {
    ...sites,
    ...keywords,
    ...clusters,
    ...ideas,
    ...tasks,
    ...contents,
    ...images,
    ...runs,
    ...creditEntries,
    ...users,
    ...apiKeys,
  },
};
