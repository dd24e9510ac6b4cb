import { createRequire } from 'node:module';
import type sanitizeHtml from 'sanitize-html';

/** Loads it where the first article is cleaned: most commands clean none. */
const load = createRequire(import.meta.url);

const inertAttributes = ['colspan', 'rowspan'];

/** Elements that go with all that stands in them; other unknown ones leave their text behind. */
const wholly = [
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'title',
];

/** Elements within each other: no article has so many, and turning it into Markdown takes each level's time again. */
const deepest = 50;

const rules: sanitizeHtml.IOptions = {
  allowedTags:
    'p h2 h3 h4 ul ol li strong em b i a blockquote table caption thead tbody tr th td br hr code pre dl dt dd aside'.split(
      ' ',
    ),
  allowedAttributes: { a: ['href', 'title'], th: ['scope', ...inertAttributes], td: inertAttributes },
  allowedClasses: { aside: ['sample', 'summary'] },
  allowedSchemes: ['http', 'https', 'mailto', 'article'],
  allowProtocolRelative: false,
  nonTextTags: wholly,
  nestingLimit: deepest,
  exclusiveFilter: ({ tag, text }) => /^(p|h[2-4]|li|aside)$/.test(tag) && text.trim() === '',
};

/**
 * HTML of an article, safe to show whoever wrote it: known elements, links to http, https, mailto and other articles
 * (see article-links.ts), nothing that runs. `headings` says what becomes of those that have no place where it will
 * stand; an H1 never has one, as the title is set by us. `addressOf` says where a link leads; where it knows nothing, the
 * words alone stay.
 */
export function sanitisedHtml(
  html: string,
  headings: Readonly<Record<string, string>> = { h1: 'h2' },
  addressOf: (href: string) => string | undefined = (href) => href,
): string {
  // As an element that is not known, which goes and leaves its words.
  const a: sanitizeHtml.Transformer = (tagName, attribs) => {
    const href = addressOf(attribs.href ?? '');
    if (href === undefined) return { tagName: 'span', attribs: {} };
    return { tagName, attribs: attribs.href === undefined ? attribs : { ...attribs, href } };
  };
  const sanitise: typeof sanitizeHtml = load('sanitize-html');
  return sanitise(html, { ...rules, transformTags: { ...headings, a } }).trim();
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

/**
 * The text that a reader of sanitised HTML sees, elements apart by a space. It needs no parser, as sanitised HTML
 * has no scripts, comments, broken elements, or `<` and `>` in attributes. Takes time in proportion to its length:
 * each pattern takes all that it has begun to match.
 */
export function plainText(sanitised: string): string {
  return (
    sanitised
      // An element that ends before a sign leaves no space: <b>Note</b>: what follows.
      .replace(/(?:<[^<>]*>)+/g, (elements, at: number) =>
        /[,.;:!?…]/.test(sanitised[at + elements.length] ?? '') ? '' : ' ',
      )
      .replace(
        /&(#x[0-9a-f]+|#[0-9]+|[a-z]+);/gi,
        (whole, name: string) => entities[name] ?? character(name) ?? whole,
      )
      .replace(/[^\S\u00A0\u202F]+/gu, ' ')
      // French has a space before ; : ! and ?, mostly one at which no line breaks.
      .replace(/\s+([,.…])?/gu, (spaces, sign?: string) => sign ?? spaces)
      .replace(/ ?([\u00A0\u202F]) ?/gu, '$1')
      .trim()
  );
}

function character(name: string): string | undefined {
  if (!name.startsWith('#')) return undefined;
  const hex = /^#x/i.test(name);
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
