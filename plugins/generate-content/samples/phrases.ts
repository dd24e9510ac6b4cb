import { clipColumns } from '../../../language/clip.ts';
import { columnsOf } from '../../../language/columns.ts';

/** Search phrases that the opening names at most, and the columns that they may take up together. */
const maxNamed = 8;
const maxNamedColumns = 240;
/**
 * Longest phrase in a text, in columns: search phrases may have 200 characters, and one that is quoted in full again and
 * again would make half the article.
 */
const maxPhraseColumns = 48;

/** A phrase as a sentence or a heading can bear it. */
export function shortened(phrase: string): string {
  return clipColumns(phrase, maxPhraseColumns);
}

/** The phrases that the opening names: the first, and those after it as long as there is room. */
export function namedIn(keywords: readonly string[]): readonly string[] {
  let columns = 0;
  const end = keywords.slice(0, maxNamed).findIndex((phrase, index) => {
    columns += columnsOf(shortened(phrase));
    return index > 0 && columns > maxNamedColumns;
  });
  return keywords.slice(0, end < 0 ? maxNamed : end);
}
