import { clip } from '../../../language/clip.ts';

/** Search phrases that the opening names at most, and the columns that they may take up together. */
const maxNamed = 8;
const maxNamedColumns = 240;
/**
 * Longest phrase in a text, in columns: search phrases may have 200 characters, and one that is quoted in full again and
 * again would make half the article. A Japanese character is as wide as two Latin ones, and says as much.
 */
const maxPhraseColumns = 48;

/** A phrase as a sentence or a heading can bear it. */
export function shortened(phrase: string): string {
  return clip(phrase, maxPhraseColumns / widthOf(phrase));
}

/** Columns a character. */
function widthOf(phrase: string): number {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(phrase) ? 2 : 1;
}

/** The phrases that the opening names: the first, and those after it as long as there is room. */
export function namedIn(keywords: readonly string[]): readonly string[] {
  let columns = 0;
  const end = keywords.slice(0, maxNamed).findIndex((phrase, index) => {
    columns += shortened(phrase).length * widthOf(phrase);
    return index > 0 && columns > maxNamedColumns;
  });
  return keywords.slice(0, end < 0 ? maxNamed : end);
}
