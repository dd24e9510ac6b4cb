import type { Choices } from '../../../language/seeded.ts';
import { escaped } from '../html.ts';
import { type Phrasebook, partsOf, type SectionKind, type SectionText } from './phrasebook.ts';

interface Form {
  /** How many of the points are used; a procedure is never shortened. */
  readonly take: number;
  /** Points at the head of the stock that are always among them: the section's gist speaks of them. */
  readonly keeps?: number;
  /** Whether their order means something. */
  readonly inOrder?: boolean;
  html(points: readonly (readonly string[])[], book: Phrasebook, text: SectionText): string;
}

const prose: Form['html'] = (points, { sentenceGap }) =>
  `<p>${points.map(([sentence]) => sentence).join(sentenceGap)}</p>`;

const labelled = ([label = '', sentence = '']: readonly string[], book: Phrasebook) =>
  `<li><strong>${label}${book.labelEnd}</strong>${book.sentenceGap}${sentence}</li>`;

const bullets: Form['html'] = (points, book) =>
  `<ul>\n${points.map((point) => labelled(point, book)).join('\n')}\n</ul>`;

const steps: Form['html'] = (points, book) =>
  `<ol>\n${points.map((point) => labelled(point, book)).join('\n')}\n</ol>`;

const headed: Form['html'] = (points) =>
  points.map(([label, sentence]) => `<h3>${label}</h3>\n<p>${sentence}</p>`).join('\n');

const table: Form['html'] = (rows, _book, text) => {
  const head = partsOf(text.columns ?? '')
    .map((column) => `<th scope="col">${column}</th>`)
    .join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
};

const forms: Readonly<Record<SectionKind, Form>> = {
  basics: { take: 5, html: prose },
  criteria: { take: 5, keeps: 1, inOrder: true, html: bullets },
  costs: { take: 5, keeps: 2, inOrder: true, html: bullets },
  mistakes: { take: 5, html: bullets },
  next: { take: 5, keeps: 1, inOrder: true, html: prose },
  faq: { take: 5, html: headed },
  steps: { take: Infinity, inOrder: true, html: steps },
  table: { take: 5, inOrder: true, html: table },
  picks: { take: 5, html: headed },
  verdict: { take: 4, inOrder: true, html: table },
  local: { take: 5, inOrder: true, html: bullets },
};

/** A section's HTML below its heading. `fill` puts the article's own words into the stock's text. */
export function renderedSection(
  kind: SectionKind,
  book: Phrasebook,
  choices: Choices,
  fill: (text: string) => string,
): string {
  const text = book.sections[kind];
  const form = forms[kind];
  const { keeps = 0 } = form;
  const kept = text.points.slice(0, keeps);
  const others = choices.shuffle(text.points.slice(keeps));
  const chosen = new Set([...kept, ...others.slice(0, form.take + book.extraPoints - keeps)]);
  const points = form.inOrder ? text.points.filter((point) => chosen.has(point)) : [...chosen];
  const paragraph = (variants: readonly string[]) => `<p>${fill(escaped(choices.pick(variants)))}</p>`;
  return [
    paragraph(text.leads),
    form.html(
      points.map((point) => partsOf(escaped(point))),
      book,
      text,
    ),
    paragraph(text.tails),
  ].join('\n');
}
