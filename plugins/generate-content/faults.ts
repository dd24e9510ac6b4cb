import { charactersIn, columnsOf } from '../../language/columns.ts';
import { countWords } from '../../language/count-words.ts';
import { isForeignTo } from '../../language/foreign.ts';
import { languageName } from '../../language/language-name.ts';
import { avoidedFault } from '../../language/says.ts';
import { plainText } from '../../schema/article-html.ts';
import { normalisePhrase } from '../../schema/phrase.ts';
import { type Assignment, type Finish, type Outline, sectionWords } from './article.ts';
import { sanitised } from './html.ts';
import { metaTextFault } from './meta-texts.ts';
import { kindsWithQuestions } from './writer.ts';

/**
 * How far a section may be from the words it was asked for, or from an even share, whichever is more generous: a retry
 * costs more than an uneven section, and what is asked catches up with what others had too many or too few of.
 */
const shortest = 0.5;
const longest = 1.9;

/** Columns of a heading: as it is asked for, and from where on it is sent back. */
export const askedHeading = 80;
const maxHeading = 120;
/** Of a section of questions. */
const leastQuestions = 3;

export function outlineFault({ sections }: Outline, assignment: Assignment): string | undefined {
  const wanted = assignment.sections;
  if (Math.abs(sections.length - wanted) > 1)
    return `The outline has ${sections.length} sections; give exactly ${wanted}.`;
  const seen = new Set([normalisePhrase(assignment.title)]);
  for (const [index, { heading, says }] of sections.entries()) {
    const name = `Section ${index + 1}`;
    if (plainText(sanitised(heading)) === '') return `${name} has no heading.`;
    if (columnsOf(heading) > maxHeading)
      return `The heading of section ${index + 1} is longer than ${charactersIn(askedHeading, assignment.site.language)} characters.`;
    if (seen.has(normalisePhrase(heading)))
      return `The heading of section ${index + 1} repeats another heading or the title: "${heading}".`;
    if (says === '') return `${name} does not tell what it says.`;
    seen.add(normalisePhrase(heading));
  }
  if (kindsWithQuestions.has(assignment.articleKind) && sections.at(-1)?.isQuestions !== true)
    return 'The last section must be one of frequent questions, with isQuestions true.';
  return avoidedFault(
    sections.map(({ heading }) => heading),
    assignment.site,
  );
}

/** `words`: how many the section was asked for, so that a repair asks for the same. */
export function sectionFault(
  html: string,
  assignment: Assignment,
  {
    words: target,
    isQuestions = false,
  }: { readonly words: number; readonly isQuestions?: boolean | undefined },
): string | undefined {
  const text = plainText(sanitised(html));
  const words = countWords(text, assignment.site.language);
  if (words === 0) return 'The section is empty.';
  if (/<h[12][\s>]/iu.test(html)) return 'Leave out h1 and h2: the heading of the section is set already.';
  if (!/<p[\s>]/iu.test(html) || /^(#{1,6} |```)/mu.test(html))
    return 'Write the section as HTML with its paragraphs in p elements, without Markdown.';
  if (isQuestions && (html.match(/<h3[\s>]/giu)?.length ?? 0) < leastQuestions)
    return `Give at least ${leastQuestions} questions, each as an h3 with its answer below.`;
  if (isForeignTo(assignment.site.language, text)) return inOwnLanguage(assignment);
  const even = sectionWords(assignment);
  if (words < Math.min(target, even) * shortest)
    return `The section is too short: ${words} words; write about ${target}.`;
  if (words > Math.max(target, even) * longest)
    return `The section is too long: ${words} words; write about ${target}.`;
  return avoidedFault([text], assignment.site);
}

export function finishFault(finish: Finish, assignment: Assignment): string | undefined {
  const { site } = assignment;
  const text = plainText(sanitised(finish.opening));
  const opening = countWords(text, site.language);
  if (opening === 0) return 'The opening is empty.';
  if (opening > 300) return `The opening is too long: ${opening} words; write 50 to 120.`;
  if (/<h[1-6][\s>]/iu.test(finish.opening)) return 'Leave headings out of the opening.';
  if (isForeignTo(site.language, [text, ...finish.summary].join(' '))) return inOwnLanguage(assignment);
  if (finish.summary.length < 2 || finish.summary.length > 7)
    return `The summary has ${finish.summary.length} points; give three to five.`;
  if (finish.summary.includes('')) return 'A point of the summary is empty.';
  for (const field of ['summaryTitle', 'excerpt', 'metaTitle', 'metaDescription'] as const)
    if (finish[field] === '') return `${field} is empty.`;
  const tooLong = metaTextFault(finish, site.language);
  if (tooLong !== undefined) return tooLong;
  return avoidedFault(
    [text, ...finish.summary, finish.summaryTitle, finish.excerpt, finish.metaTitle, finish.metaDescription],
    site,
  );
}

function inOwnLanguage({ site }: Assignment): string {
  return `It is in another language; write it in ${languageName(site.language)}.`;
}
