/**
 * A text in at most `limit` UTF-16 code units, white space tidied. What is too long is cut behind a word, or, where
 * there is no space in the second half (Japanese), behind a character; an ellipsis tells so.
 */
export function clip(text: string, limit: number): string {
  const tidy = text.replace(/\s+/gu, ' ').trim();
  if (tidy.length <= limit) return tidy;
  let room = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(tidy)) {
    if (room.length + segment.length > limit - 1) break;
    room += segment;
  }
  const space = tidy[room.length] === ' ' ? room.length : room.lastIndexOf(' ');
  const words = space > limit / 2 ? room.slice(0, space) : room;
  return `${words.replace(/[\s\p{P}]+$/u, '')}…`;
}
