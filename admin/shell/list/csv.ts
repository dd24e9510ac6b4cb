type Cell = string | number | boolean | null | undefined;

/** The columns of a file, in order: what a row has there, in the console's words. */
export type CsvColumns<Row> = Readonly<
  Record<string, (row: Row, translate: (key: string) => string) => Cell>
>;

/** One line, with its end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => cellOf(cell ?? '')).join(',')}\r\n`;
}

function cellOf(value: string | number | boolean): string {
  const text = String(value);
  // What a spreadsheet would take for a formula, it shows as text. An import takes one ' away again.
  const safe = typeof value === 'string' && /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
