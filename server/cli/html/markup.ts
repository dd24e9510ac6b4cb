import { escapeHtml, languageAttributes, linkTo } from '../../publishing/markup.ts';

/** What stands in every page's head. */
export interface PageHead {
  readonly language: string;
  readonly title: string;
  readonly description: string;
  /** Path of a picture, relative to the page; null for none. */
  readonly image: string | null;
  readonly style: string;
}

/**
 * A whole page. It is a draft: search engines are asked to stay away, and its policy lets it load nothing but
 * pictures beside it.
 */
export function page(head: PageHead, body: string): string {
  const image = head.image === null ? '' : `\n<meta property="og:image" content="${linkTo(head.image)}">`;
  return `<!doctype html>
<html ${languageAttributes(head.language)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file: data: https:; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(head.title)}</title>
<meta name="description" content="${escapeHtml(head.description)}">
<meta property="og:title" content="${escapeHtml(head.title)}">
<meta property="og:description" content="${escapeHtml(head.description)}">${image}
<style>${head.style}</style>
</head>
<body>
${withOwnDirections(body)}
</body>
</html>
`;
}

/**
 * Blocks of text that say no direction of their own; a list is one, as its marks stand where its lines begin. What
 * begins with another block is left out, as are lists of texts each by itself: none of the letters in those would count.
 */
const blocks =
  /<(h[1-4]|p|ul|ol|td|th|dd)(?=[\s>])(?![^>]* (?:dir=|class="(?:tags|cards)"))(?![^>]*>\s*(?:<li[^>]*>\s*)?<(?:p|ul|ol|h[1-4]|img|div)[\s>])/g;

/**
 * Each text with the direction of its own letters: a page may have texts in another language than its own, such as
 * samples in English on a page that reads from right to left.
 */
function withOwnDirections(html: string): string {
  return html.replace(blocks, '<$1 dir="auto"');
}
