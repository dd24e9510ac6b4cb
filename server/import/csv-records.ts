import type { Delimiter } from '../../schema/keyword-columns.ts';

/** A record and the line it begins on, from 1; or what is wrong with that line, as the end of a sentence. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly fault: string };

/** A quoted value runs over at most so many lines; a quote that is not closed by then is a slip. */
const longestValueInLines = 50;

/**
 * The records of the lines from `start` on (an index), blank ones left out. A faulty line spoils no other: reading
 * goes on with the next. `isWhole` refuses a record of several lines whose cells show that its quote was a slip.
 */
export function* readRecords(options: {
  lines: readonly (string | null)[];
  start: number;
  delimiter: Delimiter;
  isWhole(cells: readonly string[]): boolean;
}): Generator<CsvRecord> {
  const { lines, delimiter, isWhole } = options;
  const isOdd = lines.map((text) => text !== null && hasOddQuotes(text));
  for (let index = options.start; index < lines.length; ) {
    const { record, used } = readRecord(index);
    if ('fault' in record || record.cells.some((cell) => cell.trim() !== '')) yield record;
    index += used;
  }

  /** The record that begins on this line, and how many lines it takes. */
  function readRecord(index: number): { record: CsvRecord; used: number } {
    const line = index + 1;
    const text = lines[index];
    if (typeof text !== 'string') {
      return { record: { line, fault: 'this is not UTF-8 text; save the file as "CSV UTF-8"' }, used: 1 };
    }
    const alone = splitCells(text, delimiter);
    if ('cells' in alone) return { record: { line, cells: alone.cells }, used: 1 };
    if (!alone.isOpen) return { record: { line, fault: 'a closing quote must end the value' }, used: 1 };
    const used = linesUntilClosed(index);
    const joined = splitCells(lines.slice(index, index + used).join('\n'), delimiter);
    if (used > 1 && 'cells' in joined && isWhole(joined.cells)) {
      return { record: { line, cells: joined.cells }, used };
    }
    return { record: { line, fault: 'a quote is opened and not closed' }, used: 1 };
  }

  /** Up to and with the next line that has an odd number of quotes; 1 where there is none. */
  function linesUntilClosed(index: number): number {
    for (let used = 2; used <= longestValueInLines; used += 1) {
      const at = index + used - 1;
      if (typeof lines[at] !== 'string') return 1;
      if (isOdd[at]) return used;
    }
    return 1;
  }
}

function hasOddQuotes(text: string): boolean {
  let isOdd = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) isOdd = !isOdd;
  return isOdd;
}

type Cells = { readonly cells: readonly string[] } | { readonly isOpen: boolean };

/**
 * The cells of one record; or why there are none: a quote is left open (`isOpen`), or closed amid a value. By hand, as
 * a parser made anew for each line takes a hundred times as long: a list may be half a million lines of quotes.
 */
export function splitCells(text: string, delimiter: Delimiter): Cells {
  if (!text.includes('"')) return { cells: text.split(delimiter) };
  const cells: string[] = [];
  for (let start = 0; start <= text.length; ) {
    const opened = firstOf(text, start, delimiter);
    // 12" pizza is a keyword: only what begins with a quote is in quotes.
    const closed = text[opened] === '"' ? closingQuote(text, opened) : undefined;
    if (closed === -1) return { isOpen: true };
    const after = closed === undefined ? start : closed + 1;
    const end = endOf(text, after, delimiter);
    const rest = text.slice(after, end);
    // Its line has ended, and the quote is that of a later value.
    if (rest.includes('\n')) return { isOpen: true };
    if (closed !== undefined && rest.trim() !== '') return { isOpen: false };
    cells.push(closed === undefined ? rest : text.slice(opened + 1, closed).replaceAll('""', '"'));
    start = end + 1;
  }
  return { cells };
}

/** Where the value that begins here has its first character. */
function firstOf(text: string, start: number, delimiter: Delimiter): number {
  let at = start;
  while (at < text.length && text[at] !== delimiter && text[at]?.trim() === '') at += 1;
  return at;
}

/** Where the quote that was opened here is closed; -1 where it is not. Of two together, neither closes it. */
function closingQuote(text: string, opened: number): number {
  let at = text.indexOf('"', opened + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function endOf(text: string, start: number, delimiter: Delimiter): number {
  const found = text.indexOf(delimiter, start);
  return found === -1 ? text.length : found;
}
