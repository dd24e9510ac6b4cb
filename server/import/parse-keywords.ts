import { errors } from '../errors.ts';
import { collectRows, type ParsedKeywords } from './collect-rows.ts';
import { readRecords } from './csv-records.ts';
import { decodeLines } from './decode-lines.ts';
import { type Header, readHeader } from './keyword-header.ts';
import { type KeywordRow, readRow } from './keyword-row.ts';
import { plainValue } from './plain-value.ts';

/** A list as it was read, and by which columns. */
export interface KeywordList extends ParsedKeywords {
  readonly header: Header;
}

/**
 * Reads a keyword list: CSV with a header that names the keyword's column, separated by commas, semicolons or tabs.
 * One without a header is read by the `givenHeader`. What a spreadsheet would take for a formula may have a ' before it.
 * A bad row becomes a problem and costs no other row. Throws FILE_EMPTY, FILE_NOT_TEXT and NO_KEYWORD_COLUMN.
 */
export function parseKeywords(input: string | Uint8Array, file: string, givenHeader?: string): KeywordList {
  const lines = decodeLines(input);
  const header =
    givenHeader === undefined ? readHeader(lines, file) : { ...readHeader([givenHeader], file), line: 0 };
  const isWhole = (cells: readonly string[]) =>
    header.mapping.every((column, at) => column === null || !cells[at]?.includes('\n'));
  const records = readRecords({ lines, start: header.line, delimiter: header.delimiter, isWhole });
  const read = records.map((record) => ({
    line: record.line,
    row: 'fault' in record ? record : readCells(record.cells, header),
  }));
  const parsed = collectRows(read, (line, fault) => `${file}, line ${line}: ${fault}.`);
  if (parsed.rows.length === 0 && parsed.problems.length === 0) throw errors.fileEmpty({ file });
  return { ...parsed, header };
}

function readCells(cells: readonly string[], header: Header): KeywordRow | { readonly fault: string } {
  const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (width > header.names.length) {
    return {
      fault: `there are ${width} values and ${header.names.length} columns; put a value that contains the separator in quotes`,
    };
  }
  return readRow((name) => plainValue(name, unguarded(cells[header.mapping.indexOf(name)]?.trim() ?? '')));
}

/** A guarded value as it was: the console's files have one ' more before what begins like a formula. */
function unguarded(cell: string): string {
  return /^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}
