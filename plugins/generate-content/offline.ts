import { clipColumns } from '../../language/clip.ts';
import { columnsOf } from '../../language/columns.ts';
import { foreignSampleNotice } from '../../language/sample-language.ts';
import { type Choices, seeded } from '../../language/seeded.ts';
import { type Assignment, type Finish, type Outline } from './article.ts';
import { escaped } from './html.ts';
import { askedExcerpt, maxMetaDescription, metaTitleOf } from './meta-texts.ts';
import { phrasebookOf } from './samples/books.ts';
import { partsOf } from './samples/phrasebook.ts';
import { namedIn, shortened } from './samples/phrases.ts';
import { planOf } from './samples/plan.ts';
import { renderedSection } from './samples/render.ts';

/** What sample articles are like: five sections and 600–900 words in every language. */
export const sampleWords = 750;
export const sampleSections = 5;

/** Fills a text's blanks. The phrases come from outside: `mark` escapes them where the text is HTML. */
function filled(
  text: string,
  assignment: Assignment,
  keyword: string,
  mark = (phrase: string) => phrase,
): string {
  return text.replace(/\{(topic|keyword)\}/gu, (_, blank) =>
    mark(shortened(blank === 'topic' ? assignment.topic : keyword)),
  );
}

/**
 * Each section takes the next of the article's phrases, so that all of them are answered: the main one, then those that
 * the opening has no room for.
 */
function keywordOf({ keywords, topic }: Assignment, section: number): string {
  const [main = topic] = keywords;
  const named = namedIn(keywords).length;
  const inTurn = keywords.length > named ? [main, ...keywords.slice(named)] : keywords;
  return inTurn[section % inTurn.length] ?? topic;
}

function choicesFor(assignment: Assignment, part: string): Choices {
  return seeded(`${part} ${assignment.title}`);
}

export function offlineOutline(assignment: Assignment): Outline {
  const { sections } = phrasebookOf(assignment.site.language);
  return {
    sections: planOf(assignment.articleKind, assignment.title).map((kind, index) => {
      const heading = choicesFor(assignment, `heading ${index}`).pick(partsOf(sections[kind].headings));
      return {
        heading: filled(heading, assignment, keywordOf(assignment, index)),
        says: sections[kind].gist,
        isQuestions: kind === 'faq',
      };
    }),
  };
}

export function offlineSection(assignment: Assignment, section: number): string {
  const { articleKind, title, site } = assignment;
  const plan = planOf(articleKind, title);
  const kind = plan[section % plan.length] ?? 'basics';
  const keyword = keywordOf(assignment, section);
  const choices = choicesFor(assignment, `section ${section}`);
  return renderedSection(kind, phrasebookOf(site.language), choices, (text) =>
    filled(text, assignment, keyword, escaped),
  );
}

export function offlineFinish(assignment: Assignment, outline: Outline): Finish {
  const { site, title, articleKind, topic, keywords } = assignment;
  const book = phrasebookOf(site.language);
  const choices = choicesFor(assignment, 'finish');
  const [main = topic] = keywords;
  const fill = (text: string) => filled(text, assignment, main);
  const phrases = namedIn(keywords).map((phrase) => filled(book.phrase, assignment, phrase));
  const list = new Intl.ListFormat(book.language, { type: 'disjunction' }).format(phrases);
  const covers = book.covers.replace('{keywords}', () => list);
  const promise = [fill(choices.pick(book.promises)), covers].join(book.sentenceGap);
  const opening = [fill(book.openings[articleKind]), promise];
  const says = choices.shuffle(outline.sections).map((section) => section.says);
  return {
    opening: opening.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n'),
    summaryTitle: book.summaryTitle,
    summary: outline.sections.slice(0, 4).map(({ says }) => says),
    excerpt: sentences([fill(choices.pick(book.excerpts)), ...says], book.sentenceGap),
    metaTitle: metaTitleOf(title),
    metaDescription: about(title, choices.pick(book.descriptions)),
  };
}

/** The title in a text, and as much of it as leaves room for the text. */
function about(title: string, text: string): string {
  const room = maxMetaDescription - columnsOf(text.replace('{title}', ''));
  return text.replace('{title}', () => clipColumns(title, room));
}

/** The sentences, the first in any case and the others as long as an excerpt has room for them. */
function sentences([first = '', ...others]: readonly string[], gap: string): string {
  let text = first;
  for (const sentence of others) {
    const longer = `${text}${gap}${sentence}`;
    if (columnsOf(longer) > askedExcerpt) break;
    text = longer;
  }
  return text;
}

/** The box that tells every reader, and everyone who might publish it, that this is no real article. */
export function sampleNote(language: string): string {
  const book = phrasebookOf(language);
  const [label, text] = book.note;
  const said = [text, foreignSampleNotice(language) ?? []].flat().map(escaped).join(book.sentenceGap);
  return `<aside class="sample"><p><strong>${label}${book.labelEnd}</strong>${book.sentenceGap}${said}</p></aside>`;
}
