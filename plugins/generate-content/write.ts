import type { WorkContext } from '#stage';
import { clip } from '../../language/clip.ts';
import { countWords } from '../../language/count-words.ts';
import { plainText } from '../../schema/article-html.ts';
import { type Assignment, assembled, type Draft, nextSectionWords, sectionWords } from './article.ts';
import { sanitised } from './html.ts';
import { sampleNote } from './offline.ts';
import { finishCall, outlineCall, sectionCall } from './prompt.ts';

/** Characters of an earlier section that the next one is shown: its sense, at a bounded price. */
export const shownOfEarlier = 1200;

const indexesPerArticle = 100;

/** Tells calls of several articles in one batch apart: section 3 of the second article has index 103. */
export function firstIndexOf(position: number): number {
  return position * indexesPerArticle;
}

/**
 * Writes one article: an outline, its sections one after the other, each with what the earlier ones said, and a
 * finish. `position` is the article's in its batch, from 0; `progress` gets the part done, 0 to 1.
 */
export async function writeArticle(
  assignment: Assignment,
  position: number,
  { ai }: Pick<WorkContext<unknown>, 'ai'>,
  progress: (message: string, done: number) => void,
): Promise<Draft> {
  const first = firstIndexOf(position);
  progress('Planning the outline', 0);
  const outline = await ai.text(outlineCall, assignment, first);
  const calls = outline.sections.length + 2;
  const sections: string[] = [];
  const earlier: { heading: string; text: string }[] = [];
  let { links } = assignment;
  let written = 0;
  for (const [section, { heading }] of outline.sections.entries()) {
    progress('Writing sections', (section + 1) / calls);
    const left = outline.sections.length - section;
    // The passages of a sample are as long as they are: what one is short of, the next cannot make up for.
    const words = ai.isOffline ? sectionWords(assignment) : nextSectionWords(assignment, { written, left });
    const input = { assignment, outline, section, words, earlier: [...earlier], links };
    const reply = await ai.text(sectionCall, input, first + section);
    const html = sanitised(reply.html, links);
    sections.push(html);
    const text = plainText(html);
    written += countWords(text, assignment.site.language);
    earlier.push({ heading, text: clip(text, shownOfEarlier) });
    // One link to an article is enough for its readers.
    links = links.filter(({ href }) => !html.includes(`href="${href}"`));
  }
  progress('Finishing the article', (calls - 1) / calls);
  const finish = await ai.text(finishCall, { assignment, outline, written: earlier }, first);
  const note = ai.isOffline ? sampleNote(assignment.site.language) : '';
  return assembled(assignment, outline, sections, finish, note);
}
