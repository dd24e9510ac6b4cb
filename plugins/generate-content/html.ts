import { sanitisedHtml } from '../../schema/article-html.ts';

/** An article of the site that a text may point at, with the address that stands for it: see schema/article-links.ts. */
export interface OfferedLink {
  /** `A1`, `A2` … by which a prompt and its reply name it: an address is 24 digits, which cost as much as the title. */
  readonly ref: string;
  readonly title: string;
  readonly href: string;
}

/**
 * What a model wrote, made safe. H1 and H2 become H3, because title and sections' headings are set by us. Links to what
 * was offered get its address; of others only the words are left: what a model makes up leads nowhere, or where it
 * should not.
 */
export function sanitised(html: string, offered: readonly OfferedLink[] = []): string {
  const addresses = new Map(
    offered.flatMap(({ ref, href }): [string, string][] => [
      [ref, href],
      [href, href],
    ]),
  );
  return sanitisedHtml(html, { h1: 'h3', h2: 'h3' }, (href) => addresses.get(href.trim()));
}

/** A plain text as it stands in HTML. */
export function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}
