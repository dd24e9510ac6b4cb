import {
  type ColumnName,
  type Delimiter,
  delimiters,
  findHeader,
  type Mapping,
  mapColumns,
} from '../../../schema/keyword-columns.ts';

/** A list as its file is: nothing is read into it yet. */
export interface KeywordFile {
  readonly name: string;
  readonly delimiter: Delimiter;
  /** False where its first line is a keyword like the others. */
  readonly hasHeader: boolean;
  /** What its columns are called; without a header, nothing. */
  readonly header: readonly string[];
  /** The first rows, without the header. */
  readonly preview: readonly (readonly string[])[];
  /** Rows, blank ones left out; one whose text goes over several lines counts for each. */
  readonly rowCount: number;
  /** As the file has them, with blank ones down to the header: each keeps its number. */
  readonly lines: readonly string[];
  readonly text: string;
}

const previewRows = 5;

/** As text: UTF-8, or the UTF-16 that some tools write. Null where it is neither: letters would be guessed. */
export function decode(bytes: ArrayBuffer): string | null {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether it has a header is guessed, unless it is said. */
export function readKeywordFile(name: string, text: string, isHeaderThere?: boolean): KeywordFile {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const found = isHeaderThere === false ? null : findHeader(lines, cellsOf);
  const first = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
  const { at, delimiter, cells } = found ?? { at: first, ...likelyCells(lines[first] ?? '') };
  const hasHeader = isHeaderThere ?? (found !== null || isHeader(cells));
  const kept = hasHeader ? lines.map((line, index) => (index > at ? line : '')) : lines;
  const rows = kept.filter((line) => line.trim() !== '');
  return {
    name,
    delimiter,
    hasHeader,
    header: hasHeader ? cells : cells.map(() => ''),
    preview: rows.slice(0, previewRows).map((line) => cellsOf(line, delimiter)),
    rowCount: rows.length,
    lines: kept,
    text,
  };
}

function likelyCells(line: string): { delimiter: Delimiter; cells: string[] } {
  const readings = delimiters.map((delimiter) => ({ delimiter, cells: cellsOf(line, delimiter) }));
  return readings.reduce((best, one) => (one.cells.length > best.cells.length ? one : best));
}

/** Where none names the keyword: a line of one cell is taken for one, and of several for names if none is a number. */
function isHeader(cells: readonly string[]): boolean {
  if (mapColumns(cells).some((column) => column !== null)) return true;
  return cells.length > 1 && !cells.some((cell) => /^\d[\d.,]*$/.test(cell));
}

/** Each known column where it is likely to be, once; the keyword in the first, where no name tells. */
export function guessMapping(header: readonly string[]): Mapping {
  const mapping = mapColumns(header);
  if (mapping.includes('keyword')) return mapping;
  return mapping.map((name, index): ColumnName | null => (index === 0 ? 'keyword' : name));
}

/** The list as the API wants it: its columns by the names that the API knows. */
export function toImport(
  { delimiter, header, lines }: KeywordFile,
  mapping: Mapping,
): { readonly csv: string; readonly header: string } {
  const named = header.map((_, index) => mapping[index] ?? `left out ${index + 1}`);
  return { csv: lines.join('\n'), header: named.join(delimiter) };
}

function cellsOf(line: string, delimiter: string): string[] {
  const cells = [''];
  let isQuoted = false;
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === delimiter && !isQuoted) cells.push('');
    else cells.push(`${cells.pop() ?? ''}${sign}`);
  }
  return cells.map((cell) => cell.trim());
}
