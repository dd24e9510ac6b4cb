import { type Delimiter, delimiters, findHeader, type Mapping } from '../../schema/keyword-columns.ts';
import { tidyPhrase } from '../../schema/phrase.ts';
import { errors } from '../errors.ts';
import { splitCells } from './csv-records.ts';

export interface Header {
  /** The line it stands on, from 1; 0 where it stands on none. */
  readonly line: number;
  readonly delimiter: Delimiter;
  /** Its cells, blank ones at its end left out. */
  readonly names: readonly string[];
  /** What each of them is. */
  readonly mapping: Mapping;
}

/** Finds the header of a list, below lines of title if need be. Throws FILE_EMPTY, FILE_NOT_TEXT and NO_KEYWORD_COLUMN. */
export function readHeader(lines: readonly (string | null)[], file: string): Header {
  const first = lines.findIndex((line) => line === null || line.trim() !== '');
  const text = lines[first];
  if (text === undefined) throw errors.fileEmpty({ file });
  if (text === null) throw errors.fileNotText({ file, line: first + 1 });
  const found = findHeader(lines, namesOf);
  if (found === null) throw errors.noKeywordColumn({ file, line: first + 1, columns: mostNamesOf(text) });
  const names = found.cells.slice(0, found.cells.findLastIndex((name) => name !== '') + 1);
  return { line: found.at + 1, delimiter: found.delimiter, names, mapping: found.mapping };
}

function namesOf(text: string, delimiter: Delimiter): string[] {
  const split = splitCells(text, delimiter);
  // A header whose quotes are broken is still worth showing.
  const cells = 'cells' in split ? split.cells : text.split(delimiter);
  return cells.map(tidyPhrase);
}

function mostNamesOf(text: string): string[] {
  const readings = delimiters.map((delimiter) => namesOf(text, delimiter));
  return readings.toSorted((a, b) => b.length - a.length)[0] ?? [];
}
