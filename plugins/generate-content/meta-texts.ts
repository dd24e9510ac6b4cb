import { clipColumns } from '../../language/clip.ts';
import { charactersIn, columnsOf } from '../../language/columns.ts';

/** The limits that search engines show, in columns (language/columns.ts). */
export const maxMetaTitle = 60;
export const maxMetaDescription = 155;

/** Columns of an excerpt: as it is asked for, and as it is cut to. */
export const askedExcerpt = 250;
export const maxExcerpt = 300;

/** How many times as long a text may be before its answer is sent back: what is less too long is cut, for nothing. */
const tooLongBy = 2;

/** A title within its limit: what stands before a colon, else cut at a word. */
export function metaTitleOf(title: string): string {
  return upTo(title, { least: 8, most: maxMetaTitle }, /\s*:(?=\s)|：/gu);
}

/** A description within its limit: its whole sentences where they are most of it, else cut at a word. */
export function metaDescriptionOf(text: string): string {
  // A short word before the full stop is mostly an abbreviation: e.g., U.S.
  const sentenceEnd = /(?<=[\p{L}\p{N}]{3}[.!?])(?=\s)|(?<=[。！？])/gu;
  return upTo(text, { least: maxMetaDescription / 3, most: maxMetaDescription }, sentenceEnd);
}

/** What is wrong with meta texts that are far too long; undefined where they fit, or can be cut to. */
export function metaTextFault(
  texts: { readonly metaTitle: string; readonly metaDescription: string },
  language: string,
): string | undefined {
  const limits = [
    ['metaTitle', maxMetaTitle],
    ['metaDescription', maxMetaDescription],
  ] as const;
  for (const [field, most] of limits) {
    if (columnsOf(texts[field]) > most * tooLongBy)
      return `${field} is too long: ${[...texts[field]].length} characters; at most ${charactersIn(most, language)}.`;
  }
  return undefined;
}

/** The most of a text, in these bounds of columns, that ends where `end` matches; else it is cut at a word. */
function upTo(
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
  end: RegExp,
): string {
  const whole = text.replace(/\s+/gu, ' ').trim();
  if (columnsOf(whole) <= most) return whole;
  const parts = [...whole.matchAll(end)].map(({ index }) => whole.slice(0, index));
  const fitting = parts.findLast((part) => columnsOf(part) <= most && columnsOf(part) >= least);
  return fitting ?? clipColumns(whole, most);
}
