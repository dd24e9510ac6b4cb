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
 * What a model wrote, as HTML that is safe to show: known elements, links to http, https and mailto, nothing that
 * runs. H1 and H2 become H3, because an article's title and its sections' headings are set by us.
 */
export function sanitised(html: string): string {
  return sanitizeHtml(html, { ...rules, transformTags: { h1: 'h3', h2: 'h3' } }).trim();
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

/** A plain text as it stands in HTML. */
export function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}
