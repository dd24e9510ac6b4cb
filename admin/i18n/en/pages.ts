import { ai, aiUsage } from './ai-usage.ts';
import { apiKeyPages } from './api-keys.ts';
import { article } from './article.ts';
import { automation } from './automation.ts';
import { clusterPages } from './clusters.ts';
import { creditPages } from './credits.ts';
import { dashboard } from './dashboard.ts';
import { runWords } from './history.ts';
import { imagePages } from './images.ts';
import { keywordImport } from './import.ts';
import { inPlace, item, lists, move, noAccess, notFound, plan } from './lists.ts';
import { profile } from './profile.ts';
import { review } from './review.ts';
import { copyOnce, userPages } from './users.ts';

/** The words of single pages, which come with the first of them: all entries would wait for them otherwise. */
export const pageWords = {
  lists,
  inPlace,
  item,
  move,
  plan,
  noAccess,
  notFound,
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
  runs: runWords,
  review,
  aiUsage,
  profile,
};
