import { cellWidth, fit } from './format.ts';

/** Rows as lines, each column as wide as its widest cell; the columns numbered in `right` are aligned to the right. */
export function textTable(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => cellWidth(row[column] ?? ''))),
  );
  return rows.map((row) =>
    widths
      .map((width, column) => fit(row[column] ?? '', width, right.includes(column) ? 'right' : 'left'))
      .join('  ')
      .trimEnd(),
  );
}
