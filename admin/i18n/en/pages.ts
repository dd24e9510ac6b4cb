import { aiUsage } from './ai-usage.ts';
import { article } from './article.ts';
import { automation } from './automation.ts';
import { dashboard } from './dashboard.ts';
import { runWords } from './history.ts';
import { review } from './review.ts';

/** The words of single pages, which come with the first of them: all entries would wait for them otherwise. */
export const pageWords = { article, dashboard, automation, runs: runWords, review, aiUsage };
