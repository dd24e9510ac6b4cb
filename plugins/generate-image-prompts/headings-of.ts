import { plainText } from '../../schema/article-html.ts';

/** An H2 of an article, and what stands below it. */
export interface Heading {
  /** Which H2 it is, from 1; H2s without text are counted too, so that pictures find their place again. */
  readonly position: number;
  readonly text: string;
  /** The plain text up to the next H2, cut at a word after about 300 characters. May be empty. */
  readonly below: string;
}

const h2 = /<h2\b[^>]*>([\s\S]*?)<\/h2\s*>/gi;
const maxBelow = 300;

/** The H2s that have a text, in order. Expects sanitised HTML, which has no scripts, comments or broken tags. */
export function headingsOf(html: string): Heading[] {
  const found = [...html.matchAll(h2)];
  return found
    .map((match, at) => {
      const start = match.index + match[0].length;
      const end = found[at + 1]?.index ?? html.length;
      return {
        position: at + 1,
        text: plainText(match[1] ?? ''),
        below: cutAtWord(plainText(html.slice(start, end)), maxBelow),
      };
    })
    .filter((heading) => heading.text !== '');
}

/** The plain text before the first H2, cut like `below`: what the article says of itself at its head. */
export function introductionOf(html: string): string {
  const end = html.search(/<h2\b/i);
  return cutAtWord(plainText(end < 0 ? html : html.slice(0, end)), maxBelow);
}

/**
 * At most `count` of the headings, spread over the whole article: a long article with three pictures has none
 * of them only in its beginning.
 */
export function spread(headings: readonly Heading[], count: number): Heading[] {
  if (headings.length <= count) return [...headings];
  const chosen = new Set(
    Array.from({ length: count }, (_, nth) => Math.floor((nth * headings.length) / count)),
  );
  return headings.filter((_, at) => chosen.has(at));
}

/** Languages without spaces are cut at the character. Never splits a character of two code units. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${space > length / 2 ? cut.slice(0, space) : cut}…`;
}
