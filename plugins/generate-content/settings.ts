import { z } from 'zod';
import type { Rates } from '#stage';
import { articleWords, type Site } from '../../schema/site.ts';
import type { Task } from '../../schema/task.ts';

/** What an idea and a task ask for when nobody has changed it (schema/idea.ts). */
const defaultWordTarget = 2500;

export const settings = z.object({
  batchSize: z.int().min(1).max(5).default(1).describe('Tasks per batch'),
  parallel: z.int().min(1).max(16).default(1).describe('Batches in parallel'),
  wordTarget: z
    .int()
    .min(articleWords.least)
    .max(articleWords.most)
    .default(defaultWordTarget)
    .describe(
      'Target words per article, unless its task or, if this is left at its default, its site sets another number',
    ),
  sections: z.int().min(3).max(12).default(6).describe('Sections (H2) per article'),
});
export type Settings = z.infer<typeof settings>;

/** A section of fewer words than this is a heading too many. */
const leastWordsOfSection = 120;

/**
 * Words and sections of a task's article. A task that asks for another number of words than the default keeps it; then
 * comes the setting, where it was changed; then what the site asks for. Short articles get fewer sections, but never
 * under three.
 */
export function sizeOf(
  task: Pick<Task, 'wordTarget'>,
  site: Pick<Site, 'wordTarget'>,
  settings: Settings,
): { words: number; sections: number } {
  const asked = [task.wordTarget, settings.wordTarget, site.wordTarget ?? defaultWordTarget];
  const words = asked.find((number) => number !== defaultWordTarget) ?? defaultWordTarget;
  return { words, sections: sectionsOf(words, settings) };
}

/** Sections of an article of so many words. */
export function sectionsOf(words: number, { sections }: Pick<Settings, 'sections'>): number {
  return Math.min(sections, Math.max(3, Math.floor(words / leastWordsOfSection)));
}

/** Words to reckon with: what the site asks for or is used to, unless the setting was changed, which then speaks for itself. */
export function wordsOfArticle({ wordTarget }: Settings, { wordsPerArticle }: Rates): number {
  return wordTarget === defaultWordTarget ? wordsPerArticle : wordTarget;
}
