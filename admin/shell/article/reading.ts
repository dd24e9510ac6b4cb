/** Words that an adult reads in a minute (Brysbaert 2019, for text that is no novel). */
const wordsPerMinute = 238;

/** Whole minutes, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}

/** Words of HTML as it is being written. What the API counts, when it is saved, is what holds. */
export function wordsIn(html: string, language: string | undefined): number {
  const text = html.replace(/<[^<>]*>/gu, ' ').replace(/&[a-z#0-9]+;/giu, ' ');
  let words = 0;
  for (const { isWordLike } of segmenterOf(language).segment(text)) if (isWordLike) words += 1;
  return words;
}

function segmenterOf(language: string | undefined): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    // A code that is none: words are told apart by spaces all the same.
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}

export interface LinkCounts {
  /** To other articles of the site. */
  readonly own: number;
  readonly others: number;
}

export function linksIn(html: string): LinkCounts {
  const all = [...html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"/gu)];
  const own = all.filter(([, href = '']) => href.startsWith('article:')).length;
  return { own, others: all.length - own };
}
