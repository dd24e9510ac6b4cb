import type { ColumnName } from '../../schema/keyword-columns.ts';
import { collectRows, type ParsedKeywords } from './collect-rows.ts';
import { readRow } from './keyword-row.ts';
import { plainValue } from './plain-value.ts';

/** A keyword as a program gives it; its columns are those of a file. */
export type GivenRow = Readonly<
  Partial<Record<'keyword' | 'volume' | 'difficulty' | 'intent' | 'cpc' | 'country', unknown>>
>;

/** Reads rows by the same rules as those of a file, each told of by its place, from 1. */
export function readRows(rows: readonly GivenRow[]): ParsedKeywords {
  const read = rows.map((row, index) => ({
    line: index + 1,
    row: readRow((name) => cellOf(name, row[name])),
  }));
  return collectRows(read, (line, fault) => `Row ${line}: ${fault}.`);
}

/** A number is what it says, however it is written: the point of 66.667 sets no thousands apart. */
function cellOf(name: ColumnName, value: unknown): string {
  return typeof value === 'number' ? String(value) : plainValue(name, String(value ?? '').trim());
}
