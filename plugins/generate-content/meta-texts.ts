import { clipColumns } from '../../language/clip.ts';
import { charactersIn, columnsOf } from '../../language/columns.ts';

/** The limits that search engines show, in columns (language/columns.ts). */
export const maxMetaTitle = 60;
export const maxMetaDescription = 155;

/** Columns of an excerpt: as it is asked for, and as it is cut to. */
export const askedExcerpt = 250;
export const maxExcerpt = 300;

/** How far a model may be beyond them before its answer is sent back: a few letters are cut for less than that costs. */
const slackTitle = 10;
const slackDescription = 15;

/** A title within its limit: what stands before a colon, or else a comma, else cut at a word. */
export function metaTitleOf(title: string): string {
  return upTo(title, { least: 8, most: maxMetaTitle }, [/\s*:(?=\s)|：/gu, /,(?=\s)|、/gu]);
}

/** A description within its limit: its whole sentences where they are most of it, else cut at a word. */
export function metaDescriptionOf(text: string): string {
  return upTo(text, { least: maxMetaDescription / 3, most: maxMetaDescription }, [
    /(?<=[.!?])(?=\s)|(?<=[。！？])/gu,
  ]);
}

/** What is wrong with meta texts that are far too long; undefined where they fit, or can be cut to. */
export function metaTextFault(
  texts: { readonly metaTitle: string; readonly metaDescription: string },
  language: string,
): string | undefined {
  const limits = [
    ['metaTitle', maxMetaTitle, slackTitle],
    ['metaDescription', maxMetaDescription, slackDescription],
  ] as const;
  for (const [field, most, slack] of limits) {
    const columns = columnsOf(texts[field]);
    if (columns > most + slack)
      return `${field} is too long: ${[...texts[field]].length} characters; at most ${charactersIn(most, language)}.`;
  }
  return undefined;
}

/** The most of a text of at most so many columns that ends where one of `ends` matches, the first that leaves at least so many. */
function upTo(
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
  ends: readonly RegExp[],
): string {
  const whole = text.replace(/\s+/gu, ' ').trim();
  if (columnsOf(whole) <= most) return whole;
  for (const end of ends) {
    const parts = [...whole.matchAll(end)].map(({ index }) => whole.slice(0, index));
    const fitting = parts.findLast((part) => columnsOf(part) <= most && columnsOf(part) >= least);
    if (fitting !== undefined) return fitting;
  }
  return clipColumns(whole, most);
}
