import { columnsOf } from './columns.ts';

/**
 * A text in at most `limit` UTF-16 code units, white space tidied. What is too long is cut behind a word, or, where
 * there is no space in the second half (Japanese), behind a character; an ellipsis tells so.
 */
export function clip(text: string, limit: number): string {
  return clipped(text, limit, ({ length }) => length);
}

/** The same by columns (language/columns.ts), for texts that have so much room in a line. */
export function clipColumns(text: string, limit: number): string {
  return clipped(text, limit, columnsOf);
}

function clipped(text: string, limit: number, sizeOf: (text: string) => number): string {
  const tidy = text.replace(/\s+/gu, ' ').trim();
  if (sizeOf(tidy) <= limit) return tidy;
  let room = '';
  let size = 0;
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(tidy)) {
    size += sizeOf(segment);
    if (size > limit - 1) break;
    room += segment;
  }
  const space = tidy[room.length] === ' ' ? room.length : room.lastIndexOf(' ');
  const words = room.slice(0, Math.max(0, space));
  return `${(sizeOf(words) > limit / 2 ? words : room).replace(/[\s\p{P}]+$/u, '')}…`;
}
