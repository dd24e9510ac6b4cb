import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

const guide = readFileSync(new URL('../../../docs/user-guide.md', import.meta.url), 'utf8');

/** The chapters of the user's guide, and the numbered steps of each, as they are written there. */
export const chapters: ReadonlyMap<string, readonly string[]> = new Map(
  guide
    .split(/^## /m)
    .slice(1)
    .map((chapter) => {
      const [title = '', ...lines] = chapter.split('\n');
      const steps = lines.join('\n').matchAll(/^\d+\. (.*(?:\n {3}.*)*)$/gm);
      return [title, [...steps].map(([, step = '']) => step.replace(/\n */g, ' '))];
    }),
);

/** Does the steps of a chapter in order. They stand under their own words: a step that is changed is to be done anew. */
export async function followChapter(
  chapter: string,
  steps: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<void> {
  expect(chapters.get(chapter)).toEqual(Object.keys(steps));
  for (const step of Object.values(steps)) await step();
}
