import sanitizeHtml from 'sanitize-html';

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

const rules: sanitizeHtml.IOptions = {
  allowedTags:
    'p h2 h3 h4 ul ol li strong em b i a blockquote table caption thead tbody tr th td br hr code pre dl dt dd aside'.split(
      ' ',
    ),
  allowedAttributes: { a: ['href', 'title'], th: ['scope', ...inertAttributes], td: inertAttributes },
  allowedClasses: { aside: ['sample', 'summary'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nonTextTags: wholly,
  exclusiveFilter: ({ tag, text }) => /^(p|h[2-4]|li|aside)$/.test(tag) && text.trim() === '',
};

/**
 * HTML of an article, safe to show whoever wrote it: known elements, links to http, https and mailto, nothing that
 * runs. `headings` says what becomes of those that have no place where it will stand; an H1 never has one, as the
 * title is set by us.
 */
export function sanitisedHtml(
  html: string,
  headings: Readonly<Record<string, string>> = { h1: 'h2' },
): string {
  return sanitizeHtml(html, { ...rules, transformTags: { ...headings } }).trim();
}

/** The text that a reader of the HTML sees, elements apart by a space. */
export function plainText(html: string): string {
  const bare = sanitizeHtml(html.replace(/</gu, ' <'), { allowedTags: [], nonTextTags: wholly });
  return bare
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&')
    .replace(/\s+/gu, ' ')
    .trim();
}
