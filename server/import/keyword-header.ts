import { tidyPhrase } from '../../schema/phrase.ts';
import { errors } from '../errors.ts';
import { type Delimiter, splitCells } from './csv-records.ts';

/** The columns that are read; any others are passed over. */
const columnNames = ['keyword', 'volume', 'difficulty', 'intent', 'cpc', 'country'] as const;
export type ColumnName = (typeof columnNames)[number];

export interface Header {
  /** The line it stands on, from 1; 0 where it stands on none. */
  readonly line: number;
  readonly delimiter: Delimiter;
  /** Cells of the header, blank ones at its end left out. */
  readonly width: number;
  /** Where each known column stands, from 0. */
  readonly columns: ReadonlyMap<ColumnName, number>;
}

/**
 * Reads the first line that is not blank. What separates its cells is whichever makes one of them read "keyword".
 * Throws FILE_EMPTY, FILE_NOT_TEXT and NO_KEYWORD_COLUMN.
 */
export function readHeader(lines: readonly (string | null)[], file: string): Header {
  const index = lines.findIndex((line) => line === null || line.trim() !== '');
  const text = lines[index];
  if (text === undefined) throw errors.fileEmpty({ file });
  if (text === null) throw errors.fileNotText({ file, line: index + 1 });

  const readings = ([',', ';', '\t'] as const).map((delimiter) => ({
    delimiter,
    names: namesOf(text, delimiter),
  }));
  const reading = readings.find(({ names }) => names.some(isKeyword));
  if (reading === undefined) {
    const [most] = readings.toSorted((a, b) => b.names.length - a.names.length);
    throw errors.noKeywordColumn({ file, line: index + 1, columns: most?.names ?? [] });
  }
  const names = reading.names.map((name) => name.toLowerCase());
  const found = columnNames.map((name) => [name, names.indexOf(name)] as const).filter(([, at]) => at !== -1);
  return {
    line: index + 1,
    delimiter: reading.delimiter,
    width: names.findLastIndex((name) => name !== '') + 1,
    columns: new Map(found),
  };
}

function namesOf(text: string, delimiter: Delimiter): string[] {
  const split = splitCells(text, delimiter);
  // A header whose quotes are broken is still worth showing.
  const cells = 'cells' in split ? split.cells : text.split(delimiter);
  return cells.map(tidyPhrase);
}

function isKeyword(name: string): boolean {
  return name.toLowerCase() === 'keyword';
}
