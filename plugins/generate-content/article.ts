import { clipColumns } from '../../language/clip.ts';
import { countWords } from '../../language/count-words.ts';
import { plainText } from '../../schema/article-html.ts';
import type { ArticleKind } from '../../schema/idea.ts';
import type { SiteFacts } from '../../schema/site-facts.ts';
import { escaped, type OfferedLink, sanitised } from './html.ts';
import { maxExcerpt, metaDescriptionOf, metaTitleOf } from './meta-texts.ts';

/** What is known of an article before its first word. Plain JSON: it is part of every call's input. */
export interface Assignment {
  readonly site: SiteFacts;
  readonly title: string;
  readonly brief: string;
  readonly articleKind: ArticleKind;
  /** The main phrase first; never empty. */
  readonly keywords: readonly string[];
  /** The cluster's name. */
  readonly topic: string;
  /** Titles of other articles on the topic, at most 50. */
  readonly siblings: readonly string[];
  /** Articles of the site that it may point at, the nearest first, at most 20. */
  readonly links: readonly OfferedLink[];
  /** Words of the whole article. */
  readonly words: number;
  /** H2 sections. */
  readonly sections: number;
}

export interface Outline {
  readonly sections: readonly {
    readonly heading: string;
    readonly says: string;
    /** Whether it holds frequent questions and their answers. */
    readonly isQuestions: boolean;
  }[];
}

/** What is written when the sections are there. */
export interface Finish {
  /** HTML above the first heading. */
  readonly opening: string;
  readonly summaryTitle: string;
  readonly summary: readonly string[];
  readonly excerpt: string;
  readonly metaTitle: string;
  readonly metaDescription: string;
}

/** An article's text as it will be saved. */
export interface Draft {
  readonly title: string;
  readonly html: string;
  readonly excerpt: string;
  readonly metaTitle: string;
  readonly metaDescription: string;
  readonly wordCount: number;
  readonly keywords: string[];
}

/**
 * Puts an article together: the note (HTML of ours, on samples), the opening, a box with the main points, and each
 * section below its heading. All that came from a model is sanitised or escaped here; texts are cut to their limits.
 */
export function assembled(
  assignment: Assignment,
  outline: Outline,
  sections: readonly string[],
  finish: Finish,
  note = '',
): Draft {
  const points = finish.summary.map((point) => `<li>${escaped(point)}</li>`).join('\n');
  const summary = `<aside class="summary"><p><strong>${escaped(finish.summaryTitle)}</strong></p>\n<ul>\n${points}\n</ul></aside>`;
  const body = outline.sections.map(
    ({ heading }, index) =>
      `<h2>${escaped(heading)}</h2>\n${sanitised(sections[index] ?? '', assignment.links)}`,
  );
  const html = [note, sanitised(finish.opening), summary, ...body].filter((part) => part !== '').join('\n');
  const { title, site } = assignment;
  return {
    title,
    html,
    excerpt: clipColumns(finish.excerpt, maxExcerpt),
    metaTitle: metaTitleOf(finish.metaTitle),
    metaDescription: metaDescriptionOf(finish.metaDescription),
    wordCount: countWords(plainText(html), site.language),
    keywords: [...assignment.keywords],
  };
}

/** What is left for sections: the opening and the box of main points take about a tenth. */
const sectionsShare = 0.9;

/** An even share of the article's words. */
export function sectionWords({ words, sections }: Pick<Assignment, 'words' | 'sections'>): number {
  return Math.round((words * sectionsShare) / sections);
}

/** How far a section may make up for those before it, as shares of an even one. */
const least = 0.6;
const most = 1.5;

/**
 * Words to ask of the next section: an even share of what the article has yet to come to, so that it is as long as it
 * was asked for though some sections turned out short. `written`: words of the sections before; `left`: sections to
 * come, this one included.
 */
export function nextSectionWords(
  assignment: Pick<Assignment, 'words' | 'sections'>,
  { written, left }: { written: number; left: number },
): number {
  const even = sectionWords(assignment);
  const wanted = (assignment.words * sectionsShare - written) / left;
  return Math.round(Math.min(even * most, Math.max(even * least, wanted)));
}
