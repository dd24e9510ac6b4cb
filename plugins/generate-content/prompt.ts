import { z } from 'zod';
import type { TextCall } from '#stage';
import { charactersIn } from '../../language/columns.ts';
import { dataBlock } from '../../language/data-block.ts';
import { leakFault } from '../../language/prompt-leak.ts';
import type { Assignment, Finish, Outline } from './article.ts';
import { askedHeading, finishFault, outlineFault, sectionFault } from './faults.ts';
import type { OfferedLink } from './html.ts';
import { askedExcerpt, maxMetaDescription, maxMetaTitle } from './meta-texts.ts';
import { offlineFinish, offlineOutline, offlineSection } from './offline.ts';
import { kindsWithQuestions, writer } from './writer.ts';

const promptVersion = '5';

function materialOf(assignment: Assignment): string {
  const { site, title, brief, topic, keywords } = assignment;
  return [dataBlock('site', site), dataBlock('article', { title, brief, topic, keywords })].join('\n\n');
}

const htmlRule =
  'HTML only, without Markdown: p, h3, ul, ol, li, strong, em, blockquote, table, thead, tbody, tr, th, td and a.';

export const outlineCall: TextCall<Assignment, Outline> = {
  purpose: 'outline',
  promptVersion,
  prompt: (assignment) => ({
    system: writer(assignment),
    user: [
      materialOf(assignment),
      dataBlock('other-articles', assignment.siblings),
      `Plan the article of about ${assignment.words} words: exactly ${assignment.sections} sections, in the order in which a reader needs them, the answer to the main phrase (the first of keywords) as early as possible. Together they answer every phrase in keywords, without going over what <other-articles> cover.`,
      `Reply with sections: for each its heading (at most ${charactersIn(askedHeading, assignment.site.language)} characters, no numbering, different from the title and from one another), says: in two or three sentences what exactly it tells, with the facts, steps or rows it will contain, and isQuestions: true for a section of frequent questions and their answers, else false.`,
      kindsWithQuestions.has(assignment.articleKind)
        ? 'The last section, and only it, is one of frequent questions: three to six that readers of this article still have, none answered above.'
        : 'Such a section is not needed here; have one only where readers are sure to have questions left.',
    ].join('\n\n'),
  }),
  schema: z.object({
    sections: z.array(
      z.object({ heading: z.string().trim(), says: z.string().trim(), isQuestions: z.boolean() }),
    ),
  }),
  fault: (outline, assignment) => leakFault(outline, writer(assignment)) ?? outlineFault(outline, assignment),
  offline: offlineOutline,
};

/** A section to write. `earlier` holds the plain text of those before it, shortened. */
export interface SectionInput {
  readonly assignment: Assignment;
  readonly outline: Outline;
  /** From 0. */
  readonly section: number;
  /** That it is to have, about. */
  readonly words: number;
  readonly earlier: readonly { readonly heading: string; readonly text: string }[];
  /** Articles of the site that it may point at and that no earlier section has, the nearest first. */
  readonly links: readonly OfferedLink[];
}

export const sectionCall: TextCall<SectionInput, { html: string }> = {
  purpose: 'section',
  promptVersion,
  prompt: ({ assignment, outline, section, words, earlier, links }) => ({
    system: writer(assignment),
    user: [
      materialOf(assignment),
      dataBlock('outline', outline.sections),
      dataBlock(
        'links',
        links.map(({ ref, title }) => [ref, title]),
      ),
      // What stands above is the same from section to section until a link is used, and read from a provider's cache.
      dataBlock('written-so-far', earlier),
      `Write section ${section + 1} of ${outline.sections.length}, and only this one: ${dataBlock('section', outline.sections[section])}`,
      `About ${words} words. Go on from <written-so-far> without repeating it, and leave to later sections what <outline> gives them. Its heading is set already: begin with a paragraph. Use lists, h3 and tables where they help a reader who skims; a section of questions has each question as an h3 and its answer below.`,
      'Links: only to articles in <links>, each given as [reference, title], with its reference as href, such as href="A1"; at most two in the section, only where a reader gains by going there; the words linked say what is there. None at all where none fits. No other address, anywhere.',
      `Reply with html. ${htmlRule}`,
    ].join('\n\n'),
  }),
  schema: z.object({ html: z.string().trim() }),
  fault: (reply, { assignment, outline, section, words }) =>
    leakFault(reply, writer(assignment)) ??
    sectionFault(reply.html, assignment, { words, isQuestions: outline.sections[section]?.isQuestions }),
  offline: ({ assignment, section }) => ({ html: offlineSection(assignment, section) }),
};

export interface FinishInput {
  readonly assignment: Assignment;
  readonly outline: Outline;
  /** Plain text of each section, shortened. */
  readonly written: readonly { readonly heading: string; readonly text: string }[];
}

export const finishCall: TextCall<FinishInput, Finish> = {
  purpose: 'finish',
  promptVersion,
  prompt: ({ assignment, written }) => ({
    system: writer(assignment),
    user: [
      materialOf(assignment),
      dataBlock('written', written),
      'The sections are written. Finish the article. Reply with:',
      `opening: one or two paragraphs above the first heading that say what the reader gets and why it matters, 50 to 120 words. ${htmlRule} No heading, no link.`,
      'summaryTitle: the title of a box with the main points, such as "In short", in the language of the site. summary: three to five points, each one plain sentence that stands in the article.',
      `excerpt: plain text for lists of articles, one or two sentences, at most ${charactersIn(askedExcerpt, assignment.site.language)} characters.`,
      `metaTitle: at most ${charactersIn(maxMetaTitle, assignment.site.language)} characters, with the main phrase near its beginning. metaDescription: at most ${charactersIn(maxMetaDescription, assignment.site.language)} characters, a sentence that makes the right reader open the page.`,
    ].join('\n\n'),
  }),
  schema: z.object({
    opening: z.string().trim(),
    summaryTitle: z.string().trim(),
    summary: z.array(z.string().trim()),
    excerpt: z.string().trim(),
    metaTitle: z.string().trim(),
    metaDescription: z.string().trim(),
  }),
  fault: (finish, { assignment }) => leakFault(finish, writer(assignment)) ?? finishFault(finish, assignment),
  offline: ({ assignment, outline }) => offlineFinish(assignment, outline),
};
