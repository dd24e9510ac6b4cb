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
  readonly header: readonly string[];
  /** The first rows below the header. */
  readonly preview: readonly (readonly string[])[];
  /** Rows, blank ones left out; one whose text goes over several lines counts for each. */
  readonly rowCount: number;
  readonly lines: readonly string[];
  /** Where the header stands among them, from 0. */
  readonly headerAt: number;
}

/** For each column of the file what it is, or null where it is left out. */
export type Mapping = readonly (ColumnName | null)[];

const previewRows = 5;

/** As text: UTF-8, or the UTF-16 that some tools write. */
export function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  const isWide = first === 0xff && second === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
}

export function readKeywordFile(name: string, text: string): KeywordFile {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const at = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
  const first = lines[at] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, one) =>
    cellsOf(first, one).length > cellsOf(first, best).length ? one : best,
  );
  const rows = lines.slice(at + 1).filter((line) => line.trim() !== '');
  return {
    name,
    delimiter,
    header: cellsOf(first, delimiter),
    preview: rows.slice(0, previewRows).map((line) => cellsOf(line, delimiter)),
    rowCount: rows.length,
    lines,
    headerAt: at,
  };
}

/** Each known column where it is likely to be, once. */
export function guessMapping(header: readonly string[]): Mapping {
  const taken = new Set<ColumnName>();
  const guessed = header.map((cell) => {
    const name = columnNames.find(
      (one) => !taken.has(one) && otherNames[one].test(cell.trim().toLowerCase()),
    );
    if (name) taken.add(name);
    return name ?? null;
  });
  return taken.has('keyword') ? guessed : guessed.map((name, index) => (index === 0 ? 'keyword' : name));
}

/** The list with a header as the API wants it; each line keeps its number. */
export function toImport({ delimiter, header, lines, headerAt }: KeywordFile, mapping: Mapping): string {
  const named = header.map((_, index) => mapping[index] ?? `left out ${index + 1}`);
  return lines.with(headerAt, named.join(delimiter)).join('\n');
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
