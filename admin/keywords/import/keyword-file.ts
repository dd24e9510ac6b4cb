/** The columns that the API reads; any others are passed over. */
export const columnNames = ['keyword', 'volume', 'difficulty', 'intent', 'cpc', 'country'] as const;
export type ColumnName = (typeof columnNames)[number];

/** What people's tools call them. */
const otherNames: Readonly<Record<ColumnName, RegExp>> = {
  keyword: /^(keywords?|quer(y|ies)|top queries|search terms?|phrases?|terms?)$/,
  volume: /^((avg\.? )?(monthly )?(search )?(volume|searches)|sv|msv)$/,
  difficulty: /^(((keyword|seo) )?difficulty( index)?|kd( ?%)?)$/,
  intent: /^((search )?intents?|intention)$/,
  cpc: /^(cpc\b.*|cost per click|top of page bid.*)$/,
  country: /^(country|location|market|database)$/,
};

/** A list as its file is: nothing is read into it yet. */
export interface KeywordFile {
  readonly name: string;
  readonly delimiter: string;
  /** False where its first line is a keyword like the others. */
  readonly hasHeader: boolean;
  /** What its columns are called; without a header, nothing. */
  readonly header: readonly string[];
  /** The first rows, without the header. */
  readonly preview: readonly (readonly string[])[];
  /** Rows, blank ones left out; one whose text goes over several lines counts for each. */
  readonly rowCount: number;
  /** As the file has them, with a blank one for the header: each keeps its number. */
  readonly lines: readonly string[];
  readonly text: string;
}

/** For each column of the file what it is, or null where it is left out. */
export type Mapping = readonly (ColumnName | null)[];

const previewRows = 5;

/** As text: UTF-8, or the UTF-16 that some tools write. Null where it is neither: letters would be guessed. */
export function decode(bytes: ArrayBuffer): string | null {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  const isWide = first === 0xff && second === 0xfe;
  try {
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether it has a header is guessed, unless it is said. */
export function readKeywordFile(name: string, text: string, isHeaderThere?: boolean): KeywordFile {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const at = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
  const first = lines[at] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, one) =>
    cellsOf(first, one).length > cellsOf(first, best).length ? one : best,
  );
  const cells = cellsOf(first, delimiter);
  const hasHeader = isHeaderThere ?? isHeader(cells);
  const kept = hasHeader ? lines.with(at, '') : lines;
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

/** A known name tells; else a line of one cell is taken for a keyword, and of several for names if none is a number. */
function isHeader(cells: readonly string[]): boolean {
  if (cells.some((cell) => columnNames.some((name) => isCalled(name, cell)))) return true;
  return cells.length > 1 && !cells.some((cell) => /^\d[\d.,]*$/.test(cell));
}

function isCalled(name: ColumnName, cell: string): boolean {
  return otherNames[name].test(cell.trim().toLowerCase());
}

/** Each known column where it is likely to be, once. */
export function guessMapping(header: readonly string[]): Mapping {
  const taken = new Set<ColumnName>();
  const guessed = header.map((cell) => {
    const name = columnNames.find((one) => !taken.has(one) && isCalled(one, cell));
    if (name) taken.add(name);
    return name ?? null;
  });
  return taken.has('keyword') ? guessed : guessed.map((name, index) => (index === 0 ? 'keyword' : name));
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
