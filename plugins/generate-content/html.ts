import { sanitisedHtml } from '../../schema/article-html.ts';

/** An article of the site that a text may point at, with the address that stands for it: see schema/article-links.ts. */
export interface OfferedLink {
  readonly title: string;
  readonly href: string;
}

/**
 * What a model wrote, made safe. H1 and H2 become H3, because title and sections' headings are set by us. Of links that
 * were not offered only the words are left: what a model makes up leads nowhere, or where it should not.
 */
export function sanitised(html: string, offered: readonly OfferedLink[] = []): string {
  const hrefs = new Set(offered.map(({ href }) => href));
  return sanitisedHtml(html, { h1: 'h3', h2: 'h3' }, (href) => hrefs.has(href));
}

/** A plain text as it stands in HTML. */
export function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}
