import type { Site } from '../../schema/site.ts';
import { countOf } from '../engine/run-log/words.ts';
import type { ParsedKeywords } from '../import/collect-rows.ts';
import type { ImportReport } from '../import/import-keywords.ts';
import type { KeywordList } from '../import/parse-keywords.ts';
import { say } from './print.ts';

/** Tells how a file was read: by which columns, unless that is plain, and each row that was not. */
export function tellReading(file: string, { header, problems }: KeywordList): void {
  const columns = columnsText(file, header);
  if (columns !== '') say(columns);
  for (const { message } of problems) say(message);
}

/** `Read from coffee.csv: "KD" as difficulty; not read: "Notes".`; '' where all columns have the names that are read. */
function columnsText(file: string, { names, mapping }: KeywordList['header']): string {
  const read = names.flatMap((name, at) => {
    const column = mapping[at];
    return column && column !== name.toLowerCase() ? [`"${name}" as ${column}`] : [];
  });
  const left = names.filter((name, at) => !mapping[at] && name !== '').map((name) => `"${name}"`);
  const parts = [
    read.length > 0 ? `Read from ${file}: ${read.join(', ')}` : '',
    left.length > 0 ? `${read.length > 0 ? 'not read' : `Not read from ${file}`}: ${left.join(', ')}` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? `${parts.join('; ')}.` : '';
}

/** `47 keywords imported from coffee.csv into the site "coffee"; 2 duplicates merged, 1 row not valid.` */
export function importText(
  file: string,
  site: Pick<Site, 'name'>,
  list: Pick<ParsedKeywords, 'duplicates' | 'problems'>,
  { imported, known }: ImportReport,
): string {
  const asides = [
    known > 0 ? `${known} already there` : '',
    list.duplicates > 0 ? `${countOf(list.duplicates, 'duplicate', 'duplicates')} merged` : '',
    list.problems.length > 0 ? `${countOf(list.problems.length, 'row', 'rows')} skipped` : '',
  ].filter((aside) => aside !== '');
  const count = imported === 0 ? 'No new keywords' : countOf(imported, 'keyword', 'keywords');
  const sentence = `${count} imported from ${file} into the site "${site.name}"`;
  return `${[sentence, ...asides].join(', ')}.`;
}
