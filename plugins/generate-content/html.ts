import { sanitisedHtml } from '../../schema/article-html.ts';

/** What a model wrote, made safe. H1 and H2 become H3, because title and sections' headings are set by us. */
export function sanitised(html: string): string {
  return sanitisedHtml(html, { h1: 'h3', h2: 'h3' });
}

/** A plain text as it stands in HTML. */
export function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}
