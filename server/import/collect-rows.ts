import { fillIn, type KeywordRow } from './keyword-row.ts';

export interface ParsedKeywords {
  /** In the file's order, each keyword once. */
  readonly rows: readonly KeywordRow[];
  /** Where each of `rows` stands. */
  readonly lines: readonly number[];
  /** Rows that are not in `rows`, in the file's order. */
  readonly problems: readonly RowProblem[];
  /** Rows whose keyword an earlier row had already; they filled what that one lacked. */
  readonly duplicates: number;
  /** Each of those. */
  readonly repeats: readonly Repeat[];
}

interface Repeat {
  readonly line: number;
  readonly phrase: string;
  /** The line that had it first. */
  readonly first: number;
}

interface RowProblem {
  /** From 1. */
  readonly line: number;
  /** A sentence that names file and line. */
  readonly message: string;
}

/** A row as it was read, and where it stands. */
export interface ReadRow {
  readonly line: number;
  readonly row: KeywordRow | { readonly fault: string };
}

/** Takes rows together by their keywords. `told` says what is wrong with a line, as a sentence. */
export function collectRows(
  read: Iterable<ReadRow>,
  told: (line: number, fault: string) => string,
): ParsedKeywords {
  const rows = new Map<string, { row: KeywordRow; line: number }>();
  const problems: RowProblem[] = [];
  const repeats: Repeat[] = [];
  for (const { line, row } of read) {
    if ('fault' in row) {
      problems.push({ line, message: told(line, row.fault) });
      continue;
    }
    const first = rows.get(row.normalised);
    if (first) repeats.push({ line, phrase: row.phrase, first: first.line });
    rows.set(row.normalised, first ? { ...first, row: fillIn(first.row, row) } : { row, line });
  }
  const all = [...rows.values()];
  return {
    rows: all.map(({ row }) => row),
    lines: all.map(({ line }) => line),
    problems,
    duplicates: repeats.length,
    repeats,
  };
}
