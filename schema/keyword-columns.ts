/** How a list of keywords is read, by the server and by the console that shows beforehand how it will be. */

/** The columns that are read; any others are passed over. */
export const columnNames = ['keyword', 'volume', 'difficulty', 'intent', 'cpc', 'country'] as const;
export type ColumnName = (typeof columnNames)[number];

/** What separates the cells of a line. */
export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** For each column of a list what it is, or null where it is left out. */
export type Mapping = readonly (ColumnName | null)[];

/** What people's tools call them, in lower case and without what is in parentheses, such as a unit. */
const otherNames: Readonly<Record<ColumnName, RegExp>> = {
  keyword: /^(keywords?|quer(y|ies)|top queries|search terms?|phrases?|terms?)$/,
  volume: /^((avg\.? )?(monthly )?(search )?(volume|searches)|sv|msv)$/,
  difficulty: /^(((keyword|seo) )?difficulty( index)?|kd( ?%)?)$/,
  intent: /^((search )?intents?|intention)$/,
  cpc: /^(cpc\b.*|cost per click|top of page bid.*)$/,
  country: /^(country|location|market|database)$/,
};

/** No tool's is as long: what is longer is no header, and may be a megabyte. */
const longestName = 100;

/** Each known column once: where it has its own name, else where it is first called by another. */
export function mapColumns(header: readonly string[]): Mapping {
  const names = header.map(plainName);
  const alike = names.map((name) => name.replace(/ ?\(.*\)$/, ''));
  const mapping: (ColumnName | null)[] = names.map(() => null);
  for (const column of columnNames) {
    const own = names.indexOf(column);
    const at = own === -1 ? alike.findIndex((name) => otherNames[column].test(name)) : own;
    if (at !== -1) mapping[at] = column;
  }
  return mapping;
}

function plainName(cell: string): string {
  return cell
    .slice(0, longestName)
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, ' ');
}

export interface FoundHeader {
  /** Its line, from 0. */
  readonly at: number;
  readonly delimiter: Delimiter;
  readonly cells: readonly string[];
  readonly mapping: Mapping;
}

/** Lines of title that a tool may put above its header. */
const titleLines = 10;

/**
 * The first line that is not blank, where it names the keyword; else, below some lines of title, one that names the
 * keyword and another column. Null where there is none. What separates its cells is whichever makes most of them known.
 */
export function findHeader(
  lines: readonly (string | null)[],
  cellsOf: (line: string, delimiter: Delimiter) => readonly string[],
): FoundHeader | null {
  const first = lines.findIndex((line) => line === null || line.trim() !== '');
  for (let at = Math.max(0, first); at <= first + titleLines; at += 1) {
    const line = lines[at];
    if (typeof line !== 'string') continue;
    const [best] = delimiters
      .map((delimiter) => {
        const cells = cellsOf(line, delimiter);
        return { at, delimiter, cells, mapping: mapColumns(cells) };
      })
      .sort((a, b) => knownOf(b) - knownOf(a));
    if (best?.mapping.includes('keyword') && (at === first || knownOf(best) > 1)) return best;
  }
  return null;
}

function knownOf({ mapping }: Pick<FoundHeader, 'mapping'>): number {
  return mapping.filter((column) => column !== null).length;
}
