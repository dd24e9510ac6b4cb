import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';

import type { Delimiter } from '../../schema/keyword-columns.ts';

/** A record and the line it begins on, from 1; or what is wrong with that line, as the end of a sentence. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly fault: string };

/** A quoted value runs over at most so many lines; a quote that is not closed by then is a slip. */
const longestValueInLines = 50;

/**
 * The records of the lines from `start` on (an index), blank ones left out. A faulty line spoils no other: reading
 * goes on with the next. `isWhole` refuses a record of several lines whose cells show that its quote was a slip.
 */
export function* readRecords(options: {
  lines: readonly (string | null)[];
  start: number;
  delimiter: Delimiter;
  isWhole(cells: readonly string[]): boolean;
}): Generator<CsvRecord> {
  const { lines, delimiter, isWhole } = options;
  for (let index = options.start; index < lines.length; ) {
    const { record, used } = readRecord(index);
    if ('fault' in record || record.cells.some((cell) => cell.trim() !== '')) yield record;
    index += used;
  }

  /** The record that begins on this line, and how many lines it takes. */
  function readRecord(index: number): { record: CsvRecord; used: number } {
    const line = index + 1;
    const text = lines[index];
    if (typeof text !== 'string') {
      return { record: { line, fault: 'this is not UTF-8 text; save the file as "CSV UTF-8"' }, used: 1 };
    }
    const alone = splitCells(text, delimiter);
    if ('cells' in alone) return { record: { line, cells: alone.cells }, used: 1 };
    if (!alone.isOpen) return { record: { line, fault: 'a closing quote must end the value' }, used: 1 };
    const used = linesUntilClosed(index);
    const joined = splitCells(lines.slice(index, index + used).join('\n'), delimiter);
    if (used > 1 && 'cells' in joined && isWhole(joined.cells)) {
      return { record: { line, cells: joined.cells }, used };
    }
    return { record: { line, fault: 'a quote is opened and not closed' }, used: 1 };
  }

  /** Up to and with the next line that has an odd number of quotes; 1 where there is none. */
  function linesUntilClosed(index: number): number {
    for (let used = 2; used <= longestValueInLines; used += 1) {
      const text = lines[index + used - 1];
      if (typeof text !== 'string') return 1;
      if (text.split('"').length % 2 === 0) return used;
    }
    return 1;
  }
}

/** The cells of one record; or why there are none: a quote is left open (`isOpen`), or closed amid a value. */
export function splitCells(
  text: string,
  delimiter: Delimiter,
): { readonly cells: readonly string[] } | { readonly isOpen: boolean } {
  // Nine lines of ten have no quotes, and need no parser: it takes twenty times as long.
  if (!text.includes('"')) return { cells: text.split(delimiter) };
  try {
    const [cells = [], ...more] = parse(text, {
      delimiter,
      // 12" pizza is a keyword.
      relax_quotes: true,
      relax_column_count: true,
      trim: true,
      record_delimiter: '\n',
    });
    return more.length > 0 ? { isOpen: true } : { cells };
  } catch (error) {
    if (error instanceof CsvError) return { isOpen: error.code === 'CSV_QUOTE_NOT_CLOSED' };
    throw error;
  }
}
