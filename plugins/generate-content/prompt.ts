import { z } from 'zod';
import type { TextCall } from '#stage';
import { dataBlock, dataBlockRule } from '../../language/data-block.ts';
import { languageName } from '../../language/language-name.ts';
import { ArticleKind } from '../../schema/idea.ts';
import { type Assignment, type Finish, type Outline, sectionWords } from './article.ts';
import { finishFault, outlineFault, sectionFault } from './faults.ts';
import { offlineFinish, offlineOutline, offlineSection } from './offline.ts';

const promptVersion = '2';

const forms: Readonly<Record<ArticleKind, string>> = {
  [ArticleKind.Guide]:
    'a guide: from the basics to a sound decision, with a section of frequent questions at the end',
  [ArticleKind.HowTo]:
    'a how-to: what is needed, numbered steps that can be followed, what goes wrong and how to mend it',
  [ArticleKind.Comparison]:
    'a comparison: the options by the same criteria, one table, and who should take which',
  [ArticleKind.List]: 'a list: how the entries were chosen, each entry with its reason and for whom it is',
  [ArticleKind.Review]:
    'a review: what was looked at, strengths, weaknesses, and a verdict that names for whom it holds',
  [ArticleKind.Question]:
    'an answer: the short answer first, then the reasons, and a section of frequent questions at the end',
  [ArticleKind.Local]:
    'a local article: how to find and judge a place nearby, what to ask, and a section of frequent questions at the end',
};

/** Who writes, for whom and how: the same for all calls of an article. */
function writer({ site, articleKind }: Assignment): string {
  return [
    `You are a senior writer and editor for the website described in <site>. You write in ${languageName(site.language)}, as an educated native speaker does, with that language's own typography and quotation marks.`,
    `You are at work on ${forms[articleKind]}.`,
    'Write for the audience in <site> and in its brand voice; if they are missing, be friendly, precise and calm. Never use a word listed under avoidWords.',
    'Be concrete: numbers, examples, reasons. Claim nothing that you cannot know: no invented studies, prices, quotations, tests, people or experiences of your own. No filler, no praise of the topic, no closing phrases such as "in conclusion".',
    'Use search phrases where they fit the sentence, inflected as grammar asks; never force or repeat them.',
    dataBlockRule,
  ].join('\n');
}

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
      'Reply with sections: for each its heading (at most 80 characters, no numbering, different from the title and from one another) and says: in two or three sentences what exactly it tells, with the facts, steps or rows it will contain.',
    ].join('\n\n'),
  }),
  schema: z.object({
    sections: z.array(z.object({ heading: z.string().trim(), says: z.string().trim() })),
  }),
  fault: outlineFault,
  offline: offlineOutline,
};

/** A section to write. `earlier` holds the plain text of those before it, shortened. */
export interface SectionInput {
  readonly assignment: Assignment;
  readonly outline: Outline;
  /** From 0. */
  readonly section: number;
  readonly earlier: readonly { readonly heading: string; readonly text: string }[];
}

export const sectionCall: TextCall<SectionInput, { html: string }> = {
  purpose: 'section',
  promptVersion,
  prompt: ({ assignment, outline, section, earlier }) => ({
    system: writer(assignment),
    user: [
      materialOf(assignment),
      dataBlock('outline', outline.sections),
      dataBlock('written-so-far', earlier),
      `Write section ${section + 1} of ${outline.sections.length}, and only this one: ${dataBlock('section', outline.sections[section])}`,
      `About ${sectionWords(assignment)} words. Go on from <written-so-far> without repeating it, and leave to later sections what <outline> gives them. Its heading is set already: begin with a paragraph. Use lists, h3 and tables where they help a reader who skims; a section of questions has each question as h3.`,
      `Reply with html. ${htmlRule}`,
    ].join('\n\n'),
  }),
  schema: z.object({ html: z.string().trim() }),
  fault: ({ html }, { assignment }) => sectionFault(html, assignment),
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
      `opening: one or two paragraphs above the first heading that say what the reader gets and why it matters, 50 to 120 words. ${htmlRule} No heading.`,
      'summaryTitle: the title of a box with the main points, such as "In short", in the language of the site. summary: three to five points, each one plain sentence that stands in the article.',
      'excerpt: plain text for lists of articles, one or two sentences, at most 250 characters.',
      'metaTitle: at most 60 characters, with the main phrase near its beginning. metaDescription: at most 155 characters, a sentence that makes the right reader open the page.',
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
  fault: (finish, { assignment }) => finishFault(finish, assignment),
  offline: ({ assignment, outline }) => offlineFinish(assignment, outline),
};
