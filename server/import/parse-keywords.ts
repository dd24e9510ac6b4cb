import { errors } from '../errors.ts';
import { readRecords } from './csv-records.ts';
import { decodeLines } from './decode-lines.ts';
import { type ColumnName, type Header, readHeader } from './keyword-header.ts';
import { fillIn, type KeywordRow, readRow } from './keyword-row.ts';

export interface ParsedKeywords {
  /** In the file's order, each keyword once. */
  readonly rows: readonly KeywordRow[];
  /** Rows that are not in `rows`, in the file's order. */
  readonly problems: readonly RowProblem[];
  /** Rows whose keyword an earlier row had already; they filled what that one lacked. */
  readonly duplicates: number;
}

interface RowProblem {
  /** From 1. */
  readonly line: number;
  /** A sentence that names file and line. */
  readonly message: string;
}

/**
 * Reads a keyword list: CSV with a header that has a `keyword` column, separated by commas, semicolons or tabs.
 * A bad row becomes a problem and costs no other row. Throws FILE_EMPTY, FILE_NOT_TEXT and NO_KEYWORD_COLUMN.
 */
export function parseKeywords(input: string | Uint8Array, file: string): ParsedKeywords {
  const lines = decodeLines(input);
  const header = readHeader(lines, file);
  const rows = new Map<string, KeywordRow>();
  const problems: RowProblem[] = [];
  let duplicates = 0;

  const isWhole = (cells: readonly string[]) =>
    [...header.columns.values()].every((column) => !cells[column]?.includes('\n'));
  for (const record of readRecords({ lines, start: header.line, delimiter: header.delimiter, isWhole })) {
    const row = 'fault' in record ? record : readCells(record.cells, header);
    if ('fault' in row) {
      problems.push({ line: record.line, message: `${file}, line ${record.line}: ${row.fault}.` });
      continue;
    }
    const first = rows.get(row.normalised);
    if (first !== undefined) duplicates += 1;
    rows.set(row.normalised, first === undefined ? row : fillIn(first, row));
  }
  if (rows.size === 0 && problems.length === 0) throw errors.fileEmpty({ file });
  return { rows: [...rows.values()], problems, duplicates };
}

function readCells(cells: readonly string[], header: Header): KeywordRow | { readonly fault: string } {
  const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (width > header.width) {
    return {
      fault: `there are ${width} values and ${header.width} columns; put a value that contains the separator in quotes`,
    };
  }
  return readRow((name: ColumnName) => cells[header.columns.get(name) ?? -1]?.trim() ?? '');
}
